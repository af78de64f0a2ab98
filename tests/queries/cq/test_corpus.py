"""Questions across articles, put to small corpora of our own: an incident counts once, whoever reports it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from told import IRIS, Corpus, Report, columns, concept, day, number

from belligraph.model.release import Release
from belligraph.release.changed import Changes, ClaimChange, FindingChange
from belligraph.release.changes import as_turtle

NOWHERE = Path("nowhere")
MAY_6, MAY_8 = date(2024, 5, 6), date(2024, 5, 8)


def first_report() -> Report:
    """The shelling as the first report has it, with its place."""
    text = "Raiders shelled Mirefield in Norland on Monday, wounding four people and killing several, the mayor said."
    report = Report(text, MAY_6, "Northern Wire").actor("raiders", "Raiders").actor("mayor", "the mayor", "person")
    report.place("mirefield", "Mirefield", within="norland").place("norland", "Norland", "country")
    report.event("e", "shelling of Mirefield").says("e", "attacker", "raiders", "Raiders shelled Mirefield", "mayor")
    report.says("e", "place", "mirefield", "Mirefield in Norland", "mayor")
    report.says("e", "date", day("2024-05-06", "on Monday"), "on Monday", "mayor")
    report.says("e", "injured", number("four", 4, of="people"), "wounding four people", "mayor")
    return report.says("e", "killed", number("several", min=2), "killing several", "mayor")


def second_report() -> Report:
    """The same shelling two days later: other figures, no place of its own."""
    text = (
        "The toll of Monday's shelling by the Ember Front rose to seven wounded, the hospital said. One person was killed. "
        "An earlier raid had killed 30."
    )
    report = Report(text, MAY_8, "Harbour Gazette").actor("front", "the Ember Front").actor("hospital", "the hospital")
    report.event("s", "Monday's shelling", quote="Monday's shelling").event("old", "earlier raid", quote="An earlier raid")
    report.says("s", "attacker", "front", "shelling by the Ember Front").says("old", "attacker", "front", "the Ember Front")
    report.says("s", "injured", number("seven", 7), "seven wounded", "hospital")
    report.says("s", "killed", number("One", 1, of="person"), "One person was killed")
    return report.says("old", "killed", number("30", 30), "killed 30")


def test_the_toll_over_time_holds_every_report_of_the_incident_and_no_other_incidents(
    corpus: Callable[..., Corpus],
) -> None:
    first, second = first_report(), second_report()
    both = corpus(first, second)
    both.group(first.event_iri("e"), second.event_iri("s"))
    rows = both.ask("toll-over-time", place="Mirefield")
    assert [(r["published"], r["publisher"], r["property"], r["words"], r["speaker"]) for r in rows] == [
        ("2024-05-06", "Northern Wire", "injured", "four", "the mayor"),
        ("2024-05-06", "Northern Wire", "killed", "several", "the mayor"),
        ("2024-05-08", "Harbour Gazette", "injured", "seven", "the hospital"),
        ("2024-05-08", "Harbour Gazette", "killed", "One", "Harbour Gazette, in the article's own voice"),
    ]
    assert {r["incident"] for r in rows} == {"shelling of Mirefield"}


def test_questions_about_a_place_reach_what_another_article_says_of_the_same_incident(corpus: Callable[..., Corpus]) -> None:
    first, second = first_report(), second_report()
    both = corpus(first, second)
    apart = columns(both.ask("who-attacked", place="Norland", target=""), "attacker")
    assert apart == [("Raiders",)]
    both.group(first.event_iri("e"), second.event_iri("s"))
    together = columns(both.ask("who-attacked", place="Norland", target=""), "attacker")
    assert together == [("Raiders",), ("the Ember Front",)]
    assert columns(both.ask("how-many", place="Norland"), "words") == [("four",), ("seven",)]


def test_figures_of_two_articles_exclude_each_other_once_they_report_one_incident(
    corpus: Callable[..., Corpus],
) -> None:
    first, second = first_report(), second_report()
    both = corpus(first, second)
    assert both.ask("rival-figures") == []
    both.group(first.event_iri("e"), second.event_iri("s"))
    rows = both.ask("rival-figures")
    found = {(r["property"], *sorted((r["words"], r["rivalWords"]))) for r in rows}
    assert found == {("injured", "four", "seven"), ("killed", "One", "several")}
    assert len(rows) == 2


def test_one_incident_has_both_names_when_two_articles_give_one_each(corpus: Callable[..., Corpus]) -> None:
    avenging = Report("The army hit a camp in retaliation for a raid.").actor("army", "The army", "armed_force")
    avenging.event("e", "strike on a camp", "strike").event("raid", "a raid", quote="a raid")
    avenging.actor("raiders", "a raid", known=False).says("raid", "attacker", "raiders", "a raid")
    avenging.says("e", "attacker", "army", "The army hit a camp").says("e", "retaliates_for", "raid", "in retaliation")
    defending = Report("The camp was struck in self-defence, the army said.").actor("army", "the army", "armed_force")
    defending.event("e", "strike on the camp", "strike")
    defending.says("e", "attacker", "army", "The camp was struck", "army")
    defending.says("e", "purpose", concept("self-defense"), "in self-defence", "army")
    both = corpus(avenging, defending)
    assert both.ask("both-names") == []
    both.group(avenging.event_iri("e"), defending.event_iri("e"))
    rows = both.ask("both-names")
    assert columns(rows, "called", "quote") == [("retaliation", "in retaliation"), ("self-defence", "in self-defence")]


def dated_report() -> Report:
    text = (
        "Drones hit Old Harrow in Norland on 7 May. A bomb went off in the Kess valley in May. "
        "A mine was hit in Norland in 2021. A train was shot at near Mirefield in Norland. "
        "Rebels threaten to hit Port Ansel in Norland on 8 May. "
        "Kiln was shelled in Sudland on 7 May. Norland's farms were raided 12 times since 1 May."
    )
    report = Report(text, MAY_8).actor("rebels", "Rebels")
    report.place("norland", "Norland", "country").place("sudland", "Sudland", "country")
    report.place("harrow", "Old Harrow", within="norland").place("kess", "the Kess valley", "region", "norland")
    report.place("mirefield", "Mirefield", within="norland").place("ansel", "Port Ansel", within="norland")
    report.place("kiln", "Kiln", within="sudland")
    for key, label, place, quote, when in (
        ("drones", "drones on Old Harrow", "harrow", "Drones hit Old Harrow", ("2024-05-07", "on 7 May")),
        ("bomb", "bomb in the Kess valley", "kess", "A bomb went off in the Kess valley", ("2024-05", "in May")),
        ("mine", "attack on a mine", "norland", "A mine was hit in Norland", ("2021", "in 2021")),
        ("train", "shots at a train", "mirefield", "A train was shot at near Mirefield", None),
        ("threat", "threat to Port Ansel", "ansel", "Rebels threaten to hit Port Ansel", ("2024-05-08", "on 8 May")),
        ("kilned", "shelling of Kiln", "kiln", "Kiln was shelled", ("2024-05-07", "on 7 May")),
    ):
        report.event(key, label, quote=quote).says(key, "place", place, quote).says(key, "attacker", "rebels", quote)
        if when:
            report.says(key, "date", day(*when), when[1])
    report.says("threat", "outcome", concept("threatened", "threaten"), "Rebels threaten to hit Port Ansel")
    report.event("farms", "raids on farms", series=True, quote="farms were raided 12 times")
    report.says("farms", "attacker", "rebels", "farms were raided 12 times").says(
        "farms", "place", "norland", "Norland's farms"
    )
    report.says("farms", "size", number("12", 12, of="times"), "12 times")
    return report.says("farms", "date", day("2024-05-01/..", "since 1 May"), "since 1 May")


def test_what_may_have_begun_in_a_week_at_any_precision_of_place_and_day(corpus: Callable[..., Corpus]) -> None:
    week = {"from": "2024-05-06", "to": "2024-05-12"}
    rows = corpus(dated_report()).ask("may-have-begun", place="Norland", **week)
    # no threat, no other country, no other year, and a series is no incident
    assert columns(rows, "incident", "fits", "earliest", "latest", "where", "placeKind") == [
        ("bomb in the Kess valley", "overlaps", "2024-05-01", "2024-05-31", "the Kess valley", "region"),
        ("drones on Old Harrow", "within", "2024-05-07", "2024-05-07", "Old Harrow", "settlement"),
        ("shots at a train", "undated", "", "", "Mirefield", "settlement"),
    ]


def test_an_undated_incident_may_not_have_begun_after_it_was_reported_nor_long_before(corpus: Callable[..., Corpus]) -> None:
    reports = corpus(dated_report())
    later = reports.ask("may-have-begun", place="Norland", **{"from": "2024-05-13", "to": "2024-05-19"})
    assert columns(later, "incident") == [("bomb in the Kess valley",)]
    before = reports.ask("may-have-begun", place="Norland", **{"from": "2024-04-01", "to": "2024-04-07"})
    assert before == []


def test_an_incident_that_any_report_dates_is_not_undated(corpus: Callable[..., Corpus]) -> None:
    first, second = first_report(), second_report()
    second.place("mirefield", "Monday's shelling").says("s", "place", "mirefield", "Monday's shelling")
    both = corpus(first, second)
    both.group(first.event_iri("e"), second.event_iri("s"))
    rows = both.ask("may-have-begun", place="Norland", **{"from": "2024-05-06", "to": "2024-05-12"})
    assert columns(rows, "incident", "fits") == [("shelling of Mirefield", "within")]


def chain_report(*, days: bool = True) -> Report:
    text = (
        "Raiders burned a mill on 1 May. The army shelled a camp on 3 May in response. "
        "The Front raided Port Ansel on 4 May in revenge. "
        "The navy struck a pier on 10 May in retaliation. Fishermen seized a boat on 11 May, perhaps in response. "
        "Rebels raided a farm. The police shot back."
    )
    report = Report(text).actor("anyone", "Raiders", known=False)
    steps = (
        ("mill", "burning of a mill", "burned a mill", "2024-05-01", "on 1 May"),
        ("camp", "shelling of a camp", "shelled a camp", "2024-05-03", "on 3 May"),
        ("ansel", "raid on Port Ansel", "raided Port Ansel", "2024-05-04", "on 4 May"),
        ("pier", "strike on a pier", "struck a pier", "2024-05-10", "on 10 May"),
        ("boat", "seizure of a boat", "seized a boat", "2024-05-11", "on 11 May"),
    )
    for key, label, quote, edtf, words in steps:
        report.event(key, label, quote=quote).says(key, "attacker", "anyone", quote)
        if days:
            report.says(key, "date", day(edtf, words), words)
    report.says("camp", "responds_to", "mill", "in response").says("ansel", "retaliates_for", "camp", "in revenge")
    report.says("pier", "retaliates_for", "ansel", "in retaliation")
    report.says("boat", "responds_to", "pier", "perhaps in response", modality="possible", hedge="perhaps")
    report.event("farm", "raid on a farm", quote="raided a farm").says("farm", "attacker", "anyone", "raided a farm")
    report.event("police", "police shots", quote="shot back").says("police", "attacker", "anyone", "shot back")
    return report.says("police", "responds_to", "farm", "shot back")


def test_a_chain_of_three_answers_has_the_days_between_and_no_doubtful_link(corpus: Callable[..., Corpus]) -> None:
    rows = corpus(chain_report()).ask("answer-chains")
    assert [(r["step"], r["answered"], r["answer"], r["relation"], r["daysAtLeast"], r["daysAtMost"]) for r in rows] == [
        ("1", "burning of a mill", "shelling of a camp", "respondsTo", "2", "2"),
        ("2", "shelling of a camp", "raid on Port Ansel", "retaliatesFor", "1", "1"),
        ("3", "raid on Port Ansel", "strike on a pier", "retaliatesFor", "6", "6"),
    ]
    assert {r["chain"] for r in rows} == {"burning of a mill"}


def test_a_chain_without_days_stays_a_chain(corpus: Callable[..., Corpus]) -> None:
    rows = corpus(chain_report(days=False)).ask("answer-chains")
    assert [(r["step"], r.get("daysAtMost")) for r in rows] == [("1", None), ("2", None), ("3", None)]


def test_a_chain_goes_through_an_incident_that_two_articles_report(corpus: Callable[..., Corpus]) -> None:
    early = Report("The army shelled a camp after raiders burned a mill. Rebels hit back.").actor("army", "The army")
    late = Report("Rebels raided a port. The navy struck a pier in retaliation.").actor("rebels", "Rebels")
    for report, events in ((early, ("mill", "camp", "rebels")), (late, ("port", "pier"))):
        for key in events:
            report.event(key, f"the {key}").says(key, "attacker", report.actors[0].id, report.text.split()[0])
    early.says("camp", "responds_to", "mill", "after raiders burned a mill").says(
        "rebels", "responds_to", "camp", "hit back"
    )
    late.says("pier", "retaliates_for", "port", "in retaliation")
    both = corpus(early, late)
    assert both.ask("answer-chains") == []
    both.group(early.event_iri("rebels"), late.event_iri("port"))
    assert [(r["answered"], r["answer"]) for r in both.ask("answer-chains")] == [
        ("the mill", "the camp"), ("the camp", "the rebels"), ("the rebels", "the pier"),
    ]  # fmt: skip


def test_a_circle_of_answers_is_no_chain(corpus: Callable[..., Corpus]) -> None:
    report = Report("A answered B, B answered C, C answered A, as each of them said.").actor("any", "each of them")
    for key in "ABC":
        report.event(key, f"raid {key}").says(key, "attacker", "any", "each of them")
    report.says("A", "responds_to", "B", "A answered B").says("B", "responds_to", "C", "B answered C")
    report.says("C", "responds_to", "A", "C answered A")
    assert corpus(report).ask("answer-chains") == []


def test_monthly_counts_count_an_incident_once_and_leave_out_threats_and_series(corpus: Callable[..., Corpus]) -> None:
    first, again = first_report(), first_report()
    again.text += " It was dark."
    both = corpus(dated_report(), first, again)
    both.group(first.event_iri("e"), again.event_iri("e"))
    counted = [row for row in both.ask("monthly-counts") if "attacks" in row]
    assert columns(counted, "country", "period", "attacks") == [
        ("Norland", "2021-01/2021-12", "1"),
        ("Norland", "2024-05", "3"),  # drones, bomb, and one shelling that two articles report
        ("Norland", "undated", "1"),
        ("Sudland", "2024-05", "1"),
    ]


def test_stated_totals_stand_beside_the_counts_and_a_first_in_years_is_none(corpus: Callable[..., Corpus]) -> None:
    stated = [row for row in corpus(dated_report(), first_strike()).ask("monthly-counts") if "stated" in row]
    assert columns(stated, "country", "period", "stated", "series") == [("Norland", "2024-05-01/..", "12", "raids on farms")]


def first_strike() -> Report:
    text = (
        "The navy struck a depot in Norland on 10 May, the first navy strike in Norland in ten years, the admiral said. "
        "Norland lies north of Sudland."
    )
    report = Report(text, date(2024, 5, 11)).actor("navy", "The navy", "armed_force")
    report.actor("admiral", "the admiral", "person")
    report.place("norland", "Norland", "country")
    report.event("strike", "navy strike on a depot", "strike")
    report.event("none", "navy strikes in the ten years before", "strike", series=True, quote="the first navy strike")
    report.says("strike", "attacker", "navy", "The navy struck a depot").says("strike", "place", "norland", "in Norland")
    report.says("strike", "date", day("2024-05-10", "on 10 May"), "on 10 May")
    report.says("none", "attacker", "navy", "the first navy strike", "admiral")
    report.says("none", "place", "norland", "the first navy strike in Norland", "admiral")
    report.says("none", "date", day(None, "in ten years"), "in ten years", "admiral")
    first = number("the first", 0, of="navy strike", excludes="strike")
    return report.says("none", "size", first, "the first navy strike in Norland in ten years", "admiral")


def strikes_before() -> Report:
    text = (
        "The navy struck a bridge at Old Harrow in Norland on 2 April. The navy struck a port in Sudland on 3 April. "
        "Veskan jets struck a road in Norland on 4 April. The navy struck a quay in Norland on 20 May. "
        "The navy planned a strike on a mast in Norland on 5 April. Rebels attacked a mill in Norland on 6 April."
    )
    report = Report(text, date(2024, 5, 21)).actor("navy", "The navy", "armed_force").actor("veska", "Veskan jets")
    report.actor("rebels", "Rebels")
    report.place("harrow", "Old Harrow", within="norland").place("norland", "Norland", "country")
    report.place("sudland", "Sudland", "country")
    for key, who, where, kind, quote, edtf, words in (
        ("bridge", "navy", "harrow", "strike", "The navy struck a bridge", "2024-04-02", "on 2 April"),
        ("port", "navy", "sudland", "strike", "The navy struck a port", "2024-04-03", "on 3 April"),
        ("road", "veska", "norland", "strike", "Veskan jets struck a road", "2024-04-04", "on 4 April"),
        ("quay", "navy", "norland", "strike", "The navy struck a quay", "2024-05-20", "on 20 May"),
        ("mast", "navy", "norland", "strike", "The navy planned a strike", "2024-04-05", "on 5 April"),
        ("mill", "rebels", "norland", "attack", "Rebels attacked a mill", "2024-04-06", "on 6 April"),
    ):
        report.event(key, f"strike on the {key}", kind, quote=quote).says(key, "attacker", who, quote)
        report.says(key, "place", where, quote).says(key, "date", day(edtf, words), words)
    return report.says("mast", "outcome", concept("planned"), "The navy planned a strike")


def test_a_first_in_years_stands_beside_each_earlier_strike_there_and_whose_it_was(
    corpus: Callable[..., Corpus],
) -> None:
    rows = corpus(first_strike(), strikes_before()).ask("first-in-years")
    assert columns(rows, "incident", "period", "where", "speaker") == [
        ("navy strike on a depot", "in ten years", "Norland", "the admiral")
    ]
    # none in another country, none later, none that was only planned, and an attack of another kind is none
    assert columns(rows, "earlier", "earlierUntil", "earlierAttackers", "sameAttacker") == [
        ("strike on the bridge", "2024-04-02", "The navy", "yes"),
        ("strike on the road", "2024-04-04", "Veskan jets", "open"),
    ]


def test_a_first_in_years_without_an_earlier_one_is_told_alone(corpus: Callable[..., Corpus]) -> None:
    (row,) = corpus(first_strike()).ask("first-in-years")
    assert (row["incident"], row.get("earlier"), row["sameAttacker"]) == ("navy strike on a depot", None, "")


def backing() -> tuple[Report, Report]:
    one = Report("The Ember Front, armed by Norland, and Norland-backed rebels attacked, officials said.")
    one.actor("front", "The Ember Front").actor("rebels", "Norland-backed rebels", known=False)
    one.actor("norland", "Norland", "state").actor("officials", "officials", "person", known=False)
    one.event("e", "attack").says("e", "attacker", "front", "attacked", "officials")
    one.says("front", "sponsored_by", "norland", "armed by Norland", "officials")
    one.says("rebels", "sponsored_by", "norland", "Norland-backed rebels", "officials")
    two = Report(
        "Norland's envoy said that Norland does not arm The Ember Front, and that Norland-backed rebels do not exist. "
        "Norland never armed The Salt Brigade either, the envoy said. Norland funds the police.",
        MAY_8,
    )
    two.actor("front", "The Ember Front").actor("rebels", "Norland-backed rebels", known=False)
    two.actor("brigade", "The Salt Brigade").actor("norland", "Norland", "state").actor("envoy", "Norland's envoy", "person")
    two.actor("police", "the police", "government_body")
    two.event("e", "attack").says("e", "attacker", "front", "The Ember Front")
    for group, quote in (
        ("front", "Norland does not arm The Ember Front"), ("rebels", "Norland-backed rebels do not exist"),
        ("brigade", "Norland never armed The Salt Brigade"),
    ):  # fmt: skip
        two.says(group, "sponsored_by", "norland", quote, "envoy", modality="denied")
    return one, two.says("police", "sponsored_by", "norland", "Norland funds the police")


def test_a_denial_in_another_article_meets_the_group_of_that_name_but_no_mere_description(
    corpus: Callable[..., Corpus],
) -> None:
    rows = corpus(*backing()).ask("called-backed", sponsor="Norland")
    # the police are no militia, and nobody calls the Salt Brigade backed
    assert columns(rows, "group", "stance", "speaker", "published") == [
        ("Norland-backed rebels", "says", "officials", ""),
        ("The Ember Front", "denies", "Norland's envoy", "2024-05-08"),
        ("The Ember Front", "says", "officials", ""),
    ]


def record(key: str, low: int, best: int, high: int, place: str = "Mirefield", on: str = "2024-05-06") -> list[str]:
    """One record of an imported dataset, in the shape that the question's header asks for."""
    rdf, rdfs = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
    bg, prov, sem = (
        "https://w3id.org/belligraph/ns#",
        "http://www.w3.org/ns/prov#",
        "http://semanticweb.cs.vu.nl/2009/11/sem/",
    )
    xsd = "http://www.w3.org/2001/XMLSchema#"
    b = IRIS.base
    this = f"{b}d/warlog/{key}"
    lines = [
        f"<{this}> <{rdf}type> <{bg}Event>", f'<{this}> <{rdfs}label> "record {key}"',
        f"<{this}/place> <{rdf}type> <{sem}Place>", f'<{this}/place> <{rdfs}label> "{place}"',
        f'<{this}/time> <{sem}hasEarliestBeginTimeStamp> "{on}"^^<{xsd}date>',
        f'<{this}/time> <{sem}hasLatestEndTimeStamp> "{on}"^^<{xsd}date>',
        f'<{this}/dead> <{bg}min> "{low}"^^<{xsd}integer>', f'<{this}/dead> <{bg}value> "{best}"^^<{xsd}integer>',
        f'<{this}/dead> <{bg}max> "{high}"^^<{xsd}integer>',
    ]  # fmt: skip
    for name, predicate in (("place", f"{sem}hasPlace"), ("time", f"{sem}hasTime"), ("dead", f"{bg}killed")):
        claim = f"{this}/claim/{name}"
        lines += [
            f"<{claim}> <{rdf}type> <{bg}Claim>", f"<{claim}> <{rdf}subject> <{this}>",
            f"<{claim}> <{rdf}predicate> <{predicate}>", f"<{claim}> <{rdf}object> <{this}/{name}>",
            f"<{claim}> <{bg}modality> <https://w3id.org/belligraph/vocab/modality#certain>",
            f"<{claim}> <{prov}qualifiedAttribution> <{claim}/by>", f"<{claim}/by> <{prov}agent> <{b}d/warlog>",
        ]  # fmt: skip
    lines += [f"<{b}d/warlog> <{rdf}type> <https://schema.org/Dataset>", f'<{b}d/warlog> <{rdfs}label> "War Log"']
    return [f"{line} <{b}graph/dataset/warlog> ." for line in lines]


def with_three_dead() -> Report:
    text = "Raiders shelled Mirefield in Norland on Monday, killing three."
    report = Report(text, MAY_6).actor("raiders", "Raiders").place("norland", "Norland", "country")
    report.place("mirefield", "Mirefield", within="norland").event("e", "shelling of Mirefield")
    report.says("e", "attacker", "raiders", "Raiders shelled Mirefield").says("e", "place", "mirefield", "Mirefield")
    report.says("e", "date", day("2024-05-06", "on Monday"), "on Monday")
    return report.says("e", "killed", number("three", 3), "killing three")


def test_a_record_of_the_day_and_place_is_a_match_and_the_difference_is_told(corpus: Callable[..., Corpus]) -> None:
    report = with_three_dead()
    store = corpus(report)
    store.add(
        [
            *record("same", 3, 3, 3),
            *record("near", 2, 5, 8),
            *record("far", 10, 12, 20),
            *record("other-day", 3, 3, 3, on="2024-05-07"),
            *record("other-place", 3, 3, 3, place="Old Harrow"),
        ]
    )
    rows = store.ask("outside-records")
    assert columns(rows, "record", "dataset", "match", "words", "low", "best", "high", "difference") == [
        ("record far", "War Log", "same day and place", "three", "10", "12", "20", "outside its range"),
        ("record near", "War Log", "same day and place", "three", "2", "5", "8", "inside its range, not its best estimate"),
        ("record same", "War Log", "same day and place", "three", "3", "3", "3", "none"),
    ]


def test_a_linked_record_is_a_match_whatever_its_day_and_is_listed_once(corpus: Callable[..., Corpus]) -> None:
    report = with_three_dead()
    store = corpus(report)
    match = "<http://www.w3.org/2004/02/skos/core#closeMatch>"
    graph = f"<{IRIS.base}graph/links/warlog>"
    links = [
        f"<{store.incident(report.event_iri('e'))}> {match} <{IRIS.base}d/warlog/{key}> {graph} ."
        for key in ("same", "other-day")
    ]
    store.add([*record("same", 4, 4, 4), *record("other-day", 3, 3, 3, on="2024-05-07"), *links])
    rows = store.ask("outside-records")
    assert columns(rows, "record", "match", "difference") == [
        ("record other-day", "linked", "none"),
        ("record same", "linked", "outside its range"),
    ]


def test_corrected_and_withdrawn_claims_are_told_with_the_findings_that_fell(corpus: Callable[..., Corpus]) -> None:
    report = with_three_dead()
    store = corpus(report)
    corrected, withdrawn, added = report.claim(4), report.claim(9), report.claim(1)
    asserted = [r for r in store.ask("what-we-assert", about="shelling") if r["property"] == "killed"]
    killed = sorted({r["finding"] for r in asserted})  # one a policy
    assert killed
    fallen = IRIS.finding("0123456789abcdef")
    changes = Changes(
        old=1,
        new=2,
        claims=(
            ClaimChange("corrected", corrected, "a", "killed: three", (("figures", "five", "three"),)),
            ClaimChange("removed", withdrawn, "a", "Old Harrow was hit, the mayor said"),
            ClaimChange("added", added, "a", "attacker: Raiders"),
        ),
        findings=(FindingChange("removed", fallen, "Old Harrow was hit"),),
    )
    release = Release(
        folder=NOWHERE, number=2, created="2024-05-09T00:00:00Z", base_iri=IRIS.base, title="t", publisher="p",
        licence="l", articles=1, claims=1, quads=1, content_sha256="0", distributions=(),
    )  # fmt: skip
    rested = (f"<{fallen}>", "<http://www.w3.org/ns/prov#wasDerivedFrom>", f"<{withdrawn}>")
    store.add(f"{s} {p} {o} <{IRIS.base}graph/changes> ." for s, p, o in [*as_turtle(changes, release), rested])
    rows = store.ask("changed-claims")
    assert columns(rows, "change", "claim", "finding", "fate", "findingReason") == [
        *(("corrected", corrected, finding, "stands", "") for finding in killed),
        ("withdrawn", withdrawn, fallen, "fell", "Old Harrow was hit"),
    ]
    assert {row["when"] for row in rows} == {"2024-05-09T00:00:00Z"}
    assert all("five" in row["reason"] for row in rows if row["change"] == "corrected")
