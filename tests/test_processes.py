from pathlib import Path

import pytest

from belligraph.processes import Child
from belligraph.store import StoreBuilder


@pytest.fixture
def worker(tmp_path: Path) -> tuple[str, ...]:
    """Any module of ours that reads until the pipe closes will do: here, one that answers queries."""
    StoreBuilder(tmp_path / "store").finish()
    return "belligraph.store.worker", str(tmp_path / "store"), "500", "1000"


def test_a_child_that_is_killed_is_gone(worker: tuple[str, ...]) -> None:
    child = Child(*worker)
    child.kill()
    assert child.process.returncode is not None
    child.kill()


def test_a_child_stops_when_its_pipe_closes(worker: tuple[str, ...]) -> None:
    child = Child(*worker)
    child.connection.recv()  # it has started
    child.close(seconds=30)
    assert child.process.returncode == 0


def test_a_child_that_died_closes_the_pipe(worker: tuple[str, ...]) -> None:
    child = Child(*worker)
    child.process.kill()
    with pytest.raises(EOFError):
        child.connection.recv()
    child.kill()
