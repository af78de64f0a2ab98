"""What counts as one version of a figure, and what a page says of whom it counts."""

from __future__ import annotations

from belligraph.ntriples import Term
from belligraph.release.reading import ClaimView, Speaker
from belligraph.web.rivals import side_by_side

INJURED = "https://w3id.org/belligraph/ns#injured"


def figure(name: str, words: str, value: str, whom: str | None) -> ClaimView:
    return ClaimView(
        iri=name, article="a", subject="e", subject_label="an attack", predicate=INJURED, obj=Term(f"<{name}/quantity>"),
        object_text=words, modality="certain", speech="indirect", chain=(Speaker("s", "the army", False),), passages=(),
        value=value, count_of=whom,
    )  # fmt: skip


def test_a_figure_of_own_soldiers_is_no_version_of_one_of_everybody() -> None:
    (group,) = side_by_side([figure("c1", "no casualties", "0", "own soldiers"), figure("c2", "nobody", "0", None)])
    assert {(v.figures, v.text, v.whom) for v in group.versions} == {
        ("0", "no casualties", "own soldiers"),
        ("0", "nobody", ""),
    }


def test_the_same_figure_of_the_same_people_is_one_version_in_whatever_words() -> None:
    (group,) = side_by_side(
        [figure("c1", "eight", "8", "injuries"), figure("c2", "8", "8", None), figure("c3", "8", "8", "people")]
    )
    (version,) = group.versions
    assert (version.figures, len(version.claims)) == ("8", 3)
    assert version.whom == ""  # they say it in different words; each claim tells its own


def test_a_figure_tells_whom_it_counts_unless_its_words_do() -> None:
    assert figure("c1", "no casualties", "0", "own soldiers").amount == "0 own soldiers"
    assert figure("c1", "8", "8", "soldiers").amount == "soldiers"
    assert figure("c1", "none of the civilians", "0", "civilians").amount == "0"
    assert figure("c1", "8", "8", None).amount == ""
