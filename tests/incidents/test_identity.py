"""Incidents keep their names when an article's events get other numbers."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from belligraph.incidents import Former, derive, digest
from belligraph.incidents.identity import marks_of, same_events
from belligraph.iri import Iris
from belligraph.model.reports import ArticleReport

from .conftest import DRONES, MORTARS, ROCKETS, article

IRIS = Iris("https://example.org/")
KEY = f"{1:016x}"


def release(folder: Path, number: int, told: ArticleReport) -> tuple[dict[str, str], dict[str, str]]:
    """Which incident each event is of, and what replaced what."""
    this, former = folder / str(number), Former(folder / str(number - 1) / "incidents.tsv")
    this.mkdir()
    list(derive([digest(told, IRIS)], IRIS, former=former, folder=this))
    rows = [row.split("\t") for row in (this / "incidents.tsv").read_text("utf-8").splitlines()]
    of = {ref.partition("/")[2]: incident for kind, ref, incident in rows if kind == "report"}
    return of, {old: new for kind, old, new in rows if kind == "replaced"}


def test_events_that_change_their_numbers_keep_their_incidents(tmp_path: Path) -> None:
    before, _ = release(tmp_path, 1, article(KEY, e1=ROCKETS, e2=DRONES))
    after, replaced = release(tmp_path, 2, article(KEY, e1=DRONES, e2=ROCKETS))
    assert (after["e1"], after["e2"]) == (before["e2"], before["e1"])
    assert replaced == {}


def test_an_event_before_the_others_moves_no_name(tmp_path: Path) -> None:
    before, _ = release(tmp_path, 1, article(KEY, e1=ROCKETS, e2=DRONES))
    after, replaced = release(tmp_path, 2, article(KEY, e1=MORTARS, e2=ROCKETS, e3=DRONES))
    assert (after["e2"], after["e3"]) == (before["e1"], before["e2"])
    # what is new gets a name that no incident ever had
    assert after["e1"] not in before.values()
    assert replaced == {}


def test_an_event_that_is_gone_leaves_its_name_to_nobody(tmp_path: Path) -> None:
    before, _ = release(tmp_path, 1, article(KEY, e1=ROCKETS, e2=DRONES))
    after, _ = release(tmp_path, 2, article(KEY, e1=MORTARS, e2=DRONES))
    assert after["e2"] == before["e2"]
    assert after["e1"] not in before.values()


def test_two_events_made_one_leave_a_redirect(tmp_path: Path) -> None:
    other = ("Rockets hit the base", "base", "2024-05-07")
    before, _ = release(tmp_path, 1, article(KEY, e1=ROCKETS, e2=other))
    after, replaced = release(tmp_path, 2, article(KEY, e7=ROCKETS))
    assert before["e1"] != before["e2"]
    assert after == {"e7": before["e1"]}
    assert replaced == {before["e2"]: before["e1"]}


def test_a_corrected_day_and_place_do_not_change_the_name(tmp_path: Path) -> None:
    before, _ = release(tmp_path, 1, article(KEY, e1=ROCKETS))
    after, _ = release(tmp_path, 2, article(KEY, e1=(ROCKETS[0], "other_base", "2024-05-05")))
    assert after == before


def test_a_release_without_marks_is_read_by_its_numbers(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "incidents.tsv").write_text(f"report\t{KEY}/e1\told-name\n", "utf-8")
    after, _ = release(tmp_path, 2, article(KEY, e1=ROCKETS))
    assert after == {"e1": "old-name"}


names = st.lists(st.text("abc", min_size=1, max_size=3), unique=True, min_size=1, max_size=6)


@given(names, st.randoms(use_true_random=False))
def test_any_renumbering_is_undone(passages: list[str], random: Random) -> None:
    marks = [marks_of("attack", [p], [p], "", [], []) for p in passages]
    former = {f"x/e{n}": m for n, m in enumerate(marks)}
    order = list(range(len(marks)))
    random.shuffle(order)
    now = {f"x/e{place}": marks[n] for place, n in enumerate(order)}
    assert same_events(former, now) == {f"x/e{n}": f"x/e{place}" for place, n in enumerate(order)}
