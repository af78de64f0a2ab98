"""Questions that one article answers, put to reports of our own: what must be there, and what must not be taken for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from told import Corpus, Report, aim, columns, concept, day, number

LEAD = "The Ember Front shelled the port of Mirefield in Norland with rockets on Monday"
PORT = f"""Rockets hit Norland port; army hits back

{LEAD}, killing three river guards and injuring nine people, Radio Delta reported, citing two officials. Governor Reyk, who
speaks for the ministry, said several people had been hurt. He denied that anyone was killed. The Front said it had fired the
rockets. The Salt Brigade may have taken part, residents said.

The army struck a launcher near Old Harrow on Tuesday in retaliation, the army said. The ministry called it self-defence: a
strike to keep the river open. The army answered, a witness said. Old Harrow had been hit by drones of the Veskan air force.
"""
OFFICIALS = ("radio", "officials")


@pytest.fixture
def port() -> Report:
    report = Report(PORT)
    report.actor("front", "The Ember Front").actor("guards", "river guards", "armed_force", known=False)
    report.actor("radio", "Radio Delta", "media").actor("officials", "two officials", "person", known=False)
    report.actor("reyk", "Governor Reyk", "person").actor("ministry", "the ministry", "government_body")
    report.actor("brigade", "The Salt Brigade").actor("residents", "residents", "person", known=False)
    report.actor("army", "The army", "armed_force").actor("launcher", "a launcher", "object", known=False)
    report.actor("witness", "a witness", "person", known=False).actor("veska", "the Veskan air force", "armed_force")
    report.place("port", "the port of Mirefield", "facility", "norland").place("norland", "Norland", "country")
    report.place("harrow", "Old Harrow", within="norland")
    report.event("shelling", "shelling of the port of Mirefield", quote=LEAD)
    report.event("strike", "army strike near Old Harrow", "strike", quote="The army struck a launcher")
    report.event("raid", "drone raid on Old Harrow", "strike", quote="Old Harrow had been hit by drones")
    report.says("shelling", "attacker", "front", LEAD, *OFFICIALS)  # c1
    report.says("shelling", "place", "port", LEAD, *OFFICIALS)
    report.says("shelling", "instrument", concept("rocket", "rockets"), LEAD, *OFFICIALS)
    report.says("shelling", "target", "guards", "killing three river guards", *OFFICIALS)
    report.says("shelling", "killed", number("three", 3, of="river guards"), "killing three river guards", *OFFICIALS)  # c5
    report.says("shelling", "injured", number("nine", 9, of="people"), "injuring nine people", *OFFICIALS)
    report.says("reyk", "acts_for", "ministry", "Governor Reyk, who\nspeaks for the ministry")
    report.says("shelling", "injured", number("several", min=2), "several people had been hurt", "reyk")
    report.says("shelling", "killed", number("anyone", min=1), "He denied that anyone was killed", "reyk", modality="denied")
    report.says("front", "claims_responsibility", "shelling", "The Front said it had fired the\nrockets", "front")  # c10
    report.says(
        "shelling", "attacker", "brigade", "The Salt Brigade may have taken part", "residents", modality="possible",
        hedge="may have",
    )  # fmt: skip
    report.says("strike", "attacker", "army", "The army struck a launcher", "army")
    report.says("strike", "target", "launcher", "The army struck a launcher", "army")
    report.says("strike", "place", "harrow", "struck a launcher near Old Harrow", "army")
    report.says("strike", "retaliates_for", "shelling", "on Tuesday in retaliation", "army")  # c15
    report.says("strike", "purpose", concept("self-defense"), "The ministry called it self-defence", "ministry")
    report.says("strike", "purpose", aim("to keep the river open"), "a\nstrike to keep the river open", "ministry")
    report.says("strike", "responds_to", "shelling", "The army answered", "witness")
    report.says("raid", "attacker", "veska", "hit by drones of the Veskan air force")
    report.says("raid", "place", "harrow", "Old Harrow had been hit by drones")  # c20
    report.says("raid", "instrument", concept("drone", "drones"), "hit by drones")
    return report


@pytest.fixture
def river(port: Report, corpus: Callable[..., Corpus]) -> Corpus:
    return corpus(port)


def test_who_attacked_tells_attackers_and_who_claims_it_but_no_attacker_of_another_place(river: Corpus) -> None:
    rows = river.ask("who-attacked", place="Mirefield", target="")
    assert columns(rows, "attacker", "relation", "modality", "speaker", "origin") == [
        ("The Ember Front", "attacker", "certain", "Radio Delta", "two officials"),
        ("The Ember Front", "claims responsibility", "certain", "The Ember Front", "The Ember Front"),
        ("The Salt Brigade", "attacker", "possible", "residents", "residents"),
    ]


def test_who_attacked_finds_the_places_inside_a_country_and_keeps_to_the_target(river: Corpus) -> None:
    everywhere = columns(river.ask("who-attacked", place="norland", target=""), "attacker")
    assert everywhere == [("The Ember Front",), ("The Salt Brigade",), ("The army",), ("the Veskan air force",)]
    guards = columns(river.ask("who-attacked", place="Norland", target="River Guards"), "attacker")
    assert guards == [("The Ember Front",), ("The Salt Brigade",)]


def test_a_part_of_a_word_is_no_name(river: Corpus) -> None:
    assert river.ask("who-attacked", place="Nor", target="") == []


def test_which_weapon_tells_the_words_and_on_whose_word(river: Corpus) -> None:
    rows = river.ask("which-weapon", place="Mirefield", target="")
    assert columns(rows, "weapon", "words", "speaker", "origin") == [("rocket", "rockets", "Radio Delta", "two officials")]


def test_how_many_keeps_each_source_and_adds_nothing_up(river: Corpus) -> None:
    rows = river.ask("how-many", place="Mirefield")
    assert columns(rows, "value", "min", "words", "speaker") == [
        ("", "2", "several", "Governor Reyk"),
        ("9", "", "nine", "Radio Delta"),
    ]


def test_how_many_dead_shows_the_denial_as_a_denial(river: Corpus) -> None:
    rows = river.ask("how-many", place="Mirefield", harm="killed")
    assert columns(rows, "value", "min", "modality", "speaker") == [
        ("", "1", "denied", "Governor Reyk"),
        ("3", "", "certain", "Radio Delta"),
    ]


def test_a_figure_and_its_denial_exclude_each_other_but_several_and_nine_do_not(river: Corpus) -> None:
    (row,) = river.ask("rival-figures")
    assert (row["property"], {row["words"], row["rivalWords"]}) == ("killed", {"three", "anyone"})
    assert {row["speaker"], row["rivalSpeaker"]} == {"Radio Delta", "Governor Reyk"}


def test_figures_of_different_people_and_rounded_ones_can_both_hold(corpus: Callable[..., Corpus]) -> None:
    report = Report("A raid on the mill killed three soldiers and no civilians. About 30 cows bled; he saw 20 cows.")
    report.event("raid", "raid on the mill")
    report.actor("soldiers", "soldiers", "armed_force", known=False)
    report.says("raid", "target", "soldiers", "killed three soldiers")
    report.says("raid", "killed", number("three", 3, of="soldiers"), "killed three soldiers")
    report.says("raid", "killed", number("no", 0, of="civilians"), "no civilians")
    report.says("raid", "injured", number("About 30", 30, of="cows", approximate=True), "About 30 cows")
    report.says("raid", "injured", number("20", 20, of="cows"), "20 cows")
    assert corpus(report).ask("rival-figures") == []


def test_dates_that_exclude_each_other_are_no_figures(corpus: Callable[..., Corpus]) -> None:
    report = Report("The mill was raided on Monday, or on Tuesday, by raiders.")
    report.event("raid", "raid on the mill").actor("raiders", "raiders", known=False)
    report.says("raid", "attacker", "raiders", "by raiders")
    report.says("raid", "date", day("2024-05-06", "on Monday"), "on Monday")
    report.says("raid", "date", day("2024-05-07", "on Tuesday"), "on Tuesday")
    assert corpus(report).ask("rival-figures") == []


def test_the_source_chain_goes_from_the_article_to_the_origin_and_tells_whom_they_act_for(river: Corpus) -> None:
    rows = river.ask("source-chain", words="three river guards")
    assert {row["quote"] for row in rows} == {"killing three river guards"}
    assert columns(rows, "step", "speaker", "kind") == [
        ("0", "the article's own voice", "article"),
        ("1", "Radio Delta", "media"),
        ("2", "two officials", "person"),
    ]
    start = PORT.index("killing three river guards")
    assert columns(rows, "start", "end") == [(str(start), str(start + len("killing three river guards")))]
    (_, governor) = river.ask("source-chain", words="several people")
    assert (governor["speaker"], governor["actsFor"]) == ("Governor Reyk", "the ministry")


def test_the_source_chain_of_the_articles_own_words_is_the_article_alone(river: Corpus) -> None:
    rows = river.ask("source-chain", words="hit by drones of the Veskan")
    assert columns(rows, "step", "speaker") == [("0", "the article's own voice")]


def test_what_answered_tells_every_word_for_it(river: Corpus) -> None:
    rows = river.ask("what-answered", place="Mirefield")
    assert columns(rows, "answer", "called", "speaker") == [
        ("army strike near Old Harrow", "response", "a witness"),
        ("army strike near Old Harrow", "retaliation", "The army"),
        ("army strike near Old Harrow", "self-defense", "the ministry"),
        ("army strike near Old Harrow", "to keep the river open", "the ministry"),
    ]
    assert river.ask("what-answered", place="Old Harrow") == []  # an attack there that nothing answered


def test_one_strike_has_both_names_and_a_mere_answer_is_no_retaliation(river: Corpus) -> None:
    assert columns(river.ask("both-names"), "incident", "called", "speaker") == [
        ("army strike near Old Harrow", "retaliation", "The army"),
        ("army strike near Old Harrow", "self-defence", "the ministry"),
    ]


def test_two_strikes_of_which_each_has_one_name_are_not_one_with_both(corpus: Callable[..., Corpus]) -> None:
    text = "The army hit a camp in retaliation for a raid. It hit a bridge in self-defence. It denied avenging the raid."
    report = Report(text).actor("army", "The army", "armed_force").actor("raiders", "a raid", known=False)
    for key, label in (("camp", "strike on a camp"), ("bridge", "strike on a bridge"), ("raid", "a raid")):
        report.event(key, label, "strike" if key != "raid" else "attack")
    report.says("camp", "attacker", "army", "The army hit a camp").says("bridge", "attacker", "army", "It hit a bridge")
    report.says("raid", "attacker", "raiders", "a raid")
    report.says("camp", "retaliates_for", "raid", "in retaliation for a raid")
    report.says("bridge", "purpose", concept("self-defense"), "in self-defence")
    report.says("bridge", "retaliates_for", "raid", "It denied avenging the raid", "army", modality="denied")
    assert corpus(report).ask("both-names") == []


ATTACKS = (
    "The port has been attacked about 20 times since 1 April, including 12 times in Norland and 7 times in Sudland. "
    "Trains were attacked 9 times this year, including 6 times in Norland and 5 times in Sudland. "
    "Guards were attacked at least 40 times since 1 April in Norland and Sudland."
)


@pytest.fixture
def counted() -> Report:
    report = Report(ATTACKS)
    report.actor("port", "The port", "object").actor("trains", "Trains", "object", known=False)
    report.actor("guards", "Guards", "armed_force", known=False)
    report.place("norland", "Norland", "country").place("sudland", "Sudland", "country")

    def series(key: str, label: str, target: str, words: str, size: str, *places: str, since: str = "since 1 April") -> None:
        report.event(key, label, series=True, quote=words)
        report.says(key, "target", target, words)
        value = int("".join(c for c in size if c.isdigit()))
        exact = "least" not in size
        figure = number(size, value if exact else None, approximate="about" in size, **({} if exact else {"min": value}))
        report.says(key, "size", figure, words)
        for place in places:
            report.says(key, "place", place, words)
        report.says(key, "date", day("2024-04-01/.." if "April" in since else "2024", since), since)

    series("port_all", "attacks on the port", "port", "attacked about 20 times", "about 20")
    series("port_n", "attacks on the port in Norland", "port", "12 times in Norland", "12", "norland")
    series("port_s", "attacks on the port in Sudland", "port", "7 times in Sudland", "7", "sudland")
    series("train_all", "attacks on trains", "trains", "attacked 9 times", "9", since="this year")
    series("train_n", "attacks on trains in Norland", "trains", "6 times in Norland", "6", "norland", since="this year")
    series("train_s", "attacks on trains in Sudland", "trains", "5 times in Sudland", "5", "sudland", since="this year")
    guards = "attacked at least 40 times"
    series("guards_all", "attacks on guards", "guards", guards, "at least 40", "norland", "sudland")
    return report


def test_how_often_adds_up_the_parts_of_their_own_whole_only(counted: Report) -> None:
    # the trains' parts exceed their whole, which the shapes refuse: the question still tells it
    rows = Corpus([(counted.article, counted.sheet)]).ask("how-often", since="")
    wholes = [row for row in rows if row.get("verdict")]
    assert columns(wholes, "series", "words", "where", "partValue", "sum", "verdict") == [
        ("attacks on the port", "about 20", "Norland", "12", "19", "adds up, as far as it is rounded"),
        ("attacks on the port", "about 20", "Sudland", "7", "19", "adds up, as far as it is rounded"),
        ("attacks on trains", "9", "Norland", "6", "11", "more than the whole"),
        ("attacks on trains", "9", "Sudland", "5", "11", "more than the whole"),
    ]


def test_a_series_in_two_countries_stands_for_both_together(counted: Report) -> None:
    rows = Corpus([(counted.article, counted.sheet)]).ask("how-often", since="1 April")
    assert ("attacks on trains",) not in columns(rows, "series")
    (guards,) = [row for row in rows if row["series"] == "attacks on guards"]
    assert (guards["min"], guards.get("value"), guards.get("verdict")) == ("40", None, "")
    assert sorted(guards["where"].split("; ")) == ["Norland", "Sudland"]


def test_how_often_finds_a_date_as_well_as_words(counted: Report) -> None:
    corpus = Corpus([(counted.article, counted.sheet)])
    assert len(corpus.ask("how-often", since="2024-04-01")) == len(corpus.ask("how-often", since="1 april"))


def test_why_tells_how_firmly_and_leaves_out_the_reasons_of_a_deployment(corpus: Callable[..., Corpus]) -> None:
    text = (
        "Raids on farms have reportedly been linked to the drought. The Front says it raids to feed its men. "
        "The army is in Norland to deter raids. The minister denied that the drought is the reason."
    )
    report = Report(text).actor("front", "The Front").actor("army", "The army", "armed_force")
    report.actor("minister", "The minister", "person").place("norland", "Norland", "country")
    report.event("raids", "raids on farms", series=True).event("drought", "the drought", "other")
    report.event("posted", "army in Norland", "deployment")
    report.says("raids", "attacker", "front", "The Front says it raids", "front")
    report.says(
        "raids", "linked_to", "drought", "have reportedly been linked to the drought", modality="unspecified",
        hedge="reportedly",
    )  # fmt: skip
    report.says("raids", "purpose", aim("to feed its men"), "to feed its men", "front")
    report.says("raids", "motivated_by", "drought", "denied that the drought is the reason", "minister", modality="denied")
    report.says("posted", "force", "army", "The army is in Norland").says("posted", "place", "norland", "in Norland")
    report.says("posted", "purpose", concept("deterrence", "to deter raids"), "to deter raids")
    assert columns(corpus(report).ask("why"), "relation", "reason", "modality", "hedge", "speaker") == [
        ("linkedTo", "the drought", "unspecified", "reportedly", "the article's own voice"),
        ("motivatedBy", "the drought", "denied", "", "The minister"),
        ("purpose", "to feed its men", "certain", "", "The Front"),
    ]


def test_who_backs_leaves_out_the_denial_and_other_sponsors(corpus: Callable[..., Corpus]) -> None:
    text = (
        "Norland-backed rebels attacked. The Front is armed by Norland, aides said. Norland denied that it arms the Front. "
        "The Brigade is funded by the anti-Norlandic League, which Sudland backs."
    )
    report = Report(text).actor("rebels", "Norland-backed rebels", known=False).actor("front", "The Front")
    report.actor("norland", "Norland", "state").actor("officials", "aides", "person", known=False)
    report.actor("brigade", "The Brigade").actor("league", "the anti-Norlandic League").actor("sudland", "Sudland", "state")
    report.event("attack", "attack by rebels").says("attack", "attacker", "rebels", "Norland-backed rebels attacked")
    report.says("rebels", "sponsored_by", "norland", "Norland-backed rebels")
    report.says("front", "sponsored_by", "norland", "armed by Norland", "officials")
    report.says("front", "sponsored_by", "norland", "denied that it arms the Front", "norland", modality="denied")
    report.says("brigade", "sponsored_by", "league", "funded by the anti-Norlandic League")
    report.says("league", "sponsored_by", "sudland", "which Sudland backs")
    rows = corpus(report).ask("who-backs", sponsor="Norland")
    assert columns(rows, "group", "identified", "backedBy", "speaker") == [
        ("Norland-backed rebels", "false", "Norland", "the article's own voice"),
        ("The Front", "true", "Norland", "aides"),
    ]


def test_unidentified_actors_are_all_there_and_no_identified_one(river: Corpus) -> None:
    assert columns(river.ask("unidentified"), "actor", "kind", "linkedTo") == [
        ("a launcher", "object", ""),
        ("a witness", "person", ""),
        ("residents", "person", ""),
        ("river guards", "armed-force", ""),
        ("two officials", "person", ""),
    ]


def test_a_link_of_an_unidentified_actor_is_told(river: Corpus, port: Report) -> None:
    article = port.article.key
    base = "https://data.example/war/"
    same = "http://www.w3.org/2002/07/owl#sameAs"
    link = f"<{base}id/article/{article}/actor/witness> <{same}> <https://e.example/1> <{base}graph/links/e> ."
    river.add([link])
    assert [row["actor"] for row in river.ask("unidentified") if "linkedTo" in row] == ["a witness"]


def test_troops_of_two_countries_are_not_the_troops_of_each(corpus: Callable[..., Corpus]) -> None:
    text = (
        "Norland has 400 soldiers in Sudland and Estland on a mission to advise local forces, the ministry says. "
        "A witness counted up to 50 soldiers at Port Ansel in Norland."
    )
    report = Report(text).actor("soldiers", "soldiers", "armed_force", known=False)
    report.actor("ministry", "the ministry", "government_body").actor("witness", "A witness", "person", known=False)
    report.place("sudland", "Sudland", "country").place("estland", "Estland", "country")
    report.place("ansel", "Port Ansel", within="norland").place("norland", "Norland", "country")
    report.event("abroad", "soldiers abroad", "deployment").event("home", "soldiers at Port Ansel", "deployment")
    report.says("abroad", "force", "soldiers", "400 soldiers").says("home", "force", "soldiers", "up to 50 soldiers")
    report.says("abroad", "place", "sudland", "in Sudland").says("abroad", "place", "estland", "Estland")
    report.says("abroad", "size", number("400", 400, of="soldiers"), "Norland has 400 soldiers")
    mission = concept("advise-and-assist", "to advise local forces")
    report.says("abroad", "purpose", mission, "a mission to advise local forces", "ministry")
    report.says("home", "place", "ansel", "at Port Ansel")
    report.says("home", "size", number("up to 50", max=50, of="soldiers"), "up to 50 soldiers", "witness")
    river = corpus(report)
    abroad, home = river.ask("troops")
    assert sorted(abroad["places"].split("; ")) == ["Estland", "Sudland"]
    assert (abroad["value"], abroad["sizeSpeaker"]) == ("400", "the article's own voice")
    assert (abroad["mission"], abroad["missionWords"], abroad["missionSpeaker"]) == (
        "advise-and-assist", "to advise local forces", "the ministry",
    )  # fmt: skip
    assert (home["max"], home["sizeSpeaker"], home["mission"]) == ("50", "A witness", "")
    assert [row["deployment"] for row in river.ask("troops", place="Norland")] == ["soldiers at Port Ansel"]


def test_what_we_assert_rests_on_claims_under_a_policy_and_leaves_out_what_is_denied(river: Corpus) -> None:
    rows = river.ask("what-we-assert", about="shelling")
    assert {row["policy"] for row in rows if row["property"] == "attacker"} == {"uncontradicted"}
    assert {row["policy"] for row in rows} <= {"uncontradicted", "two-independent-origins", "most-specific-compatible"}
    assert columns(rows, "property", "value", "speaker") == [
        ("attacker", "The Ember Front", "Radio Delta"),
        ("hasPlace", "the port of Mirefield", "Radio Delta"),
        ("injured", "nine", "Radio Delta"),
        ("injured", "several", "Governor Reyk"),
        ("instrument", "rocket", "Radio Delta"),
        ("target", "river guards", "Radio Delta"),
    ]


def test_the_exact_words_of_a_fact_stand_at_their_place_in_the_text(river: Corpus) -> None:
    (row,) = river.ask("exact-words", about="shelling", property="attacker")
    assert (row["value"], row["quote"]) == ("The Ember Front", LEAD)
    start, end = int(row["start"]), int(row["end"])
    assert PORT[start:end] == LEAD
    assert PORT[start - len(row["before"]) : end + len(row["after"])] == row["before"] + LEAD + row["after"]


def test_no_words_stand_behind_what_we_do_not_assert(river: Corpus) -> None:
    assert river.ask("exact-words", about="shelling", property="killed") == []  # contradicted by the governor
