"""Dates that lean on other dates; the days are read off a calendar, the day of publication is Wednesday, 15 May 2024."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.extract import RuleExtractor
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Rebels shelled a camp in Niger on Sunday. A day earlier, French jets bombed a depot.", "strike_2 date 2024-05-11"),
        ("Rebels shelled a camp in Niger on May 3. The next day, French jets bombed a depot.", "strike_2 date 2024-05-04"),
        ("Rebels shelled a camp in Niger on May 3. Two days later, French jets bombed a depot.", "strike_2 date 2024-05-05"),
        (
            "Rebels shelled a camp in Niger on May 3. On the same day, French jets bombed a depot.",
            "strike_2 date 2024-05-03",
        ),
        (
            "Rebels shelled a camp in Niger on May 3. French jets had bombed a depot earlier in the day.",
            "strike_2 date 2024-05-03",
        ),
    ],
)
def test_a_day_earlier_counts_from_the_day_told_last(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_the_next_day_after_no_day_stays_unresolved(told: Told) -> None:
    assert "strike_2 date ? The next day" in told(
        "Rebels shelled a camp in Niger. The next day, French jets bombed a depot."
    )


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("French jets bombed a depot on Monday, a day after rebels shelled a camp in Niger.", "attack_2 date 2024-05-12"),
        (
            "French jets bombed a depot on Monday, two days before rebels shelled a camp in Niger.",
            "attack_2 date 2024-05-15",
        ),
        ("French jets bombed a depot three days after rebels shelled a camp on Monday.", "strike_1 date 2024-05-16"),
    ],
)
def test_a_day_after_dates_one_event_by_the_other(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("French jets bombed a depot hours after rebels shelled a camp in Niger.", "strike_1 date ? hours after"),
        ("French jets bombed a depot on Monday, hours after rebels shelled a camp in Niger.", "attack_2 date ? hours after"),
    ],
)
def test_hours_after_keep_their_words_for_the_event_without_a_date(told: Told, text: str, claim: str) -> None:
    assert [line for line in told(text) if " date ? " in line] == [claim]


def test_a_possessive_day_dates_only_what_it_possesses(told: Told) -> None:
    claims = told(
        "Friday’s crossfire followed an Israeli raid on a refugee camp Thursday in Mirefield that killed nine people."
    )
    assert [line for line in claims if " date " in line] == ["attack_1 date 2024-05-09"]


def test_the_worst_attack_this_year_is_not_dated_by_the_year(told: Told) -> None:
    claims = told("The rebels' most serious attack this year on the base was on Saturday.")
    assert [line for line in claims if " date " in line] == ["attack_1 date 2024-05-11"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("French jets on Monday struck a depot in Niger.", "strike_1 date 2024-05-13"),
        ("French forces on Monday carried out a strike on a depot in Niger.", "strike_1 date 2024-05-13"),
        ("Three soldiers were wounded on Monday in an attack on a convoy in Niger.", "attack_1 date 2024-05-13"),
        ("The violence began Monday with a rocket attack on Mirefield from Niger.", "attack_1 date 2024-05-13"),
    ],
)
def test_a_day_before_the_verb_or_the_attack_is_its_day(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_the_second_in_recent_weeks_is_not_dated_by_the_weeks(told: Told) -> None:
    claims = told(
        "Rebels fired a rocket at Mirefield on Monday. The attack was the second aimed at the town in recent weeks."
    )
    assert [line for line in claims if " date " in line] == ["attack_1 date 2024-05-13"]


def test_since_a_strike_of_tuesday_the_strike_was_on_tuesday(told: Told) -> None:
    claims = told("Rebels have held their fire since Tuesday's French air strike on a camp in Niger.")
    assert [line for line in claims if " date " in line] == ["strike_1 date 2024-05-14"]


def test_a_day_behind_like_or_followed_is_of_another_event(told: Told) -> None:
    assert not [line for line in told("Rebels attacked a base in Niger, like the one on Friday.") if " date " in line]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ministry said on Sunday its forces on May 11 had carried out strikes on a depot in Niger.", "2024-05-11"),
        ("On Saturday, five soldiers were hurt when rebels attacked a convoy in Niger.", "2024-05-11"),
        ("Rebels attacked a convoy on Monday in retaliation for a verdict on Friday.", "2024-05-13"),
    ],
)
def test_a_day_belongs_to_the_clause_that_tells_the_event(told: Told, text: str, claim: str) -> None:
    assert [line.split(" date ")[1].split(" [")[0] for line in told(text) if " date " in line] == [claim]


def test_the_actions_came_a_day_after(told: Told) -> None:
    claims = told(
        "Rebels fired rockets at a base in Niger on Sunday. The actions came a day after French forces carried out strikes "
        "on a depot in Chad."
    )
    assert "strike_2 date 2024-05-11" in claims


def test_a_day_holds_for_the_verb_that_and_joins(told: Told) -> None:
    claims = told("The army violated a cease-fire on May 11 and attacked rebel positions with artillery fire.")
    assert [line.split()[1:] for line in claims if " date " in line] == [["date", "2024-05-11"]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("France began an airstrike campaign against rebels in Niger in January.", "2024-01/.."),
        (
            "French forces struck a depot in Niger, but in recent weeks rebels have fired rockets at Mirefield.",
            "? in recent weeks",
        ),
        ("In 2022, officials said rebels attacked a convoy in Niger.", "2022"),
    ],
)
def test_a_time_dates_what_its_clause_tells(told: Told, text: str, claim: str) -> None:
    assert [line.split(" date ")[1].split(" [")[0] for line in told(text) if " date " in line] == [claim]


def test_a_time_of_another_verb_dates_nothing_behind_its_comma(told: Told) -> None:
    claims = told("The junta seized power in 2021, with ministers saying that rebels have attacked convoys in Niger.")
    assert not [line for line in claims if " date 2021" in line and line.startswith("attack_")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The town on Thursday morning faced a drone attack by rebels near Niger.", {"attack_1 date 2024-05-09"}),
        (
            "Rebels have attacked convoys in Niger since May 3, when a French air strike hit a camp.",
            {"attack_1 date 2024-05-03/..", "strike_2 date 2024-05-03"},
        ),
        ("The rebels' attacks on convoys in Niger began late on May 11.", {"attack_1 date 2024-05-11/.."}),
        ("Rebels attacked the army in Niger, which has ruled the country since 1984.", set()),
    ],
)
def test_a_time_behind_when_began_and_which(told: Told, text: str, claims: set[str]) -> None:
    assert {line.partition(" [")[0] for line in told(text) if " date " in line} == claims


def test_a_day_after_a_vow_dates_no_attack(told: Told) -> None:
    claims = told(
        "French jets bombed a depot on Monday, a day after the ministry vowed a response to an attack on Mirefield."
    )
    assert [line for line in claims if " date " in line] == ["strike_1 date 2024-05-13"]


def test_the_day_in_the_head_stands_in_for_the_day_of_publication(lines: Callable[[FactSheet], list[str]]) -> None:
    sheet = RuleExtractor().extract(Article("May 15, 2024\n\nFrench forces struck a depot in Niger on Tuesday."))
    assert "strike_1 date 2024-05-14" in lines(sheet)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Rebels have attacked convoys in Niger since the war with Chad started in October 2023.",
            {"attack_1 date 2023-10/.."},
        ),
        ("Rebels attacked a convoy while it stood at a checkpoint in Niger on May 11.", {"attack_1 date 2024-05-11"}),
        ("French forces struck a camp in Niger, and in recent weeks have threatened the rebels.", set()),
        ("Air strikes on Niger lasted from Sunday into early Monday.", {"strike_1 date 2024-05-12/2024-05-13"}),
    ],
)
def test_a_time_of_what_began_or_went_on_meanwhile(told: Told, text: str, claims: set[str]) -> None:
    assert {line.partition(" [")[0] for line in told(text) if " date " in line} == claims


def test_a_known_distance_dates_an_event_told_vaguely(told: Told) -> None:
    claims = told(
        "Rebels shelled a camp late Sunday after French forces struck a depot in Niger over the weekend. The attack late "
        "Sunday came two days after French forces struck the depot in Niger."
    )
    assert "strike_2 date 2024-05-10" in claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "On May 3, between 7:10 a.m. and 9 a.m. (Aden time), a French warship sank a boat of the rebels.",
            {"strike_1 date 2024-05-03"},
        ),
        (
            "On May 3, between the hours of 4 p.m. and 9 p.m. (Aden time), rebels fired two rockets at a tanker.",
            {"attack_1 date 2024-05-03"},
        ),
        ("Rebels fired a rocket at a tanker just after 6 p.m. local time on Monday.", {"attack_1 date 2024-05-13"}),
        ("Rebels shelled a camp at 5:30 pm Tuesday.", {"attack_1 date 2024-05-14"}),
        (
            "On May 3, French jets struck a depot in Niger. Within this time period, French forces shot down a drone.",
            {"strike_1 date 2024-05-03", "strike_2 date 2024-05-03"},
        ),
        (
            "On May 3, rebels fired a rocket at a tanker. Later, at about 9 p.m., French forces shot down two drones.",
            {"attack_1 date 2024-05-03", "strike_2 date 2024-05-03"},
        ),
        (
            "In a statement Wednesday, the army said nine guards were killed Tuesday in a rebel ambush.",
            {"attack_1 date 2024-05-14"},
        ),
        ("Nine guards died Tuesday after rebels ambushed their convoy, the army said.", {"attack_1 date 2024-05-14"}),
        ("On Tuesday, the French army said, it struck two camps of rebels in Niger.", {"strike_1 date 2024-05-14"}),
        ("The raid came Tuesday in Niger as gunmen stormed a barracks.", {"attack_1 date 2024-05-14"}),
        (
            "French strikes on Monday hit a camp in Niger, and on Tuesday French jets bombed a depot in Chad.",
            {"strike_1 date 2024-05-13", "strike_2 date 2024-05-14"},
        ),
        ("Despite being driven out of Niger in 2011, Hamas has attacked bases in Chad.", set()),
        ("So last night, as you know, French forces conducted a strike on a camp in Niger.", {"strike_1 date 2024-05-14"}),
        ("Rebels attacked a base, the army said on Tuesday.", set()),
        ("On Tuesday, the army said rebels attacked a base.", set()),
    ],
)
def test_a_time_finds_its_event_past_clocks_and_tellers(told: Told, text: str, claims: set[str]) -> None:
    assert {line.partition(" [")[0] for line in told(text) if " date " in line} == claims


@pytest.mark.parametrize(
    "text",
    [
        "HOMS, May 14 (Wire) - A car bomb killed two guards, police said.",
        "HOMS, Syria, 14 May -- A car bomb killed two guards.",
        "Gunmen stormed a village in Mali, in what the governor described Sunday as a barbaric attack.",
        "A bomb hit a bus, in what police called on Monday an act of terror.",
    ],
)
def test_day_of_a_dateline_or_of_a_name_given_to_an_event_is_not_its_day(told: Told, text: str) -> None:
    lines = told(text)
    assert [x for x in lines if " target " in x]
    assert not [x for x in lines if " date " in x]


def test_day_behind_a_dateline_dates_the_event(told: Told) -> None:
    lines = told("HOMS, May 14 (Wire) - At least 17 people were killed when a jet bombed a school in Idlib on Monday.")
    assert [x for x in lines if " date " in x] == ["strike_1 date 2024-05-13"]


def test_day_at_the_head_of_an_entry_dates_its_event(told: Told) -> None:
    assert "attack_1 date 2024-05-14" in told("May 14 - Rebels shelled Odesa.")


@pytest.mark.parametrize(
    "reaction", ["Hours later, a mayor condemned", "On Tuesday, rebels claimed", "On May 3 a king mourned"]
)
def test_day_of_a_reaction_is_not_the_events(told: Told, reaction: str) -> None:
    assert not [x for x in told(f"A bomb hit a bus in Homs. {reaction} the attack.") if " date " in x]


def test_day_before_who_carried_out_the_event_is_the_events(told: Told) -> None:
    lines = told("A bomb hit a bus in Homs. On Monday, the army carried out the attack.")
    assert "attack_1 date 2024-05-13" in lines


def test_recent_attacks_are_dated_by_that_word_alone(told: Told) -> None:
    assert "attack_1 date ? recent" in told("Rebels have staged recent attacks against bases in Mali.")


def test_recent_attacks_with_a_span_are_dated_by_it(told: Told) -> None:
    lines = told("Rebels have staged recent attacks against bases in Mali since March.")
    assert [c for c in lines if " date " in c] == ["attack_1 date 2024-03/.."]


def test_day_of_a_talk_is_not_that_of_what_goes_on_meanwhile(told: Told) -> None:
    lines = told("The president met him on Monday, reaffirming support for France as it bombs camps in Mali.")
    assert not [c for c in lines if " date " in c]


def test_day_of_an_announcement_is_not_the_strikes(told: Told) -> None:
    lines = told("French strikes hit a depot in Mali. The minister announced the strikes on Monday.")
    assert not [c for c in lines if " date " in c]
