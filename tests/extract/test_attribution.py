"""Who says what, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.extract import RuleExtractor
from belligraph.extract.attribution import quotations
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet, Speech

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Rebels shelled a convoy near Taiz, officials said.", "officials"),
        ("Officials said rebels shelled a convoy near Taiz.", "Officials"),
        ("According to the Pentagon, rebels shelled a convoy near Taiz.", "Pentagon"),
        ("Rebels shelled a convoy near Taiz, according to the Pentagon.", "Pentagon"),
        ("Reuters, citing three officials, reported that rebels shelled a convoy near Taiz.", "Reuters, three officials"),
        ("The Pentagon, which runs the base, said three guards were killed when rebels shelled a convoy.", "Pentagon"),
        ("Reuters cited three officials as saying that rebels shelled a convoy near Taiz.", "Reuters, three officials"),
        ("Rebels shelled a convoy near Taiz, according to Salam Hospital, where the hurt were taken.", "Salam Hospital"),
        ("Rebels shelled a convoy near Taiz, according to a list provided by the Pentagon.", "Pentagon"),
        ("Gen. Ana Ruiz said on Monday that rebels shelled a convoy near Taiz.", "Ana Ruiz"),
        ('"Rebels shelled a convoy near Taiz," said Gen. Ana Ruiz.', "Ana Ruiz"),
    ],
)
def test_claim_is_attributed_to_its_speakers(told: Told, text: str, speakers: str) -> None:
    attackers = [line for line in told(text) if " attacker " in line]
    assert [line.split("[")[1].rstrip("]") for line in attackers] == [speakers]


def test_without_a_speaker_the_article_speaks(told: Told) -> None:
    assert "attack_1 target convoy" in told("Rebels shelled a convoy near Taiz.")


def test_pronoun_stands_for_the_last_speaker(told: Told) -> None:
    text = "Gen. Ana Ruiz spoke to reporters. She said rebels shelled a convoy near Taiz."
    assert "attack_1 target convoy [Ana Ruiz]" in told(text)


def test_words_between_quotation_marks_are_direct_speech(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of('"Rebels shelled a convoy near Taiz," said Gen. Ana Ruiz.')
    assert {c.speech for c in sheet.claims if c.property == "target"} == {Speech.DIRECT}
    sheet = sheet_of("Rebels shelled a convoy near Taiz, Gen. Ana Ruiz said.")
    assert {c.speech for c in sheet.claims if c.property == "target"} == {Speech.INDIRECT}


def test_claims_of_the_headline_are_marked(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("Rebels shell convoy near Taiz\n\nRain fell on Monday, and the market of Taiz stayed open.")
    assert {c.speech for c in sheet.claims} == {Speech.HEADLINE}


def test_day_of_the_telling_does_not_date_the_event(told: Told) -> None:
    assert not [line for line in told("Officials said Monday that rebels shelled a convoy.") if " date " in line]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quotations('a "b c\nd "e" f') == [(3, 6), (10, 11)]


def test_what_it_said_may_stand_before_it(told: Callable[[str], list[str]]) -> None:
    claims = told("French forces struck a camp, the army said on Tuesday. Seven sailors were killed, it said.")
    assert [c for c in claims if " killed 7 [army]" in c]


def test_the_military_is_no_armed_group_that_spoke_last(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "French forces struck a depot, the French army said. The Houthis said that one man died. "
        "The military said rebels attacked a port."
    )
    assert not [c for c in claims if " attacker rebels" in c and "Houthi" in c]


def test_what_follows_said_it_is_said_and_what_stands_before_is_not(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "French forces struck a camp in Mali on Monday, and in another raid, the Pentagon said it killed a Hamas leader."
    )
    assert "strike_1 attacker French forces" in claims


def test_saying_gives_the_speaker_before_it(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "A Houthi spokesman, Brig. Gen. Ada Stone, claimed the attacks, saying the rebels hit a tanker in the Red Sea."
    )
    assert any(c.startswith("attack_1 target tanker [") for c in claims)


def test_what_somebody_denies_is_denied_by_them(told: Told) -> None:
    claims = told(
        "Rebels attacked a convoy, the army said. A spokesman for the rebels denied that the group had attacked the convoy."
    )
    attackers = {claim for claim in claims if " attacker " in claim}
    assert any("[army]" in claim and "denied" not in claim for claim in attackers)
    assert any("(denied)" in claim and "[spokesman" in claim for claim in attackers)
    assert not any("(denied)" not in claim and "[spokesman" in claim for claim in attackers)


def test_a_denial_ends_where_another_statement_begins(told: Told) -> None:
    claims = told("Rebels denied attacking a convoy but said that gunmen attacked a market in Gao.")
    assert any("target convoy" in claim and "(denied)" in claim for claim in claims)
    assert any("attacker gunmen" in claim and "denied" not in claim for claim in claims)


def test_doctors_speak_for_themselves(told: Told) -> None:
    claims = told("Rebels attacked a market in Gao. Doctors at a local hospital said 11 people were wounded.")
    assert any("injured 11" in claim and "[Doctors" in claim for claim in claims)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Five killed in French strike on camp - governor\n\nMore will follow.", "strike_1 killed 5 [governor]"),
        ("Pentagon: rebels attack convoy\n\nMore will follow.", "attack_1 target convoy [Pentagon]"),
        (
            "In Niger, the army said in a statement that rebels attacked a convoy.",
            "attack_1 target convoy [army]",
        ),
    ],
)
def test_speakers_of_headlines_and_of_statements(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_a_middle_initial_does_not_cut_a_name(told: Told) -> None:
    claims = told("Rebels attacked a convoy, Pentagon Press Secretary John F. Doe told reporters.")
    assert "attack_1 target convoy [John F. Doe]" in claims


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Rebels shelled a convoy near Taiz, according to a Pentagon statement.", "Pentagon"),
        ("Rebels shelled a convoy near Taiz, according to a press release from the Pentagon.", "Pentagon"),
        ("An earlier statement by the French army said rebels shelled a convoy.", "French army"),
        ("The Pentagon's initial assessment is that rebels shelled a convoy.", "Pentagon"),
        ("A villager who fought the militants said rebels shelled a convoy.", "villager"),
        ("Rebels shelled a convoy and hurt nine guards, residents and a rights group said Sunday.", "residents"),
        ("Rebels shelled a convoy, according to Ko Tan, an anti-rebel fighter.", "Ko Tan"),
        ('"Rebels shelled a convoy near Taiz," the Pentagon explained.', "Pentagon"),
        ("A spokesman told Reuters 10 rebels shelled a convoy.", "Reuters, spokesman"),
        ('"Rebels shelled a convoy," Gen. Ana Ruiz told Reuters in a long interview by phone.', "Reuters, Ana Ruiz"),
        ("Ana Ruiz said rebels shelled a convoy.", "Ana Ruiz"),
        ("Radio Mirefield said rebels shelled a convoy.", "Radio Mirefield"),
        ("The prosecutor's office said rebels shelled a convoy.", "prosecutor's office"),
        ("Ana Ruiz, the regional governor, said rebels shelled a convoy.", "Ana Ruiz"),
        ("The army's Northern Command, or NORCOM, says rebels shelled a convoy.", "Northern Command"),
        ("France accused rebels of shelling a convoy.", "France"),
        ("Rebels shelled a convoy, the state news agency Northwire said.", "state news agency Northwire"),
        ('"Rebels shelled a convoy," Reuters quoted an official saying.', "Reuters, official"),
        ("Reuters quoted an official as saying rebels shelled a convoy.", "Reuters, official"),
        ("Rebels shelled a convoy, activists said.", "activists"),
        ("Rebels shelled a convoy, police and medical sources said.", "police and medical sources"),
        ("Rebels shelled a convoy, according to military and medical officials.", "military and medical officials"),
        ("Rebels shelled a convoy, police and villagers said.", "police"),
        ("Rebels shelled a convoy, according to a Reuters tally.", "Reuters"),
        ("Rebels shelled a convoy, according to a tally by the French news agency, Reuters.", "French news agency"),
        ("Rebels shelled a convoy, the White Helmets said.", "White Helmets"),
        ("Officials in Northtown and Southtown said rebels shelled a convoy.", "Officials"),
        ('"Rebels shelled a convoy near Taiz," Gen. Ana Ruiz told Reuters.', "Reuters, Ana Ruiz"),
        (
            '"Rebels shelled a convoy near Taiz," Gen. Ana Ruiz told reporters, referring to the base at Mirefield.',
            "Ana Ruiz",
        ),
    ],
)
def test_speakers_of_statements_towns_and_interviews(told: Told, text: str, speakers: str) -> None:
    attackers = [line for line in told(text) if " attacker " in line]
    assert [line.split("[")[1].rstrip("]") for line in attackers] == [speakers]


def test_a_medium_does_not_cite_itself(lines: Callable[[FactSheet], list[str]]) -> None:
    article = Article("Gen. Ana Ruiz told Reuters that rebels shelled a convoy near Taiz.", publisher="Reuters")
    assert "attack_1 attacker rebels [Ana Ruiz]" in lines(RuleExtractor().extract(article))


def test_what_stands_apart_behind_it_says_is_not_what_it_says(told: Told) -> None:
    text = "France has 900 troops in Niger on a mission it says helps fight the Houthis, which in 2014 attacked Mirefield."
    assert "attack_2 attacker Houthis" in told(text)


def test_a_body_is_known_by_the_word_for_what_it_is(told: Told) -> None:
    text = "The Northern Observatory for Rights said it was dark. Rebels shelled a convoy, the Observatory said."
    assert "attack_1 target convoy [Northern Observatory]" in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The state news agency Northwire said it was dark. Rebels shelled a convoy, Northwire said.", "Northwire"),
        (
            "The French army said it was dark. The health ministry said so. The army said rebels shelled a convoy.",
            "French army",
        ),
        ("The French army said it was dark. Rebels shelled a convoy, the military statement said.", "French army"),
        ("Rebels shelled a convoy, according to Mirefield.", "Mirefield"),
    ],
)
def test_who_spoke_before_is_known_by_a_word(told: Told, text: str, who: str) -> None:
    attackers = [line for line in told(text) if " attacker " in line]
    assert [line.split("[")[1].rstrip("]").endswith(who) for line in attackers] == [True]


def test_militants_with_guns_attack_and_not_their_guns(told: Told) -> None:
    assert "attack_1 attacker militants" in told("Two militants carrying guns and grenades attacked a port.")


def test_another_ministry_is_not_the_one_that_spoke_last(told: Told) -> None:
    claims = told("The French defense ministry said it was dark. The health ministry said rebels shelled a convoy.")
    assert "attack_1 attacker rebels [health ministry]" in claims


def test_a_ministry_is_not_the_army_that_spoke_last(told: Told) -> None:
    claims = told("The French army said it was dark. The ministry said rebels shelled a convoy.")
    assert not [line for line in claims if "[French army]" in line]


def test_two_sources_are_two(sheet_of: Callable[[str], FactSheet]) -> None:
    text = (
        "A source close to the Houthis said rebels shelled a convoy. A source from the ministry said rebels shelled a camp."
    )
    names = {a.name for a in sheet_of(text).actors if a.name.startswith("source")}
    assert len(names) == 2


def test_what_the_army_said_of_an_event_is_not_what_the_group_said(told: Told) -> None:
    claims = told(
        "Hezbollah said it fired rockets at a base, an attack that the Israeli military said left 14 soldiers wounded."
    )
    assert [c for c in claims if c.endswith("injured 14 [Israeli military]")]


def test_an_agency_behind_which_speaks(told: Told) -> None:
    claims = told("Rebels shelled a convoy, according to Reuters, which reported nine wounded.")
    assert "attack_1 injured 9 [Reuters]" in claims


def test_what_another_says_behind_and_is_no_longer_what_the_first_says(told: Told) -> None:
    claims = told("Rebels attacked a port. Reuters reported a death toll of 15 and state TV said 40 people were wounded.")
    assert {"attack_1 killed 15 [Reuters]", "attack_1 injured 40 [state TV]"} <= set(claims)


def test_a_name_alone_speaks_beside_said(told: Told) -> None:
    assert "attack_1 killed 14 [Mirefield]" in told('Rebels attacked a port. "They killed 14 people," Mirefield said.')


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Reuters reported, citing three officials, that rebels attacked a mill.", "Reuters, three officials"),
        ("Rebels attacked a mill, Reuters reported, citing three officials.", "Reuters, three officials"),
        ("According to a statement posted on X by the French army, rebels attacked a mill.", "French army"),
        ("Rebels attacked a mill, according to a statement released Monday by the French army.", "French army"),
        ("Rebels attacked a mill, the French army posted on Telegram.", "French army"),
        ("The French army clarified that rebels attacked a mill.", "French army"),
        ("Rebels attacked a mill, Gov. Omar Reed wrote on Telegram.", "Omar Reed"),
        ("Police chief Omar Reed told The Associated Press that rebels attacked a mill.", "The Associated Press, Omar Reed"),
        ("The U.N. mission in Niger said rebels attacked a mill.", "U.N. mission"),
        ("A military statement said on Monday that rebels attacked a mill.", "military"),
        ("Rebels attacked a mill, Northwire reported.", "Northwire"),
        ("Rebels attacked a mill, Syrian and Iranian state media reported.", "Syrian and Iranian state media"),
        ("Rebels attacked a mill, local elder Omar Reed said.", "Omar Reed"),
        ("Rebels attacked a mill, Iraqi Kurdistan's security service said.", "Iraqi Kurdistan's security service"),
        ("An official speaking on condition of anonymity said rebels attacked a mill.", "official"),
    ],
)
def test_speaker_is_found_past_what_stands_between(told: Told, text: str, speakers: str) -> None:
    assert f"attack_1 target mill [{speakers}]" in told(text)


def test_troops_posted_somewhere_say_nothing(told: Told) -> None:
    assert "attack_1 target mill" in told("French troops posted on the border saw that rebels attacked a mill.")


def test_they_who_named_and_said_are_those_who_spoke_before(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "Bamako police said rebels attacked a bank on Monday. They named the dead and said four people were wounded."
    )
    assert any(line.startswith("attack_1 injured 4 [") for line in claims)


def test_the_coalition_is_not_the_police_who_spoke_before(told: Callable[[str], list[str]]) -> None:
    claims = told("Police said rebels attacked a bank on Monday. The coalition said it intercepted two drones.")
    assert "strike_2 target two drones [coalition]" in claims


@pytest.mark.parametrize(
    "said", ["the army reported, saying", "the army said on Monday, saying", "the army reported Monday, adding that"]
)
def test_whoever_reported_goes_on_saying(told: Told, said: str) -> None:
    lines = told(f"Rebels shelled a market in Gao, {said} two guards were killed.")
    assert "attack_1 attacker Rebels [army]" in lines
    assert "attack_1 killed 2 [army]" in lines


def test_accuser_in_a_clause_of_its_own_is_not_cited_by_the_accused(told: Told) -> None:
    lines = told("The army said it had killed 20 fighters near Kidal, while separatists accused it of killing 11 civilians.")
    assert "attack_1 killed 20 [army]" in lines
    assert [x for x in lines if x.endswith("killed 11 [separatists]")]


def test_it_and_its_forces_mean_who_the_sentence_before_was_about(told: Told) -> None:
    lines = told(
        "The Kenyan army did not confirm the strikes. On Friday it said its forces had destroyed two drones in Lamu."
    )
    assert "strike_1 attacker Kenyan army [Kenyan army]" in lines
    assert "strike_1 place Lamu [Kenyan army]" in lines


def test_an_alliance_speaks(told: Told) -> None:
    lines = told("The Northern rebel alliance said drones hit a gold mining site at Gao.")
    assert "attack_1 target gold mining site [Northern rebel alliance]" in lines


def test_one_who_goes_on_saying_is_whoever_spoke_last(told: Told) -> None:
    lines = told("The army bombed a camp in Gao, according to two residents, with one saying that a clinic had been hit.")
    assert [x for x in lines if x.endswith("target clinic [two residents]")]


def test_whoever_says_it_behind_with_is_the_speaker(told: Told) -> None:
    lines = told("Rebels shelled Gao, with officials saying two guards were killed.")
    assert "attack_1 killed 2 [officials]" in lines
    assert "attack_1 attacker Rebels" in lines


def test_they_who_said_so_are_the_unnamed_who_spoke_last(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "Hamas denied that it used the clinic. "
        "An Israeli strike on a house in Rafah killed nine people, medics told Reuters. "
        "The dead included two teachers, they said."
    )
    assert "strike_1 killed 2 [medics]" in lines


def test_governor_who_is_named_alone_in_the_next_sentence_spoke_before(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "The governor of the Sumy region said a Russian missile hit a hotel. Oleh Koval said on Telegram a cook was killed."
    )
    assert "strike_1 target hotel [Oleh Koval]" in lines


def test_governor_is_not_whoever_is_told_with_another_office(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "The governor of the Sumy region said a Russian missile hit a hotel. Oleh Koval, a doctor, said a cook was killed."
    )
    assert "strike_1 target hotel [governor]" in lines


def test_the_military_is_not_the_air_force_that_spoke_before(told: Callable[[str], list[str]]) -> None:
    lines = told("Ukraine's air force said Russia launched 12 drones. The military said it shot down five of the drones.")
    assert "strike_2 target five of the drones [military]" in lines


def test_what_stands_before_a_semicolon_is_said_too(told: Callable[[str], list[str]]) -> None:
    lines = told("A drone hit a base in Syria; two guards were killed, the governor said.")
    assert {"attack_1 place Syria [governor]", "attack_1 killed 2 [governor]"} <= set(lines)


def test_the_army_is_not_the_command_that_spoke_before(told: Callable[[str], list[str]]) -> None:
    lines = told("U.S. Central Command said nobody was hurt. The army said it hit a depot in Homs.")
    assert "strike_1 target depot [army]" in lines


def test_body_known_by_its_letters_speaks_by_its_statement(told: Callable[[str], list[str]]) -> None:
    lines = told('"Two guards were injured after a tank fired at a tower in Naqoura," a statement from UNIFIL said.')
    assert "attack_1 injured 2 [UNIFIL]" in lines
