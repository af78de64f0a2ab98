"""The changelog of a release, kept in it: `changes.json` for ourselves, and the same as Turtle, Atom and text for others.

Sources: the Changeset vocabulary (http://purl.org/vocab/changeset/schema#), RFC 4287 (Atom).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from belligraph.iri import Iris
from belligraph.model.release import Release
from belligraph.ntriples import Term, Triple, iri, literal
from belligraph.release.changed import Changes, ClaimChange, DatasetChange, FindingChange, RowChange
from belligraph.vocab import DCTERMS, PREFIXES, RDF

__all__ = ["as_atom", "as_text", "as_turtle", "history", "read_changes", "turtle_prefixes", "write_changes"]

CHANGES_FILE = "changes.json"
_CS, _PROV = "http://purl.org/vocab/changeset/schema#", "http://www.w3.org/ns/prov#"
_DATE_TIME = "^^<http://www.w3.org/2001/XMLSchema#dateTime>"
# an entry of a feed is read by people; the whole list is in the Turtle that it links to
MAX_LINES_IN_FEED = 50


def write_changes(folder: Path, changes: Changes) -> None:
    """Keeps the changes in a release's folder."""
    (folder / CHANGES_FILE).write_text(json.dumps(asdict(changes), indent=1, ensure_ascii=False) + "\n", "utf-8")


def read_changes(folder: Path) -> Changes | None:
    """The changes that a release keeps, or None for one that was built before they were kept."""
    try:
        content = json.loads((folder / CHANGES_FILE).read_text("utf-8"))
    except FileNotFoundError:
        return None
    claims = content.pop("claims")
    findings = content.pop("findings")
    datasets = content.pop("datasets", ())
    return Changes(
        content["old"],
        content["new"],
        tuple(content["articles_added"]),
        tuple(content["articles_removed"]),
        tuple(ClaimChange(**{**c, "fields": tuple(tuple(f) for f in c["fields"])}) for c in claims),
        tuple(FindingChange(**{**f, "rested_on": tuple(f.get("rested_on", ()))}) for f in findings),
        tuple(_dataset(d) for d in datasets),
    )


def _dataset(content: dict[str, Any]) -> DatasetChange:
    rows, fields = content.pop("rows"), content.pop("fields")
    return DatasetChange(**content, rows=tuple(RowChange(**row) for row in rows), fields=tuple(tuple(f) for f in fields))


def as_text(changes: Changes) -> Iterator[str]:
    """One line a change: `+` added, `-` removed, `~` corrected with what is other under it."""
    signs = {"added": "+", "removed": "-", "corrected": "~"}
    for article in changes.articles_added:
        yield f"+ article {article}"
    for article in changes.articles_removed:
        yield f"- article {article}"
    for dataset in changes.datasets:
        yield f"{signs[dataset.kind]} dataset {dataset.dataset}"
        yield f"    {_told(dataset)}"
        for name, before, after in dataset.fields:
            yield f"    {name}: {before!r} → {after!r}"
        for row in dataset.rows:
            yield f"{signs[row.kind]} row {row.row}"
    for change in changes.claims:
        yield f"{signs[change.kind]} claim {change.claim}"
        yield f"    {change.statement}"
        for name, before, after in change.fields:
            yield f"    {name}: {before!r} → {after!r}"
    for finding in changes.findings:
        yield f"{signs[finding.kind]} finding {finding.finding}"
        yield f"    {finding.statement}"


def as_turtle(changes: Changes, release: Release) -> list[Triple]:
    """The changes as triples: a changeset for each article, dataset, row, claim and finding, and the revision they make up.

    A finding that is gone keeps prov:wasDerivedFrom the claims that it rested on; nothing says any more that it is one.
    """
    this = Iris(release.base_iri).release(release.number)
    when = Term(f"{literal(release.created)}{_DATE_TIME}")
    triples: list[Triple] = [(iri(this), iri(f"{_PROV}generatedAtTime"), when)]
    if changes.old is not None:
        triples.append((iri(this), iri(f"{_PROV}wasRevisionOf"), iri(Iris(release.base_iri).release(changes.old))))
    for number, (subject, reason) in enumerate(_reasons(changes), 1):
        change = iri(f"{this}#change-{number}")
        triples += [
            (change, iri(RDF.type), iri(f"{_CS}ChangeSet")),
            (change, iri(f"{_CS}subjectOfChange"), iri(subject)),
            (change, iri(f"{_CS}createdDate"), when),
            (change, iri(f"{_CS}changeReason"), literal(reason)),
            (change, iri(f"{_PROV}wasInfluencedBy"), iri(this)),
        ]
    for finding in changes.findings:
        triples += [(iri(finding.finding), iri(f"{_PROV}wasDerivedFrom"), iri(claim)) for claim in finding.rested_on]
    return triples


def history(former: Iterable[Release], changes: Changes, new: Release) -> list[Triple]:
    """The changes of all releases up to the new one, as triples; a former release that kept none is passed over."""
    triples: list[Triple] = []
    for release in former:
        kept = read_changes(release.folder)
        triples += as_turtle(kept, release) if kept is not None else []
    return triples + as_turtle(changes, new)


def turtle_prefixes() -> dict[str, str]:
    """The prefix map for `as_turtle`."""
    return {"cs": _CS, "dcterms": DCTERMS.iri, "prov": _PROV, "xsd": PREFIXES["xsd"]}


def as_atom(releases: Iterable[tuple[Release, Changes | None]], site_url: str) -> str:
    """The feed of a publication's releases, the newest first; `site_url` ends in a slash."""
    listed = list(releases)
    newest = listed[0][0]
    entries = "".join(_entry(release, changes, site_url) for release, changes in listed)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(newest.title)}: releases</title>\n<id>{escape(newest.base_iri)}releases</id>\n"
        f"<updated>{newest.created}</updated>\n<author><name>{escape(newest.publisher)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(f"{site_url}changes.atom")}/>\n'
        f"<link href={quoteattr(f'{site_url}releases')}/>\n{entries}</feed>\n"
    )


def _entry(release: Release, changes: Changes | None, site_url: str) -> str:
    address = f"{site_url}release/{release.number}/"
    summary, lines = "", []
    if changes is not None:
        summary = ", ".join(f"{name} {count}" for name, count in changes.counts.items() if count) or "nothing changed"
        lines = [f"{d.kind}: {_told(d)}" for d in changes.datasets]
        lines += [f"{c.kind}: {c.statement}" for c in changes.claims]
    more = [f"… and {len(lines) - MAX_LINES_IN_FEED} more"] if len(lines) > MAX_LINES_IN_FEED else []
    text = "\n".join([*lines[:MAX_LINES_IN_FEED], *more])
    this = Iris(release.base_iri).release(release.number)
    return (
        f"<entry>\n<title>Release {release.number}</title>\n<id>{escape(this)}</id>\n"
        f"<updated>{release.created}</updated>\n<link href={quoteattr(address)}/>\n"
        f'<link rel="related" type="text/turtle" href={quoteattr(f"{address}changes.ttl")}/>\n'
        f'<summary>{escape(summary)}</summary>\n<content type="text">{escape(text)}</content>\n</entry>\n'
    )


def _reasons(changes: Changes) -> Iterator[tuple[str, str]]:
    for article in changes.articles_added:
        yield article, "added"
    for article in changes.articles_removed:
        yield article, "removed"
    for dataset in changes.datasets:
        yield dataset.dataset, f"{dataset.kind}: {_told(dataset)}"
        for row in dataset.rows:
            yield row.row, row.kind
    for change in changes.claims:
        fields = "; ".join(f"{name}: {before!r} → {after!r}" for name, before, after in change.fields)
        yield change.claim, f"{change.kind}: {fields or change.statement}"
    for finding in changes.findings:
        yield finding.finding, f"{finding.kind}: {finding.statement}"


def _told(dataset: DatasetChange) -> str:
    """How many rows are other, in words: "UCDP GED 24.1: rows added 3, removed 1"."""
    counts = (("added", dataset.rows_added), ("removed", dataset.rows_removed), ("corrected", dataset.rows_corrected))
    rows = ", ".join(f"{name} {count:,}" for name, count in counts if count)
    return f"{dataset.label}: {f'rows {rows}' if rows else 'the rows are the same'}"
