"""Backers, spokespeople and claims of responsibility, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Turkish-backed rebels attacked a village.", "Turkish-backed rebels sponsored_by Turkey"),
        ("Hezbollah, the proxy of Iran, attacked a village.", "Hezbollah sponsored_by Iran"),
        ("The Houthis, backed by Iran, attacked a tanker.", "Houthis sponsored_by Iran"),
        ("Pentagon spokesman John Doe spoke on Monday.", "John Doe acts_for Pentagon"),
        ("Gen. Ana Ruiz, commander of U.S. Central Command, spoke.", "Ana Ruiz acts_for U.S. Central Command"),
        ("French President Ana Ruiz spoke on Monday.", "Ana Ruiz acts_for France"),
    ],
)
def test_relation_between_actors(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_made_in_a_country_is_not_backed_by_it(told: Told) -> None:
    assert not [line for line in told("Rebels fired Iranian-made rockets at a base.") if "sponsored_by" in line]


def test_backing_is_said_by_its_speaker(told: Told) -> None:
    assert "Iran-backed militias sponsored_by Iran [John Doe]" in told(
        "Pentagon spokesman John Doe said Iran-backed militias attacked a base in Syria."
    )


def test_group_that_claims_an_attack_is_its_own_speaker(told: Told) -> None:
    claims = told("Gunmen attacked a hotel in Mogadishu. Al-Shabab claimed responsibility for the attack.")
    assert "Al-Shabab claims_responsibility attack_1 [Al-Shabab]" in claims
    assert "attack_1 attacker Al-Shabab" not in " ".join(claims)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Rebels hit a mill, said Ada Stone, a spokesperson for the Ministry of Health.",
            "Ada Stone acts_for Ministry of Health",
        ),
        ("Hamas' military spokesman, Omar Reed, said rebels hit a mill.", "Omar Reed acts_for Hamas"),
        ("A spokesman for the Taliban, Omar Reed, said rebels hit a mill.", "Omar Reed acts_for Taliban"),
        ("Peruvian army spokesman Omar Reed said rebels hit a mill.", "Omar Reed acts_for Peruvian army"),
        ("Omar Reed, a spokesman for the Peruvian army, said rebels hit a mill.", "Omar Reed acts_for Peruvian army"),
        ("The navy's spokesman, Col. Omar Reed, said rebels hit a mill.", "Omar Reed acts_for navy"),
        ("Omar Reed, a senior Hamas commander, was killed in a strike.", "Omar Reed acts_for Hamas"),
        ("The head of Hamas, Omar Reed, was killed in a strike.", "Omar Reed acts_for Hamas"),
        ("Gen. Ada Stone, the head of U.S. Africa Command, spoke.", "Ada Stone acts_for U.S. Africa Command"),
        ("Chadian Interior Ministry spokeswoman Ada Stone spoke.", "Ada Stone acts_for Chadian Interior Ministry"),
        ("An official with the Interior Ministry said rebels hit a mill.", "official acts_for Interior Ministry"),
        ("Peru's air force said rebels hit a mill.", "Peru's air force acts_for Peru"),
        ("Rebels hit a camp of Peru's 4th Army Corps.", "Peru's 4th Army Corps acts_for Peru"),
        ("The HMS Kestrel, a Royal Navy frigate, shot down a drone.", "HMS Kestrel acts_for Royal Navy"),
    ],
)
def test_office_tells_whom_its_holder_acts_for(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_office_of_a_named_person_is_told_once(told: Told) -> None:
    claims = told("Col. Omar Reed, a Pentagon spokesman, said rebels hit a mill.")
    assert [line for line in claims if "acts_for" in line] == ["Omar Reed acts_for Pentagon"]


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian forces hit a camp.",
        "A spokesman for the group said rebels hit a mill.",
        "In Mirefield, the regional governor said rebels hit a mill.",
        "Peruvian officials said rebels hit a mill.",
    ],
)
def test_no_office_without_a_named_body(told: Told, text: str) -> None:
    assert not [line for line in told(text) if "acts_for" in line]


def test_office_told_by_somebody_else_is_that_speakers_word(told: Told) -> None:
    claims = told("The governor of Mirefield said Col. Omar Reed, a commander of the Peruvian army, was killed in a raid.")
    assert "Omar Reed acts_for Peruvian army [governor of Mirefield]" in claims or (
        "Omar Reed acts_for Peruvian army [governor]" in claims
    )


def test_name_beside_an_office_is_a_person_who_speaks(told: Told) -> None:
    assert "attack_1 target mill [Omar Reed]" in told("A spokesman for Hamas, Omar Reed, said rebels hit a mill.")
    assert "attack_1 place Mirefield [regional governor]" in told(
        "In Mirefield, the regional governor said rebels hit a mill."
    )


def test_a_weapon_launched_by_a_states_rebels_is_the_rebels(told: Told) -> None:
    claims = told("French forces shot down two rockets launched by Yemen's Iran-backed Houthi rebels.")
    assert "two rockets acts_for Houthi rebels" in claims


def test_a_rank_before_an_office_is_no_part_of_the_force(told: Told) -> None:
    assert "senior Peruvian military official acts_for Peruvian military" in told(
        "A senior Peruvian military official said rebels hit a mill."
    )


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Mali's defense ministry said a drone hit a mill.", "Mali's defense ministry acts_for Mali"),
        ("Ukraine's army shot down nine Russian drones.", "nine Russian drones acts_for Russia [Ukraine's army]"),
        ("French jets struck two ISIL assembly areas.", "two ISIL assembly areas acts_for ISIL"),
    ],
)
def test_ministries_downed_weapons_and_areas_are_whose_they_are_told_to_be(
    told: Callable[[str], list[str]], text: str, claim: str
) -> None:
    assert claim.split(" [")[0] in {c.split(" [")[0] for c in told(text)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ('"We won," said Gen. Ada Stone, commander, U.S. Central Command.', "Ada Stone acts_for U.S. Central Command"),
        (
            '"We hit a depot," said Gen. Ada Stone, director of operations, U.S. Africa Command.',
            "Ada Stone acts_for U.S. Africa Command",
        ),
        ("The prime minister of Mali, Mohamed Ali Reed, said rebels hit a depot.", "Mohamed Ali Reed acts_for Mali"),
        ("U.N. Humanitarian Coordinator Ada Stone said rebels hit a depot.", "Ada Stone acts_for U.N."),
        ("The Hamas-run health ministry said rebels hit a depot.", "Hamas-run health ministry acts_for Hamas"),
        (
            "White House National Security Council spokesman Omar Reed said rebels hit a depot.",
            "Omar Reed acts_for National Security Council",
        ),
    ],
)
def test_offices_behind_a_comma_before_a_name_and_of_a_body_run_by_others(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_a_title_before_a_name_is_the_articles_word_in_what_another_says(told: Told) -> None:
    lines = told("The Pentagon said rebels hit a depot while Malian President Omar Reed was in Gao.")
    assert "Omar Reed acts_for Mali" in lines


def test_a_militia_that_is_named_before_is_the_one_allied_with_another(told: Told) -> None:
    lines = told("French jets struck al-Jamaa, a Sunni militia allied with Hezbollah.")
    assert "al-Jamaa sponsored_by Hezbollah" in lines
