import pytest

from belligraph.processes import Child

# any module of ours that reads until the pipe closes will do
WORKER = ("belligraph.pipeline.worker", "https://data.example/")


def test_a_child_that_is_killed_is_gone() -> None:
    child = Child(*WORKER)
    child.kill()
    assert child.process.returncode is not None
    child.kill()


def test_a_child_stops_when_its_pipe_closes() -> None:
    child = Child(*WORKER)
    child.close(seconds=30)
    assert child.process.returncode == 0


def test_a_child_that_died_closes_the_pipe() -> None:
    child = Child(*WORKER)
    child.process.kill()
    with pytest.raises(EOFError):
        child.connection.recv()
    child.kill()
