"""The dataset itself: a schema:Dataset that is also the source of what its rows say."""

from __future__ import annotations

from belligraph.datasets.protocol import Mapper
from belligraph.iri import DatasetIris
from belligraph.ntriples import Triple, iri, literal
from belligraph.vocab import BG, DCTERMS, PROV, RDF, RDFS, SCHEMA

__all__ = ["map_dataset"]


def map_dataset(mapper: Mapper, iris: DatasetIris, file_name: str, sha256: str, version: str | None) -> tuple[Triple, ...]:
    """The dataset as one version of it, known by the file that it was read from."""
    this = iri(iris.dataset)
    label = f"{mapper.title} {version}" if version else f"{mapper.title}, file {sha256[:12]}"
    described = [
        (RDF.type, iri(SCHEMA.Dataset)),
        (RDF.type, iri(PROV.Agent)),
        (RDFS.label, literal(label)),
        (SCHEMA.name, literal(file_name)),
        (BG.fileSha256, literal(sha256)),
        (BG.rowIdColumn, literal(mapper.id_column)),
        (SCHEMA.url, iri(mapper.homepage)),
        (DCTERMS.description, literal(mapper.notice, "en")),
    ]
    if version:
        described.append((SCHEMA.version, literal(version)))
    return tuple((this, iri(predicate), value) for predicate, value in described)
