"""The word lists: what they hold, where they come from."""

from __future__ import annotations

from pathlib import Path

import belligraph.extract as package
from belligraph.extract.lexicon import NameKind, lexicon
from belligraph.model.sheet import ActorKind

FOLDER = Path(package.__file__).parent / "lexicons"


def test_every_list_begins_with_its_source_and_licence() -> None:
    files = sorted(p for p in FOLDER.iterdir() if p.is_file())
    assert files
    for path in files:
        head = path.read_text(encoding="utf-8").splitlines()[:2]
        assert head[0].startswith("# "), path.name
        assert "Source: written for Belligraph" in head[1], path.name
        assert "Licence: Apache-2.0" in head[1], path.name


def test_adjective_and_country_name_one_state() -> None:
    names = {form: name for forms in lexicon().names.values() for form, name in forms}
    assert names["Iranian",].canonical == names["Iran",].canonical == "Iran"
    assert names["Iranian",].kind is NameKind.DEMONYM
    assert names["Reuters",].actor is ActorKind.MEDIA


def test_longest_name_comes_first() -> None:
    forms = [form for form, _ in lexicon().names["islamic"]]
    assert forms.index(("Islamic", "State", "group")) < forms.index(("Islamic", "State"))
    assert [len(form) for form in forms] == sorted(map(len, forms), reverse=True)


def test_furniture_patterns_are_read_without_comments() -> None:
    furniture = lexicon().furniture
    assert furniture.match("All rights reserved.") is not None
    assert "Source:" not in furniture.pattern


def test_no_verb_of_saying_is_a_verb_of_force() -> None:
    said = lexicon().words["speech.said"]
    assert not any(said & words for name, words in lexicon().words.items() if name.startswith("verbs."))
