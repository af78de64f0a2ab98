"""Which reports are taken for reports of one happening. What is right follows from how each case is told."""

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from belligraph.errors import InputError
from belligraph.incidents import Former, Line, Workspace, candidates, derive, digest, likeness, read_decisions
from belligraph.incidents.decisions import Decision
from belligraph.incidents.reports import Report
from belligraph.iri import Iris
from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import ConceptObject, EventType, Property, Speech
from belligraph.vocab import BG, DCTERMS

from .conftest import claim, figure, tell

IRIS = Iris("https://data.example/war/")
REFS = [f"{n:016x}/e1" for n in range(6)]


def grouped(*told: ArticleReport, decisions: Sequence[Line] = ()) -> list[list[str]]:
    """The articles of each incident, by their numbers, one letter for each event."""
    found: dict[str, list[str]] = {}
    for chunk in derive([digest(t, IRIS) for t in told], IRIS, decisions):
        for subject, predicate, obj in chunk.incidents.triples:
            if predicate == f"<{BG.reportedAs}>":
                key, _, event = obj[1:-1].removeprefix(f"{IRIS.base}id/article/").partition("/event/")
                found.setdefault(subject, []).append(f"{int(key, 16)}{event[1:]}")
    return sorted(sorted(members) for members in found.values())


def test_one_attack_in_three_articles_is_one_incident() -> None:
    assert grouped(tell(1), tell(2), tell(3)) == [["11", "21", "31"]]


def test_attacks_on_one_base_in_one_month_are_apart() -> None:
    days = ("2024-05-06", "2024-05-07", "2024-05-11", "2024-05-20")
    told = [tell(n, day=day, published=date.fromisoformat(day)) for n, day in enumerate(days)]
    assert grouped(*told) == [["01"], ["11"], ["21"], ["31"]]


def test_attacks_on_one_day_on_two_bases_are_apart() -> None:
    assert grouped(tell(1), tell(2, place="other_base")) == [["11"], ["21"]]


def test_the_night_between_two_days_is_one_night() -> None:
    late = tell(1, day="2024-05-06", words="late on Monday")
    early = tell(2, day="2024-05-07", words="early Tuesday")
    assert grouped(late, early) == [["11", "21"]]


def test_morning_and_evening_with_other_weapons_are_two_attacks() -> None:
    morning = tell(1, words="Monday morning", weapon="drone")
    evening = tell(2, words="Monday evening", weapon="mortar")
    assert grouped(morning, evening) == [["11"], ["21"]]


def test_an_attack_and_the_strike_that_answers_it_are_two_incidents() -> None:
    assert grouped(tell(1), tell(2, kind=EventType.STRIKE)) == [["11"], ["21"]]


def test_a_series_joins_nothing() -> None:
    assert grouped(tell(1), tell(2, series=True)) == [["11"]]


def test_rival_figures_do_not_keep_reports_of_one_attack_apart() -> None:
    three = tell(1, claim("k", Property.KILLED, figure(3)))
    eight = tell(2, claim("k", Property.KILLED, figure(8)))
    assert grouped(three, eight) == [["11", "21"]]


def test_two_events_that_one_article_tells_are_two_whatever_they_share() -> None:
    weapon = claim("w", Property.INSTRUMENT, ConceptObject("rocket"), subject="e2")
    (incidents,) = [grouped(tell(1, weapon), tell(2))]
    assert ["11", "21"] in incidents
    assert ["12"] in incidents


def test_a_headline_tells_of_what_its_article_tells() -> None:
    headline = claim("w", Property.INSTRUMENT, ConceptObject("rocket"), subject="e2", speech=Speech.HEADLINE)
    assert grouped(tell(1, headline)) == [["11", "12"]]


def test_a_threat_is_no_report_of_an_attack() -> None:
    threat = tell(1, claim("o", Property.OUTCOME, ConceptObject("threatened")))
    assert grouped(threat, tell(2)) == [["11"], ["21"]]


def test_the_order_of_the_articles_changes_nothing() -> None:
    told = [tell(n, day=f"2024-05-{6 + n % 3:02}") for n in range(12)]
    shuffled = told[:]
    random.Random(5).shuffle(shuffled)
    assert grouped(*told) == grouped(*shuffled)


def test_an_article_without_any_date_joins_nothing() -> None:
    assert grouped(tell(1), tell(2, day=None, published=None)) == [["11"], ["21"]]


def comparisons(monkeypatch: pytest.MonkeyPatch, *told: ArticleReport) -> int:
    """How many pairs are looked at while the table of pairs is filled."""
    looked_at = list[tuple[str, str]]()

    def counting(a: Report, b: Report) -> str | None:
        looked_at.append((a.ref, b.ref))
        return likeness.rules_out(a, b)

    monkeypatch.setattr(candidates, "rules_out", counting)
    work = Workspace()
    for article in told:
        work.add(digest(article, IRIS))
    work.number()
    candidates.find_pairs(work)
    work.close()
    assert len(set(looked_at)) == len(looked_at)
    return len(looked_at)


def test_two_reports_that_share_place_and_parties_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert comparisons(monkeypatch, tell(1), tell(2)) == 1


def test_reports_of_one_place_are_compared_only_with_those_of_the_days_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [tell(n, day=f"2024-{n:02}-06") for n in range(1, 13)]
    assert comparisons(monkeypatch, *told) == 0


def test_in_a_crowd_of_one_place_and_day_comparisons_grow_with_the_reports_not_with_their_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some, twice = ([tell(n) for n in range(count)] for count in (200, 400))
    fewer, more = comparisons(monkeypatch, *some), comparisons(monkeypatch, *twice)
    assert more <= 2.3 * fewer
    assert more < 400 * 399 / 4


def test_reports_of_other_years_change_no_group() -> None:
    early = [tell(n, claim("k", Property.KILLED, figure(n % 3)), day=f"2024-05-{6 + n % 3:02}") for n in range(8)]
    late = [tell(n, day=f"2021-07-{10 + n % 2:02}", published=date(2021, 7, 12)) for n in range(8, 14)]
    assert grouped(*early, *late) == sorted(grouped(*early) + grouped(*late))


# ---------------------------------------------------------------- what people decide


def decided(tmp_path: Path, *lines: str) -> Sequence[Line]:
    path = tmp_path / "incidents.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return read_decisions(path)


def line(decision: str, one: int, other: int) -> str:
    return f"2024-05-09\tAda Brandt\t{decision}\t{one:016x}/e1\t{IRIS.article(f'{other:016x}').event('e1')}\ta note"


def test_what_people_decide_goes_before_every_score(tmp_path: Path) -> None:
    apart, alike = tell(1, place="other_base"), (tell(2), tell(3))
    assert grouped(apart, *alike) == [["11"], ["21", "31"]]
    same = decided(tmp_path, line("same", 1, 2), line("different", 2, 3))
    assert grouped(apart, *alike, decisions=same) == [["11", "21"], ["31"]]


def test_two_that_are_decided_to_differ_do_not_meet_through_a_third(tmp_path: Path) -> None:
    different = decided(tmp_path, line("different", 1, 2))
    incidents = grouped(tell(1), tell(2), tell(3), decisions=different)
    assert not any({"11", "21"} <= set(members) for members in incidents)


def test_the_last_decision_counts_and_unsure_takes_one_back(tmp_path: Path) -> None:
    taken_back = decided(tmp_path, line("different", 1, 2), line("unsure", 2, 1))
    assert grouped(tell(1), tell(2), decisions=taken_back) == [["11", "21"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"2024-05-09\tAda\tmaybe\t{REFS[0]}\t{REFS[1]}", "'maybe' is no decision"),
        (f"yesterday\tAda\tsame\t{REFS[0]}\t{REFS[1]}", "'yesterday'"),
        (f"2024-05-09\tAda\tsame\tattack\t{REFS[1]}", "'attack' is no event"),
        (f"2024-05-09\tAda\tsame\t{REFS[1]}", "4 columns"),
        (f"2024-05-09\tAda\tsame\t{REFS[1]}\t{REFS[1]}", "with itself"),
    ],
)
def test_a_line_that_is_no_decision_is_told_with_its_number(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        decided(tmp_path, "# a comment", text)
    assert told in str(caught.value)
    assert "incidents.tsv:2" in str(caught.value)


def test_decisions_that_clash_are_told(tmp_path: Path) -> None:
    clash = decided(tmp_path, line("same", 1, 2), line("same", 2, 3), line("different", 1, 3))
    with pytest.raises(InputError, match="the same through other decisions") as caught:
        grouped(tell(1), tell(2), tell(3), decisions=clash)
    assert "incidents.tsv:3" in str(caught.value)


# ---------------------------------------------------------------- names that last


def apart(*pairs: tuple[int, int]) -> Sequence[Line]:
    """That the attacks of these articles are different."""
    return [Line("here", f"{a}{b}", (REFS[a], REFS[b]), Decision.DIFFERENT, "a") for a, b in pairs]


def release(folder: Path, number: int, *told: ArticleReport, decisions: Sequence[Line] = ()) -> dict[str, str]:
    """The incident of each article's attack, as the release of that number names it; it reads the one before."""
    this, former = folder / str(number), Former(folder / str(number - 1) / "incidents.tsv")
    this.mkdir()
    chunks = derive([digest(t, IRIS) for t in told], IRIS, decisions, former, this)
    replaced = {(s, o) for chunk in chunks for s, p, o in chunk.incidents.triples if p == f"<{DCTERMS.isReplacedBy}>"}
    rows = [row.split("\t") for row in (this / "incidents.tsv").read_text("utf-8").splitlines()]
    found = {ref: key for kind, ref, key in rows if kind == "report"}
    assert replaced == {
        (f"<{IRIS.incident(old)}>", f"<{IRIS.incident(new)}>") for kind, old, new in rows if kind == "replaced"
    }
    found |= {f"{old} replaced by": new for kind, old, new in rows if kind == "replaced"}
    return found


def test_an_incident_keeps_its_name_when_an_article_joins_it(tmp_path: Path) -> None:
    first = release(tmp_path, 1, tell(3))
    second = release(tmp_path, 2, tell(1), tell(3))
    assert second[REFS[1]] == second[REFS[3]] == first[REFS[3]]


def test_a_merge_leaves_a_redirect_in_every_later_release(tmp_path: Path) -> None:
    told = (tell(1), tell(2), tell(3))
    first = release(tmp_path, 1, *told, decisions=apart((1, 3), (2, 3)))
    assert first[REFS[1]] == first[REFS[2]] != first[REFS[3]]
    for number in (2, 3):
        later = release(tmp_path, number, *told)
        assert {later[ref] for ref in REFS[1:4]} == {first[REFS[1]]}
        assert later[f"{first[REFS[3]]} replaced by"] == first[REFS[1]]


def test_a_split_keeps_the_name_with_the_larger_part_and_leaves_a_redirect_to_the_other(tmp_path: Path) -> None:
    told = (tell(1), tell(2), tell(3))
    first = release(tmp_path, 1, *told)
    second = release(tmp_path, 2, *told, decisions=apart((1, 2), (1, 3)))
    assert second[REFS[2]] == second[REFS[3]] == first[REFS[1]]
    assert second[REFS[1]] != first[REFS[1]]
    assert second[f"{first[REFS[1]]} replaced by"] == second[REFS[1]]


def test_an_incident_that_nobody_reports_any_more_is_gone_and_the_others_keep_their_names(tmp_path: Path) -> None:
    first = release(tmp_path, 1, tell(1), tell(4, place="other_base"))
    second = release(tmp_path, 2, tell(4, place="other_base"))
    assert second == {REFS[4]: first[REFS[4]]}
