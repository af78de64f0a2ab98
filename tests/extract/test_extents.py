"""How far the words of a target, an attacker and a place reach, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet

Told = Callable[[str], list[str]]


def _of(told: Told, text: str, prop: str) -> set[str]:
    """The values of a property of all events, without their speakers."""
    lines = (line.partition(" [")[0] for line in told(text))
    return {line.split(f" {prop} ", 1)[1] for line in lines if f" {prop} " in line}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Militants armed with machine guns attacked a post in Niger.", {"Militants"}),
        ("Forces loyal to Gen. Omar Reed shelled a town near Tripoli.", {"Forces loyal to Gen. Omar Reed"}),
        ("A vessel belonging to the coalition fighting the rebels shot down a drone.", {"vessel"}),
        ("A coalition aircraft sank a drone boat off Niger.", {"coalition"}),
        ("A tanker was hit on Monday by a rocket fired by Hamas.", {"Hamas"}),
        ("France conducted a targeted strike against a depot in Niger.", {"France"}),
        ("The raids this week that hit posts in Niger and Chad were carried out by rebels.", {"rebels"}),
        ("Militants armed with rifles and grenades attacked a post in Niger.", {"Militants"}),
        ("At the direction of the president, France conducted a strike on a depot in Niger.", {"France"}),
        ("In Mirefield, France struck a depot.", {"France"}),
        ("The destroyer HMS Heron spent three hours shooting down nine drones.", {"destroyer HMS Heron"}),
        ("The army denied claims by the rebels that they had targeted a ship.", {"rebels"}),
        ("Hamas launched its Oct. 7, 2023 terror attack on a town in Niger.", {"Hamas"}),
        ("A partner ship destroyed one drone off Niger.", {"partner ship"}),
        ("The Heron was hit in the engine room by a Hamas missile off Niger.", {"Hamas"}),
        ("French helicopters from the HMS Kestrel and HMS Heron attacked a camp in Niger.", {"France"}),
        ("Three suicide bombers attacked a post in Niger.", {"suicide bombers"}),
        ("Attacks directed at a base in both Niger and Chad by rebels went on.", {"rebels"}),
        ("Two gunmen hit a checkpoint manned by the army in Niger.", {"gunmen"}),
        ("France has rarely hit Hamas camps that hold no arms, and its air strikes have damaged a depot.", {"France"}),
    ],
)
def test_attacker_by_role_owner_or_verb(told: Told, text: str, who: set[str]) -> None:
    assert _of(told, text, "attacker") == who


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The attack Monday night on French and coalition forces killed nobody.", {"French forces", "coalition forces"}),
        ("A ship carrying grain was hit by a rocket.", {"ship"}),
        ("Rebels attacked a village in northern Niger.", {"village"}),
        ("A rocket hit a residential area in Niger.", {"residential area"}),
        ("Rockets were launched by rebels in western Niger targeting the Stone Airbase.", {"Stone Airbase"}),
        ("Nine people were killed in a raid by rebels that targeted a school in Niger.", {"Nine people", "school"}),
        ("French jets hit a warehouse in Sanaa and a rocket launcher near Taiz.", {"warehouse", "rocket launcher"}),
        ("It was the first time French troops were attacked in Niger.", {"French troops"}),
        ("French troops in Niger have faced nine attacks by rebels.", {"French troops"}),
        ("A French strike killed a Hamas leader, Omar Reed, in Niger.", {"Omar Reed"}),
        ("The rocket hit Outpost 14, a small base near the border.", {"Outpost 14"}),
        ("A bomb exploded near a police van in Niger.", {"police van"}),
        ("French forces conducted a strike, May 3, on a depot in Niger.", {"depot"}),
        ("French jets conducted strikes in the Stone mountains of Niger, targeting known ISIS camps.", {"known ISIS camps"}),
        ("A French airstrike in the Malian capital, Mirefield, that destroyed a barracks went on for hours.", {"barracks"}),
        ("Rebels attacked guards on several occasions in Niger.", {"guards"}),
        ("The rockets posed a threat to merchant vessels and to navy ships.", {"merchant vessels", "navy ships"}),
        ("A rocket was fired toward the shipping lane near Niger.", {"shipping lane"}),
        ("Rebels fired two rockets at two warships off Niger.", {"two warships"}),
        ("During the crossing, the HMS Kestrel and HMS Heron were attacked by nine drones.", {"HMS Kestrel", "HMS Heron"}),
        ("Gunmen raided one of the city's most fortified bases in Niger.", {"fortified bases"}),
        ("Gunmen stormed a heavily guarded prison in Niger.", {"guarded prison"}),
        ("A strike killed the last two of nine Hamas fighters in Niger.", {"Hamas fighters"}),
        ("The M/V Heron, a Maltese-flagged, Greek-owned carrier, was hit by two rockets off Niger.", {"M/V Heron"}),
        (
            "French jets struck rebel camps in northern Niger, including a depot in Mirefield.",
            {"rebel camps", "depot"},
        ),
        ("Hamas fired one missile from northern Niger, over the Red Sea, toward the M/V Heron.", {"M/V Heron"}),
        (
            "French forces destroyed two drone boats in the Red Sea and one radar station.",
            {"two drone boats", "one radar station"},
        ),
        ("The tanker Heron sent a distress call that it was under attack by two rebel boats.", {"tanker Heron"}),
        ("A drone launched by rebels impacted a barracks in Niger.", {"barracks"}),
        ("A second rocket hit the same building in Niger.", set()),
    ],
)
def test_target_whole_and_every_target(told: Told, text: str, whom: set[str]) -> None:
    assert _of(told, text, "target") == whom


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Rebels stormed a hotel in the Somali capital, Mogadishu.", {"Mogadishu"}),
        ("Rockets were fired at a base known as Camp Stone in Niger.", {"Camp Stone"}),
        ("French air defense systems in Niger shot down a drone.", {"Niger"}),
        ("Rebels attacked troops in Niger and Chad, the army said.", {"Niger", "Chad"}),
        ("The strike took place in a remote area near Mirefield.", {"Mirefield"}),
        ("Rebels fired a rocket from areas they control in Yemen toward the Red Sea.", {"Yemen", "Red Sea"}),
        ("A roadside bomb struck a truck carrying soldiers in Niger.", {"Niger"}),
        ("Rebels stormed a hotel in Mogadishu's popular Stone area.", {"Stone area"}),
        ("Rebels killed nine people in the Stone district of the capital, Kabul.", {"Stone district"}),
        ("Rebels shelled a mill in Congo's eastern Stone province.", {"eastern Stone province"}),
        ("French shelling of the town of Mirefield in the Stone region killed a man.", {"Mirefield"}),
        ("The strike targeted Omar Reed, a leader of Hamas, near Sanaa.", {"Sanaa"}),
        ("A strike in northern Niger killed two people and wounded 22 in Mirefield.", {"northern Niger", "Mirefield"}),
        ("French jets hit a house. Four people were killed in the Stone district.", {"Stone district"}),
        ("A raid by rebels on Stone Airbase in Niger wounded two.", {"Stone Airbase"}),
        ("French forces carried out a raid in a part of northern Niger held by rebels.", {"northern Niger"}),
        ("Rockets were fired at a base known as Green Village in Niger.", {"Green Village"}),
        ("The rocket hit Outpost 14, a small base near the border.", {"Outpost 14"}),
        (
            "A raid on a base inside the perimeter of Kabul's international airport killed two.",
            {"Kabul's international airport"},
        ),
        ("Rebels attacked the al-Stone base in northern Niger.", {"al-Stone base"}),
        (
            "French jets hit a camp in northern Niger after a raid on a large French base there killed nine.",
            {"northern Niger"},
        ),
        ("Rebels hit a depot near the U.S. consulate in Niger.", {"U.S. consulate in Niger"}),
        ("Hamas fired one missile from northern Niger, over the Red Sea, toward a ship.", {"northern Niger", "Red Sea"}),
        ("Rebels struck the M/V Heron, a Maltese-flagged ship, with a drone boat in the Red Sea.", {"Red Sea"}),
        ("French jets hit three camps used by Hamas and other groups in Niger.", {"Niger"}),
        ("The attack took place at Stone Landing in Niger.", {"Stone Landing"}),
        ("French jets hit two depots linked to rebels in eastern Niger.", {"eastern Niger"}),
        ("A rocket hit a church full of worshippers in Niger.", {"Niger"}),
        ("Rebels stormed a hotel in Syria's capital, Damascus.", {"Damascus"}),
        ("French jets hit a missile launched from northern Niger over the Gulf of Aden.", {"Gulf of Aden"}),
    ],
)
def test_place_is_the_finest_told(told: Told, text: str, where: set[str]) -> None:
    assert _of(told, text, "place") == where


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("Rebels shelled a mill in Mirefield, a district in Stone province.", "Mirefield", "Stone province"),
        ("Rebels shelled a mill in Mirefield, Stone Province, on Monday.", "Mirefield", "Stone Province"),
        ("Rebels shelled a mill in Mirefield, Stone Province, Mali, on Monday.", "Stone Province", "Mali"),
        ("Rebels shelled a mill in the village of Mirefield, in eastern Congo.", "Mirefield", "eastern Congo"),
        ("Rebels shelled a mill in Congo's eastern Stone province.", "eastern Stone province", "Congo"),
        ("Rebels stormed a hotel in the Somali capital, Mogadishu.", "Mogadishu", "Somalia"),
    ],
)
def test_place_lies_in_what_is_told_behind_it(
    sheet_of: Callable[[str], FactSheet], text: str, name: str, within: str
) -> None:
    places = {p.id: p for p in sheet_of(text).places}
    inner = next(p for p in places.values() if p.name == name)
    assert inner.within is not None
    assert places[inner.within].name == within


def test_weapons_told_behind_a_bare_word_for_them_are_instruments(told: Told) -> None:
    text = "Rebels launched attacks on ships using a range of weaponry, including ballistic missiles and rockets."
    assert _of(told, text, "instrument") == {"ballistic-missile", "rocket"}


def test_the_military_is_the_only_one_named(told: Told) -> None:
    text = "Chad's military said rebels hit a mill. The military said its air defenses shot down two drones in Chad."
    assert _of(told, text, "attacker") == {"rebels", "Chad's military"}
    text = "Chad's military met the French military. The military shot down two drones in Chad."
    assert _of(told, text, "attacker") == {"military"}


def test_a_ship_is_known_again_without_its_prefix(told: Told) -> None:
    text = "The destroyer HMS Heron sailed to Aden on Monday. On Tuesday, the Heron shot down a drone near Aden."
    assert _of(told, text, "attacker") == {"destroyer HMS Heron"} or _of(told, text, "attacker") == {"HMS Heron"}


def test_words_of_an_event_reach_to_what_it_was_done_by(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("Five farmers were killed in Galilee by rockets fired from Lebanon.")
    assert [e.quote for e in sheet.events[0].evidence] == ["Five farmers were killed in Galilee by rockets"]
