"""Entities and links of a release: each article's names are matched beside its claims; here they come together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from belligraph.iri import Iris
from belligraph.link.build import open_index
from belligraph.link.catalogue import CATALOGUE_FILE, CatalogueWriter
from belligraph.link.collect import Collected
from belligraph.link.decisions import Verdicts, read_verdicts
from belligraph.link.graphs import TARGETS, Link, describe_entity, link_triples, links_of, parts_of, refused_links
from belligraph.link.index import Index
from belligraph.link.linksets import LINKSETS_FILE, MAPPINGS_FILE, REJECTED_FILE, REVIEW_FILE, LinksetWriter
from belligraph.link.table import layers, user_folder
from belligraph.model.graph import NamedGraph
from belligraph.ntriples import Triple
from belligraph.release.publication import Publication

__all__ = ["LINK_FILES", "Linking", "link_graphs", "lost_verdicts", "prepare"]

# triples that are validated and written together, or one entity's: some are mentioned in every article
TRIPLES_AT_ONCE = 20_000
LINK_FILES = {
    LINKSETS_FILE: "text/turtle",
    MAPPINGS_FILE: "text/tab-separated-values",
    REJECTED_FILE: "text/tab-separated-values",
    REVIEW_FILE: "text/tab-separated-values",
}


@dataclass(frozen=True, slots=True)
class Linking:
    """What matching needs: the index, as a path that each process opens for itself, and the decisions as read."""

    index: Path
    verdicts: Verdicts


def prepare(publication: Publication) -> Linking:
    """The index of the authority files that count here, made if need be, and the decisions: read here, once a publish.

    Raises:
        InputError: an authority file or a decision has a fault.
    """
    verdicts = read_verdicts(publication.links / "entities.tsv")
    index = open_index(layers(publication.folder, user_folder()))
    index.close()
    return Linking(index.path, verdicts)


@contextmanager
def _opened(linking: Linking) -> Iterator[Index]:
    index = Index(linking.index)
    try:
        yield index
    finally:
        index.close()


def link_graphs(collected: Collected, linking: Linking, iris: Iris, folder: Path) -> Iterator[tuple[NamedGraph, ...]]:
    """The graphs of entities and links, some entities at a time, by their keys; writes the link files into `folder`."""
    catalogue = CatalogueWriter(folder / CATALOGUE_FILE)
    verdicts = linking.verdicts
    with _opened(linking) as index, LinksetWriter(folder, iris, index.version, index.rights) as files:
        entities: list[Triple] = []
        links: dict[str, list[Triple]] = {target: [] for target in TARGETS}
        for key, mentions in collected.by_entity():
            known, is_place = index.by_key(key), mentions[0][4]
            entities += describe_entity(key, mentions, known, iris)
            catalogue.add(key, mentions, known, index)
            if known is not None:
                found = (*links_of(known, is_place, index, verdicts), *parts_of(known, is_place, index, verdicts))
                for link in found:
                    _note(link, links, files, index.version, iris)
                for link in refused_links(known, is_place, verdicts):
                    files.refuse(link)
            if len(entities) >= TRIPLES_AT_ONCE:
                yield _graphs(entities, links, iris)
                entities, links = [], {target: [] for target in TARGETS}
        yield _graphs(entities, links, iris)
        files.review(collected.for_review())
    catalogue.close()


def lost_verdicts(collected: Collected, linking: Linking) -> tuple[str, ...]:
    """The decisions on names of articles that do not hold, a line each: no such name is there, or no such entity."""
    verdicts = linking.verdicts
    return tuple(
        f"{verdicts.where[f'{article}/{this}', key]}: no article of this release has the name {article}/{this}, or no "
        f"authority the entity {key!r}. The decision does not hold; decide again, and repeat this one with unsure"
        for article, this, key in verdicts.of_names()
        if not collected.is_decided(article, this, key)
    )


def _note(link: Link, links: dict[str, list[Triple]], files: LinksetWriter, version: str, iris: Iris) -> None:
    links[link.target] += link_triples(link, version, iris)
    files.add(link)


def _graphs(entities: list[Triple], links: dict[str, list[Triple]], iris: Iris) -> tuple[NamedGraph, ...]:
    found = [NamedGraph.of(iris.entities_graph, entities)]
    found += [NamedGraph.of(iris.links_graph(target), triples) for target, triples in links.items() if triples]
    return tuple(found)
