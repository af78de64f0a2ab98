"""UCDP GED: the Uppsala Conflict Data Program's Georeferenced Event Dataset, the columns of version 23.1 and later.

`side_a` and `side_b` take part without direction. `low`, `best` and `high` are the bounds and the value of one number;
`deaths_a`, `deaths_b`, `deaths_civilians` and `deaths_unknown` are the parts of `best`, each saying who is counted.
`date_start` and `date_end` are the earliest and the latest day that the event may have had, whatever `date_prec` is. A row
with `event_clarity` 2 is what its sources told only in aggregate: a series, not one attack.
Sources: UCDP GED Codebook (Högbladh); Sundberg and Melander 2013, https://doi.org/10.1177/0022343313484347.
"""

from __future__ import annotations

from belligraph.datasets.cells import choice, count, day, identifier, point, text
from belligraph.datasets.draft import RowDraft, concept
from belligraph.datasets.protocol import Layout, MappedRow, Record, RowFault
from belligraph.iri import DatasetIris
from belligraph.ntriples import Term, integer, iri
from belligraph.vocab import BG, SEM

__all__ = ["UCDP"]

_ATTACK, _SERIES, _HAS_ACTOR, _SOURCES = iri(BG.Attack), iri(BG.EventSeries), iri(SEM.hasActor), iri(BG.sourceCount)
_CERTAIN = concept("modality", "certain")
_REQUIRED = (
    "id", "type_of_violence", "side_a", "side_b", "where_prec", "where_coordinates", "latitude", "longitude",
    "country", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
    "best", "high", "low",
)  # fmt: skip
VIOLENCE = {"1": "state-based", "2": "non-state", "3": "one-sided"}
_PLACE_KINDS = {"3": "region", "4": "region", "5": "region", "6": "country"}
_AGGREGATE = "2"


class UcdpGed:
    """The mapper of UCDP GED rows."""

    name = "ucdp"
    title = "UCDP GED"
    homepage = "https://ucdp.uu.se/downloads/"
    notice = (
        "Coded by people from news and other reports; each event has at least one death by armed force. side_a and side_b "
        "take part without direction; best lies between low and high; the injured are not counted."
    )
    id_column = "id"
    layout = Layout(required=_REQUIRED)

    def map(self, record: Record, iris: DatasetIris) -> MappedRow:
        """What the row says.

        Raises:
            RowFault: a cell is not what its column should hold, or the figures contradict each other.
        """
        cells = record.cells
        draft = RowDraft(identifier(cells, self.id_column), iris, _CERTAIN)
        draft.describe(text(cells, "source_headline"))
        if (sources := count(cells, "number_of_sources")) is not None:
            draft.note(_SOURCES, integer(sources))
        kind = choice(cells, "type_of_violence", "123")
        if kind is None:
            raise RowFault("type_of_violence", "the row has none")
        where = text(cells, "where_coordinates") or text(cells, "country")
        parties = text(cells, "dyad_name") or f"{text(cells, 'side_a')} - {text(cells, 'side_b')}"
        label = f"{parties}, {where}, {day(cells, 'date_start').isoformat()}"
        is_series = choice(cells, "event_clarity", "12") == _AGGREGATE
        draft.event(label, (_SERIES if is_series else _ATTACK,), [concept("ucdp", VIOLENCE[kind])], kind)
        draft.sources([text(cells, "source_article"), text(cells, "source_original")])
        for side in ("a", "b"):
            self._side(draft, record, side)
        self._place(draft, record, where)
        self._time(draft, record)
        self._deaths(draft, record)
        return draft.done()

    def _side(self, draft: RowDraft, record: Record, side: str) -> None:
        column = f"side_{side}"
        if name := text(record.cells, column):
            # the Gleditsch and Ward number is given for states only
            is_state = bool(text(record.cells, f"gwno{side}"))
            kind = "state" if is_state else "civilians" if name.lower() == "civilians" else "armed-group"
            code = text(record.cells, f"{column}_new_id")
            draft.claim(column, _HAS_ACTOR, draft.actor(name, kind, code), column)

    def _place(self, draft: RowDraft, record: Record, where: str) -> None:
        cells = record.cells
        within: Term | None = None
        if country := text(cells, "country"):
            within = draft.area(country, "country", None, text(cells, "country_id"))
        for column in ("adm_1", "adm_2"):
            if name := text(cells, column):
                within = draft.area(name, "region", within)
        code = choice(cells, "where_prec", "1234567")
        precision = concept("ucdp-where-precision", code) if code else None
        at = point(cells, "latitude", "longitude")
        draft.place(where, at, precision, within, "where_coordinates", kind=_PLACE_KINDS.get(code or "", ""))

    def _time(self, draft: RowDraft, record: Record) -> None:
        first, last = day(record.cells, "date_start"), day(record.cells, "date_end")
        if last < first:
            raise RowFault("date_end", f"{last.isoformat()} is before date_start, {first.isoformat()}")
        code = choice(record.cells, "date_prec", "12345")
        precision = concept("ucdp-date-precision", code) if code else None
        edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        draft.time(edtf, first, last, edtf.replace("/", " to "), precision, "date_start", "date_end", "date_prec")

    def _deaths(self, draft: RowDraft, record: Record) -> None:
        cells = record.cells
        best, low, high = (count(cells, column) for column in ("best", "low", "high"))
        if best is not None:
            if low is not None and low > best:
                raise RowFault("low", f"{low} is more than best, {best}")
            if high is not None and high < best:
                raise RowFault("high", f"{high} is less than best, {best}")
            words = f"best {best}, low {'' if low is None else low}, high {'' if high is None else high}"
            draft.killed("killed", best, words, "best", "low", "high", low=low, high=high)
        for column, of in (
            ("deaths_a", text(cells, "side_a")),
            ("deaths_b", text(cells, "side_b")),
            ("deaths_civilians", "civilians"),
            ("deaths_unknown", "persons of unknown status"),
        ):
            if (deaths := count(cells, column)) is not None:
                draft.killed(column, deaths, cells[column].strip(), column, of=of or column)


UCDP = UcdpGed()
