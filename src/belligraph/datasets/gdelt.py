"""GDELT 2.0 events (61 columns) and GDELT 1.0 daily files (58 columns): tabs between the cells, no header.

Machines coded these rows from news in many languages, and no passage is given: every claim is `unspecified`, which says that
nobody vouches for it. Actor1 does the action to Actor2, so that in an attack the one is the attacker and the other the
target; in what is no attack both only take part. NumMentions and NumSources measure attention, not truth.
Source: The GDELT Event Database Data Format Codebook V2.0, 2015; CAMEO Manual 1.1b3 for the codes.
"""

from __future__ import annotations

from collections.abc import Mapping

from belligraph.datasets.cells import choice, count, day, identifier, point, text
from belligraph.datasets.draft import RowDraft, concept
from belligraph.datasets.protocol import Layout, MappedRow, Record, RowFault
from belligraph.iri import DatasetIris
from belligraph.ntriples import Term, integer, iri
from belligraph.vocab import BG, SEM

__all__ = ["GDELT"]

_ATTACK, _HAS_ACTOR, _INSTRUMENT = iri(BG.Attack), iri(SEM.hasActor), iri(BG.instrument)
_ATTACKER, _TARGET = iri(BG.attacker), iri(BG.target)
_MENTIONS, _SOURCES = iri(BG.mentionCount), iri(BG.sourceCount)
_UNSPECIFIED = concept("modality", "unspecified")

ROOTS = tuple(f"{n:02}" for n in range(1, 21))
"""The root codes of CAMEO, each a concept."""
CODES = frozenset((
    "180", "181", "182", "1821", "1822", "1823", "183", "1831", "1832", "1833", "1834", "184", "185", "186", "190",
    "191", "192", "193", "194", "195", "1951", "1952", "196", "200", "201", "202", "203", "204", "2041", "2042",
))  # fmt: skip
"""The codes of violence, each a concept of its own; every other code has the concept of its root."""
ATTACKS = frozenset((
    "180", "183", "1831", "1832", "1833", "1834", "185", "186", "190", "193", "194", "195", "1951", "1952", "200",
    "202", "203", "204", "2041", "2042",
))  # fmt: skip
"""The codes of armed force against somebody: without abductions, assaults by hand, blockades, occupations and the like."""
_INSTRUMENTS = {
    "1831": "suicide-bomb", "1832": "car-bomb", "1833": "bomb", "1834": "bomb", "193": "small-arms", "1952": "drone",
}  # fmt: skip
# CAMEO's role codes that have a kind of actor here
_KINDS = {
    "GOV": "government-body", "LEG": "government-body", "JUD": "government-body", "COP": "government-body",
    "SPY": "government-body", "MIL": "armed-force", "REB": "armed-group", "INS": "armed-group", "SEP": "armed-group",
    "UAF": "armed-group", "MED": "media", "CVL": "civilians", "REF": "civilians", "IGO": "organisation",
    "NGO": "organisation", "NGM": "organisation", "BUS": "organisation", "MNC": "organisation", "EDU": "organisation",
}  # fmt: skip
_PLACE_KINDS = {"1": "country", "2": "region", "5": "region"}


def _actor_columns(actor: str) -> tuple[str, ...]:
    return tuple(
        f"{actor}{name}"
        for name in (
            "code", "name", "countrycode", "knowngroupcode", "ethniccode", "religion1code", "religion2code", "type1code",
            "type2code", "type3code",
        )
    )  # fmt: skip


def _place_columns(what: str, second: bool) -> tuple[str, ...]:
    names = ("type", "fullname", "countrycode", "adm1code", *(("adm2code",) if second else ()), "lat", "long", "featureid")
    return tuple(f"{what}geo_{name}" for name in names)


def _columns(second: bool) -> tuple[str, ...]:
    return (
        "globaleventid", "sqldate", "monthyear", "year", "fractiondate",
        *_actor_columns("actor1"), *_actor_columns("actor2"),
        "isrootevent", "eventcode", "eventbasecode", "eventrootcode", "quadclass", "goldsteinscale",
        "nummentions", "numsources", "numarticles", "avgtone",
        *_place_columns("actor1", second), *_place_columns("actor2", second), *_place_columns("action", second),
        "dateadded", "sourceurl",
    )  # fmt: skip


class Gdelt:
    """The mapper of GDELT event rows."""

    name = "gdelt"
    title = "GDELT events"
    homepage = "https://www.gdeltproject.org/"
    notice = (
        "Coded by machines from news, without the passage that a code rests on: nobody vouches for a claim here, dates and "
        "places are often those of the report, and one happening may have many rows. Mentions measure attention, not truth."
    )
    id_column = "globaleventid"
    layout = Layout(positions={61: _columns(second=True), 58: _columns(second=False)})

    def map(self, record: Record, iris: DatasetIris) -> MappedRow:
        """What the row says.

        Raises:
            RowFault: a cell is not what its column should hold.
        """
        cells = record.cells
        row_id = identifier(cells, self.id_column)
        if not row_id.isdecimal():
            raise RowFault(self.id_column, f"{row_id!r} is no number")
        draft = RowDraft(row_id, iris, _UNSPECIFIED)
        for column, predicate in (("nummentions", _MENTIONS), ("numsources", _SOURCES)):
            if (number := count(cells, column)) is not None:
                draft.note(predicate, integer(number))
        code, root = text(cells, "eventcode"), text(cells, "eventrootcode")
        if root not in ROOTS or not code.startswith(root):
            raise RowFault("eventcode", f"{code!r} with the root {root!r} is no CAMEO code")
        happened = day(cells, "sqldate")
        where = text(cells, "actiongeo_fullname")
        label = ", ".join(part for part in (f"CAMEO {code}", where, happened.isoformat()) if part)
        is_attack = code in ATTACKS
        draft.event(label, (_ATTACK,) if is_attack else (), [concept("cameo", code if code in CODES else root)], code)
        draft.sources([text(cells, "sourceurl")])
        for actor, role in (("actor1", _ATTACKER), ("actor2", _TARGET)):
            if (node := self._actor(draft, cells, actor)) is not None:
                draft.claim(actor, role if is_attack else _HAS_ACTOR, node, f"{actor}code", f"{actor}name")
        if code in _INSTRUMENTS:
            draft.claim("instrument", _INSTRUMENT, concept("instrument", _INSTRUMENTS[code]), "eventcode", words=code)
        self._place(draft, cells, where)
        edtf = happened.isoformat()
        draft.time(edtf, happened, happened, text(cells, "sqldate"), None, "sqldate")
        return draft.done()

    def _actor(self, draft: RowDraft, cells: Mapping[str, str], actor: str) -> Term | None:
        code, name = text(cells, f"{actor}code"), text(cells, f"{actor}name")
        if not code and not name:
            return None
        role = text(cells, f"{actor}type1code")
        is_state = not role and bool(code) and code == text(cells, f"{actor}countrycode")
        return draft.actor(name or code, "state" if is_state else _KINDS.get(role, "unknown"), code)

    def _place(self, draft: RowDraft, cells: Mapping[str, str], where: str) -> None:
        code = choice(cells, "actiongeo_type", "012345")
        if code in {None, "0"} or not where:
            return
        within: Term | None = None
        # the dataset gives these areas by code alone: FIPS 10-4
        if country := text(cells, "actiongeo_countrycode"):
            within = draft.area(country, "country", None, country)
            first = text(cells, "actiongeo_adm1code")
            if first and first != country and code != "1":
                within = draft.area(first, "region", within, first)
        at = point(cells, "actiongeo_lat", "actiongeo_long")
        kind = _PLACE_KINDS.get(code or "", "")
        draft.place(where, at, concept("gdelt-geo-type", code or ""), within, "actiongeo_fullname", kind=kind)


GDELT = Gdelt()
