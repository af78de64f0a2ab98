"""ACLED: the Armed Conflict Location & Event Data Project's export and API columns.

`actor1` and `actor2` take part without direction, so neither is an attacker or a target. `fatalities` is one number; the
injured are not counted. Where `time_precision` is 2 the event happened “during the week or within a similar period”, and the
codebook does not say which of its days is written: the interval holds every week with that day in it. Where it is 3, the
calendar month.
Source: the ACLED Codebook, on event time and spatial precision codes, https://acleddata.com/.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from belligraph.datasets.cells import choice, count, day, identifier, point, text
from belligraph.datasets.draft import RowDraft, concept
from belligraph.datasets.protocol import Layout, MappedRow, Record, RowFault
from belligraph.iri import DatasetIris
from belligraph.ntriples import Term, iri
from belligraph.vocab import BG, SEM

__all__ = ["ACLED"]

_ATTACK, _HAS_ACTOR, _INSTRUMENT = iri(BG.Attack), iri(SEM.hasActor), iri(BG.instrument)
_CERTAIN = concept("modality", "certain")
_REQUIRED = (
    "event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "actor2", "country",
    "location", "latitude", "longitude", "geo_precision", "source", "fatalities",
)  # fmt: skip
_WEEK = timedelta(days=6)

EVENT_TYPES = {
    "battles": "battles",
    "explosions/remote violence": "explosions-remote-violence",
    "violence against civilians": "violence-against-civilians",
    "protests": "protests",
    "riots": "riots",
    "strategic developments": "strategic-developments",
}
SUB_EVENT_TYPES = {
    "armed clash": "armed-clash",
    "government regains territory": "government-regains-territory",
    "non-state actor overtakes territory": "non-state-actor-overtakes-territory",
    "chemical weapon": "chemical-weapon",
    "air/drone strike": "air-drone-strike",
    "suicide bomb": "suicide-bomb",
    "shelling/artillery/missile attack": "shelling-artillery-missile-attack",
    "remote explosive/landmine/ied": "remote-explosive-landmine-ied",
    "grenade": "grenade",
    "sexual violence": "sexual-violence",
    "attack": "attack",
    "abduction/forced disappearance": "abduction-forced-disappearance",
}
"""The sub-event types of the three event types in which force is used; the others are kept by their event type alone."""
_FORCE = {"battles", "explosions-remote-violence", "violence-against-civilians"}
_NO_ATTACK = {"sexual-violence", "abduction-forced-disappearance"}
_INSTRUMENTS = {"suicide-bomb": "suicide-bomb", "chemical-weapon": "other", "grenade": "other"}
# the numeric codes of files before 2024, and the words of those since
_KINDS = {
    "1": "armed-force", "state forces": "armed-force",
    "2": "armed-group", "rebel group": "armed-group", "rebel groups": "armed-group", "rebel forces": "armed-group",
    "3": "armed-group", "political militia": "armed-group", "political militias": "armed-group",
    "4": "armed-group", "identity militia": "armed-group", "identity militias": "armed-group",
    "5": "person", "rioters": "person",
    "6": "person", "protesters": "person",
    "7": "civilians", "civilians": "civilians",
}  # fmt: skip
_ACTORS = (("actor1", "inter1"), ("assoc_actor_1", ""), ("actor2", "inter2"), ("assoc_actor_2", ""))


class Acled:
    """The mapper of ACLED rows."""

    name = "acled"
    title = "ACLED"
    homepage = "https://acleddata.com/"
    notice = (
        "Coded by people from news and other reports. actor1 and actor2 take part in an event without direction; fatalities "
        "is one reported number, often the lowest; the injured are not counted."
    )
    id_column = "event_id_cnty"
    layout = Layout(required=_REQUIRED)

    def map(self, record: Record, iris: DatasetIris) -> MappedRow:
        """What the row says.

        Raises:
            RowFault: a cell is not what its column should hold.
        """
        cells = record.cells
        draft = RowDraft(identifier(cells, self.id_column), iris, _CERTAIN)
        draft.describe(text(cells, "notes"))
        event_type = EVENT_TYPES.get(text(cells, "event_type").lower())
        if event_type is None:
            raise RowFault("event_type", f"{cells['event_type']!r} is none of ACLED's event types")
        sub_type = text(cells, "sub_event_type")
        sub = SUB_EVENT_TYPES.get(sub_type.lower()) if event_type in _FORCE else None
        happened = day(cells, "event_date")
        where = text(cells, "location") or text(cells, "country")
        categories = [concept("acled", name) for name in (event_type, sub) if name]
        is_attack = event_type in _FORCE and sub not in _NO_ATTACK
        code = sub_type or text(cells, "event_type")
        draft.event(f"{code}, {where}, {happened.isoformat()}", (_ATTACK,) if is_attack else (), categories, code)
        draft.sources([text(cells, "source")])
        for column, kind in _ACTORS:
            self._actors(draft, record, column, kind)
        if sub in _INSTRUMENTS:
            draft.claim(
                "instrument", _INSTRUMENT, concept("instrument", _INSTRUMENTS[sub]), "sub_event_type", words=sub_type
            )
        self._place(draft, record, where)
        self._time(draft, record, happened)
        fatalities = count(cells, "fatalities")
        if fatalities is not None:
            draft.killed("killed", fatalities, cells["fatalities"].strip(), "fatalities")
        return draft.done()

    def _actors(self, draft: RowDraft, record: Record, column: str, kind_column: str) -> None:
        names = text(record.cells, column)
        kind = _KINDS.get(text(record.cells, kind_column).lower(), "unknown") if kind_column else "unknown"
        # associated actors stand side by side, with semicolons between; a main actor's name is one
        for n, name in enumerate([names] if kind_column else [part.strip() for part in names.split(";")], 1):
            if name:
                actor = draft.actor(name, kind, unidentified=name.lower().startswith("unidentified"))
                draft.claim(column if kind_column else f"{column}_{n}", _HAS_ACTOR, actor, column)

    def _place(self, draft: RowDraft, record: Record, where: str) -> None:
        cells = record.cells
        within: Term | None = None
        if country := text(cells, "country"):
            within = draft.area(country, "country", None, text(cells, "iso"))
        for column in ("admin1", "admin2", "admin3"):
            if name := text(cells, column):
                within = draft.area(name, "region", within)
        code = choice(cells, "geo_precision", "123")
        precision = concept("acled-geo-precision", code) if code else None
        at = point(cells, "latitude", "longitude")
        draft.place(where, at, precision, within, "location", kind="region" if code == "3" else "")

    def _time(self, draft: RowDraft, record: Record, happened: date) -> None:
        code = choice(record.cells, "time_precision", "123")
        precision = concept("acled-time-precision", code) if code else None
        first = last = happened
        edtf = happened.isoformat()
        if code == "2":
            first, last = happened - _WEEK, happened + _WEEK
            edtf = f"{first.isoformat()}/{last.isoformat()}"
        elif code == "3":
            first = happened.replace(day=1)
            last = happened.replace(day=calendar.monthrange(happened.year, happened.month)[1])
            edtf = edtf[:7]
        words = record.cells["event_date"].strip()
        draft.time(edtf, first, last, words, precision, "event_date", "time_precision")


ACLED = Acled()
