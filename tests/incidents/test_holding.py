"""People's decisions hold for the events that they were made on, whatever numbers these get."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belligraph.errors import PublicationError
from belligraph.incidents import DECISIONS_FILE, INCIDENTS_FILE, Former, digest, group_reports, read_decisions
from belligraph.incidents.identity import Lost, find_event, marks_of
from belligraph.iri import Iris
from belligraph.model.reports import ArticleReport

from .conftest import DRONES, MORTARS, ROCKETS, Told, article

IRIS = Iris("https://example.org/")
ONE, OTHER = f"{1:016x}", f"{2:016x}"
# told by the same sentence as the rockets, but elsewhere and on another day
IN_ONE_SENTENCE = (ROCKETS[0], "other_base", "2024-05-09")


class Publications:
    """Releases one after the other, with a file of decisions that is only ever added to."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0
        self._live: list[int] = []

    def decide(self, decision: str, one: str, other: str) -> None:
        with (self._folder / "links.tsv").open("a", encoding="utf-8") as file:
            file.write(f"2024-05-09\tAda Brandt\t{decision}\t{ONE}/{one}\t{OTHER}/{other}\n")

    def roll_back(self) -> None:
        """Makes the release before the last one live."""
        self._live = [self._live[1], self._live[0], *self._live[2:]]

    def publish(self, *told: ArticleReport) -> tuple[set[frozenset[str]], tuple[str, ...]]:
        """The events of each incident, as a1 for e1 of the first article and b1 for that of the other; what is lost."""
        self._number += 1
        folders = [self._folder / str(number) for number in self._live]
        former = Former(folders[0] / INCIDENTS_FILE, tuple(f / DECISIONS_FILE for f in folders)) if folders else None
        this = self._folder / str(self._number)
        this.mkdir()
        lines = read_decisions(self._folder / "links.tsv")
        work, lost = group_reports([digest(t, IRIS) for t in told], None, lines, former, this)
        incidents: dict[str, set[str]] = {}
        for ref, incident in work.database.execute("SELECT ref, incident FROM report JOIN member USING (number)"):
            key, _, event = ref.partition("/")
            incidents.setdefault(incident, set()).add(f"{'a' if key == ONE else 'b'}{event[1:]}")
        work.close()
        self._live.insert(0, self._number)
        return {frozenset(events) for events in incidents.values()}, lost


@pytest.fixture
def publications(tmp_path: Path) -> Publications:
    return Publications(tmp_path)


def groups(*events: str) -> set[frozenset[str]]:
    """`"a1 b1"` is one incident with both."""
    return {frozenset(each.split()) for each in events}


def test_a_decision_follows_its_event_to_another_number(publications: Publications) -> None:
    other = article(OTHER, e1=MORTARS)
    assert publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other) == (groups("a1", "a2", "b1"), ())
    publications.decide("same", "e1", "e1")
    assert publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other) == (groups("a1 b1", "a2"), ())
    assert publications.publish(article(ONE, e1=DRONES, e2=ROCKETS), other) == (groups("a2 b1", "a1"), ())
    # and again, as the numbers of the release before are others already
    assert publications.publish(article(ONE, e1=MORTARS, e2=DRONES, e3=ROCKETS), other)[0] >= groups("a2")
    assert publications.publish(article(ONE, e1=ROCKETS), other) == (groups("a1 b1"), ())


def test_a_decision_means_the_numbers_of_the_live_release_that_its_reviewer_saw(publications: Publications) -> None:
    other = article(OTHER, e1=MORTARS)
    publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other)
    publications.decide("same", "e1", "e1")
    # the first release with the decision has other numbers
    assert publications.publish(article(ONE, e1=DRONES, e2=ROCKETS), other) == (groups("a2 b1", "a1"), ())


def test_that_two_differ_holds_for_the_two_after_their_numbers_change(publications: Publications) -> None:
    other = article(OTHER, e1=ROCKETS)
    assert publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other)[0] == groups("a1 b1", "a2")
    publications.decide("different", "e1", "e1")
    assert publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other) == (groups("a1", "a2", "b1"), ())
    assert publications.publish(article(ONE, e1=DRONES, e2=ROCKETS), other) == (groups("a1", "a2", "b1"), ())


@pytest.mark.parametrize("instead", [MORTARS, IN_ONE_SENTENCE])
def test_a_decision_on_an_event_that_is_gone_is_told_and_applied_to_no_other(
    publications: Publications, instead: Told
) -> None:
    other = article(OTHER, e1=DRONES)
    publications.publish(article(ONE, e1=ROCKETS), other)
    publications.decide("same", "e1", "e1")
    assert publications.publish(article(ONE, e1=ROCKETS), other) == (groups("a1 b1"), ())
    for _ in range(2):  # it is told until somebody takes it back
        incidents, (told,) = publications.publish(article(ONE, e1=instead), other)
        assert incidents == groups("a1", "b1")
        assert "links.tsv:1" in told
        assert f"{ONE}/e1: {Lost.GONE}" in told
    # it is there again
    assert publications.publish(article(ONE, e1=instead, e2=ROCKETS), other) == (groups("a1", "a2 b1"), ())


def test_a_decision_on_an_article_that_is_taken_back_is_told(publications: Publications) -> None:
    publications.publish(article(ONE, e1=ROCKETS), article(OTHER, e1=DRONES))
    publications.decide("same", "e1", "e1")
    incidents, (told,) = publications.publish(article(OTHER, e1=DRONES))
    assert incidents == groups("b1")
    assert f"{ONE}/e1: {Lost.GONE}" in told


def test_a_decision_on_an_event_that_never_was_is_told(publications: Publications) -> None:
    publications.decide("same", "e7", "e1")
    _, (told,) = publications.publish(article(ONE, e1=ROCKETS), article(OTHER, e1=DRONES))
    assert "tells of such an attack" in told


def test_a_corrected_day_or_quote_does_not_lose_a_decision(publications: Publications) -> None:
    other = article(OTHER, e1=DRONES)
    publications.publish(article(ONE, e1=ROCKETS), other)
    publications.decide("same", "e1", "e1")
    passage, place, day = ROCKETS
    assert publications.publish(article(ONE, e3=(passage, place, "2024-05-05")), other) == (groups("a3 b1"), ())
    assert publications.publish(article(ONE, e4=(f"{passage} again", place, "2024-05-05")), other) == (groups("a4 b1"), ())
    # step by step all of it may change; what counts is what it was last
    assert publications.publish(article(ONE, e4=(f"{passage} again", "other_base", "2024-05-05")), other)[1] == ()
    assert publications.publish(article(ONE, e1=(f"{passage} again", "other_base", day)), other)[1] == ()


def test_two_that_became_one_event_cannot_differ_and_this_is_told(tmp_path: Path, publications: Publications) -> None:
    later = (ROCKETS[0], "base", "2024-05-08")
    publications.publish(article(ONE, e1=ROCKETS, e2=later))
    with (tmp_path / "links.tsv").open("a", encoding="utf-8") as file:
        file.write(f"2024-05-09\tAda Brandt\tdifferent\t{ONE}/e1\t{ONE}/e2\n")
    incidents, (told,) = publications.publish(article(ONE, e1=(ROCKETS[0], "base", "2024-05-07")))
    assert incidents == groups("a1")
    assert "one event" in told


def test_a_merge_leaves_a_decision_with_the_event_that_the_whole_is_like(publications: Publications) -> None:
    other = article(OTHER, e1=MORTARS)
    beside = (ROCKETS[0], "base", "2024-05-10")
    publications.publish(article(ONE, e1=ROCKETS, e2=beside), other)
    publications.decide("same", "e2", "e1")
    incidents, (told,) = publications.publish(article(ONE, e1=ROCKETS), other)
    assert incidents == groups("a1", "b1")
    assert f"{ONE}/e2: {Lost.MERGED}" in told


def test_a_split_that_leaves_it_open_which_is_the_event_is_told(publications: Publications) -> None:
    other = article(OTHER, e1=MORTARS)
    publications.publish(article(ONE, e1=(ROCKETS[0], "base", "2024-05")), other)
    publications.decide("same", "e1", "e1")
    halves = article(ONE, e1=(ROCKETS[0], "base", "2024-05-06"), e2=(ROCKETS[0], "base", "2024-05-12"))
    incidents, (told,) = publications.publish(halves, other)
    assert incidents == groups("a1", "a2", "b1")
    assert f"{ONE}/e1: {Lost.SPLIT}" in told


def test_a_split_leaves_a_decision_with_the_part_that_is_like_the_event(publications: Publications) -> None:
    other = article(OTHER, e1=MORTARS)
    publications.publish(article(ONE, e1=ROCKETS), other)
    publications.decide("same", "e1", "e1")
    parts = article(ONE, e1=(ROCKETS[0], "base", "2024-05-12"), e2=ROCKETS)
    assert publications.publish(parts, other) == (groups("a1", "a2 b1"), ())


def test_a_lost_decision_is_taken_back_by_repeating_it_and_nothing_else_is(publications: Publications) -> None:
    other = article(OTHER, e1=DRONES)
    publications.publish(article(ONE, e1=ROCKETS), other)
    publications.decide("same", "e1", "e1")
    publications.publish(article(ONE, e1=MORTARS), other)
    publications.decide("same", "e1", "e1")  # of the mortars, which have this number by now
    incidents, lost = publications.publish(article(ONE, e1=MORTARS), other)
    assert incidents == groups("a1 b1")
    assert len(lost) == 1
    publications.decide("unsure", "e1", "e1")
    assert publications.publish(article(ONE, e1=MORTARS), other) == (groups("a1 b1"), ())
    # and taken back it stays when the event comes again
    assert publications.publish(article(ONE, e1=MORTARS, e2=ROCKETS), other) == (groups("a1 b1", "a2"), ())


def test_a_decision_that_another_followed_does_not_come_back_for_the_event_that_has_its_number(
    publications: Publications,
) -> None:
    other = article(OTHER, e1=MORTARS)
    publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other)
    publications.decide("same", "e1", "e1")
    publications.decide("different", "e1", "e1")
    assert publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other) == (groups("a1", "a2", "b1"), ())
    for _ in range(2):
        assert publications.publish(article(ONE, e1=DRONES, e2=ROCKETS), other) == (groups("a1", "a2", "b1"), ())


def test_unsure_takes_a_decision_back_by_the_numbers_of_today(publications: Publications) -> None:
    other = article(OTHER, e1=MORTARS)
    publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other)
    publications.decide("same", "e1", "e1")
    publications.publish(article(ONE, e1=DRONES, e2=ROCKETS), other)
    publications.decide("unsure", "e2", "e1")
    assert publications.publish(article(ONE, e1=DRONES, e2=ROCKETS), other) == (groups("a1", "a2", "b1"), ())


def test_a_decision_outlives_a_rollback(publications: Publications) -> None:
    other = article(OTHER, e1=MORTARS)
    publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other)
    publications.publish(article(ONE, e1=DRONES, e2=ROCKETS), other)
    publications.decide("same", "e1", "e1")  # the drones
    publications.publish(article(ONE, e1=DRONES, e2=ROCKETS), other)
    publications.roll_back()
    assert publications.publish(article(ONE, e1=ROCKETS, e2=DRONES), other) == (groups("a2 b1", "a1"), ())


def test_a_record_that_no_release_wrote_is_told(tmp_path: Path, publications: Publications) -> None:
    publications.decide("same", "e1", "e1")
    publications.publish(article(ONE, e1=ROCKETS), article(OTHER, e1=DRONES))
    (tmp_path / "1" / DECISIONS_FILE).write_text("half a li", "utf-8")
    with pytest.raises(PublicationError, match=r"decisions\.tsv:1"):
        publications.publish(article(ONE, e1=ROCKETS), article(OTHER, e1=DRONES))


names = st.lists(st.text("abc", min_size=1, max_size=3), unique=True, min_size=1, max_size=6)


@given(names, st.randoms(use_true_random=False))
def test_an_event_is_found_under_any_numbers_and_once_gone_never(passages: list[str], random: object) -> None:
    marks = [marks_of("attack", [p], [p], "", [], []) for p in passages]
    order = list(range(len(marks)))
    random.shuffle(order)  # type: ignore[attr-defined]
    now = {f"x/e{place}": marks[n] for place, n in enumerate(order)}
    for n, its in enumerate(marks):
        at = f"x/e{order.index(n)}"
        assert find_event(f"x/e{n}", its, marks, now) == at
        assert find_event(f"x/e{n}", its, marks, {ref: m for ref, m in now.items() if ref != at}) == Lost.GONE
