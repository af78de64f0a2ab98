"""What a release says of its links in files of their own: VoID linksets, SSSOM mappings, and names for people to review.

Sources: https://www.w3.org/TR/void/#linkset; SSSOM, https://mapping-commons.github.io/sssom/ (TSV with a metadata header).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from belligraph.iri import Iris
from belligraph.link.graphs import Link, target_iri
from belligraph.link.table import SCHEMES, TITLES
from belligraph.ntriples import literal
from belligraph.vocab import FOAF, OWL, SKOS

__all__ = ["LINKSETS_FILE", "MAPPINGS_FILE", "REJECTED_FILE", "REVIEW_FILE", "LinksetWriter"]

LINKSETS_FILE, REVIEW_FILE = "linksets.ttl", "review.tsv"
MAPPINGS_FILE, REJECTED_FILE = "mappings.sssom.tsv", "mappings-rejected.sssom.tsv"
_COLUMNS = (
    "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "mapping_justification", "confidence",
    "comment", "reviewer_label",
)  # fmt: skip
_CURIES = {
    OWL.sameAs: "owl:sameAs",
    SKOS.closeMatch: "skos:closeMatch",
    SKOS.broadMatch: "skos:broadMatch",
    FOAF.isPrimaryTopicOf: "foaf:isPrimaryTopicOf",
}
_JUSTIFIED = {
    "curated": "semapv:ManualMappingCuration",
    "gazetteer": "semapv:LexicalMatching",
    "reviewed": "semapv:MappingReview",
}


class LinksetWriter:
    """Writes the files into a folder; use it in a `with`."""

    def __init__(self, folder: Path, iris: Iris, version: str, rights: Iterable[str]) -> None:
        self._folder, self._iris, self._version = folder, iris, version
        self._rights = tuple(rights)
        self._counts: Counter[tuple[str, str]] = Counter()
        self._accepted = (folder / MAPPINGS_FILE).open("w", encoding="utf-8", newline="\n")
        self._rejected = (folder / REJECTED_FILE).open("w", encoding="utf-8", newline="\n")

    def __enter__(self) -> LinksetWriter:
        self._accepted.write(self._header("accepted links"))
        self._rejected.write(self._header("links that a person refused"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._accepted.close()
        self._rejected.close()
        (self._folder / LINKSETS_FILE).write_text(self._linksets(), "utf-8")

    def add(self, link: Link) -> None:
        """Adds an accepted link."""
        self._counts[link.target, link.predicate] += 1
        self._accepted.write(self._row(link, ""))

    def refuse(self, link: Link) -> None:
        """Adds one that a person refused."""
        self._rejected.write(self._row(link, "Not"))

    def review(self, names: Iterable[tuple[str, ...]]) -> None:
        """Writes the names that a person should look at."""
        with (self._folder / REVIEW_FILE).open("w", encoding="utf-8", newline="\n") as out:
            out.write("article\tid\tname\tkind\tcandidate\tscore\treason\n")
            for row in names:
                out.write("\t".join(_cell(cell) for cell in row) + "\n")

    def _row(self, link: Link, modifier: str) -> str:
        kind = "place" if link.is_place else "actor"
        cells = (
            f"{kind}:{link.key}", link.label, _CURIES[link.predicate], modifier, f"{link.target}:{_local(link)}",
            _JUSTIFIED[link.method], f"{link.score:g}", link.source, link.reviewer,
        )  # fmt: skip
        return "\t".join(_cell(cell) for cell in cells) + "\n"

    def _header(self, what: str) -> str:
        prefixes = {"actor": f"{self._iris.base}id/actor/", "place": f"{self._iris.base}id/place/", "foaf": FOAF.iri}
        prefixes |= {target: base for target, (_, base) in SCHEMES.items() if base}
        lines = [
            "curie_map:",
            *(f"  {name}: {base}" for name, base in sorted(prefixes.items())),
            f"mapping_set_id: {self._iris.base}id/mappings/{what.replace(' ', '-')}",
            f"mapping_set_description: {what}",
            "license: https://creativecommons.org/licenses/by/4.0/",
            f"mapping_tool: Belligraph, authority {self._version}",
        ]
        return "".join(f"#{line}\n" for line in lines) + "\t".join(_COLUMNS) + "\n"

    def _linksets(self) -> str:
        base = self._iris.base
        rights = ", ".join(literal(told) for told in self._rights)
        lines = [
            "@prefix dcterms: <http://purl.org/dc/terms/> .",
            "@prefix void: <http://rdfs.org/ns/void#> .",
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
            "",
            f"<{base}> dcterms:source <https://www.geonames.org/> ; dcterms:rights {rights} .",
        ]
        for (target, predicate), count in sorted(self._counts.items()):
            name = predicate.rsplit("#")[-1].rsplit("/")[-1]
            lines += [
                f"\n<{base}linkset/{target}/{name}>",
                "    a void:Linkset ;",
                f"    dcterms:title {literal(f'Links to {TITLES[target]} by {name}', 'en')} ;",
                f"    void:subjectsTarget <{base}> ;",
                f"    void:objectsTarget <{SCHEMES[target][1]}> ;",
                f"    void:linkPredicate <{predicate}> ;",
                f"    void:triples {count} ;",
                f"    void:subset <{self._iris.links_graph(target)}> .",
            ]
        return "\n".join(lines) + "\n"


def _local(link: Link) -> str:
    return target_iri(link.target, link.value).removeprefix(SCHEMES[link.target][1])


def _cell(text: str) -> str:
    return " ".join(text.split())
