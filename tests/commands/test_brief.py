"""`interview --brief`: the task statement, the stub, questions and answers, and the debrief."""

from pathlib import Path

import pytest

from grader import cli

from ..helpers.clocks import TestClock
from ..helpers.fakes import BRIEF, BRIEF_STUB, STUB, Fakes, fakes, said

__all__ = ["fakes"]

Capture = pytest.CaptureFixture[str]
MINE = "import numpy as np\n"


@pytest.fixture
def clock() -> TestClock:
    """A clock that the test controls."""
    return TestClock()


@pytest.fixture
def brief(fakes: Fakes) -> Fakes:
    """An exercise that has a brief."""
    fakes.brief = BRIEF
    return fakes


def interview(clock: TestClock, *options: str) -> int:
    """Run `interview` and return the exit status."""
    return cli.main(["interview", *options], clock)


def held(fakes: Fakes) -> str:
    """The content of the exercise file."""
    return fakes.exercise.read_text(encoding="utf-8")


def test_exercise_without_a_brief_is_refused(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    assert interview(clock, "--brief", "--yes") == 2
    assert said(capsys) == (
        "linear_regression has no brief statement. Leave out --brief: python -m grader interview"
    )
    assert (held(fakes), fakes.events()) == (MINE, [])


def test_task_is_stated_in_brief_and_so_is_the_stub(brief: Fakes, clock: TestClock, capsys: Capture) -> None:
    assert interview(clock, "--brief", "--yes") == 0
    shown = said(capsys)
    assert "Write a class. This leaves some points open." in shown
    assert "predict(X)" not in shown
    assert held(brief) == BRIEF_STUB
    assert brief.past().of("interview-started")[0].facts["brief"] is True


def test_questions_are_listed_answered_and_recorded_once(
    brief: Fakes, clock: TestClock, capsys: Capture
) -> None:
    interview(clock, "--brief", "--yes")
    capsys.readouterr()
    assert interview(clock, "--ask") == 0
    listed = said(capsys)
    number = next(n for n in "123" if f"{n} Half of it?" in listed)
    assert "No, all of it." not in listed
    for _ in range(2):
        assert interview(clock, "--ask", number) == 0
        assert said(capsys) == "You asked Half of it? Answer No, all of it."
    asked = [(r.event, r.facts["question"]) for r in brief.past().of("task-asked")]
    assert asked == [("task-asked", "half")]
    interview(clock, "--ask")
    assert f"{number} Half of it? Answer No, all of it." in said(capsys)


def test_debrief_names_what_would_have_mattered(brief: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--brief", "--yes")
    capsys.readouterr()
    interview(clock, "--ask")
    listed = said(capsys)
    for text in ("Half of it?", "May I ask?"):
        interview(clock, "--ask", next(n for n in "123" if f"{n} {text}" in listed))
    brief.outcome = "passed"
    clock.go_on(60)
    assert interview(clock) == 0
    shown = said(capsys)
    assert "It left 2 points open, and you asked about 1 of them." in shown
    assert "Not asked Which kind? Answer The right one. Matters Another one is wrong." in shown
    assert "Asked, but it changes nothing May I ask?" in shown
    interview(clock, "--yes")
    capsys.readouterr()
    interview(clock)
    assert "points open" not in said(capsys)


def test_wrong_calls(brief: Fakes, clock: TestClock, capsys: Capture) -> None:
    none = "No interview with a brief task is running. To start one: python -m grader interview --brief"
    assert interview(clock, "--ask") == 2
    assert said(capsys) == none
    assert interview(clock, "--brief", "--twist", "--yes") == 2
    assert said(capsys) == "--brief states the task without a twist. Leave out --brief or --twist."
    interview(clock, "--yes")
    capsys.readouterr()
    assert interview(clock, "--ask", "1") == 2
    assert said(capsys) == none
    assert interview(clock, "--brief") == 2
    assert "started without --brief. To continue it: python -m grader interview" in said(capsys)
    interview(clock, "--abandon", "--yes")
    interview(clock, "--brief", "--yes")
    capsys.readouterr()
    assert interview(clock, "--ask", "4") == 2
    assert (
        said(capsys) == "There is no question 4; the last one is 3. Type: python -m grader interview --ask N"
    )
    for words in (("--ask", "0"), ("--ask", "x"), ("--ask", "--status"), ("--ask", "--brief")):
        assert interview(clock, *words) == 2
    assert "Traceback" not in said(capsys)


def test_stub_of_a_brief_is_nothing_to_keep(brief: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--brief", "--yes")
    (kept,) = Path(brief.journal / "saved").glob("*.py")
    assert kept.read_text(encoding="utf-8") == MINE
    interview(clock, "--abandon", "--yes")
    capsys.readouterr()
    assert cli.main(["reset"], clock) == 0  # asks nothing, since nothing is lost
    assert "Backup" not in said(capsys)
    assert held(brief) == STUB
    assert cli.main(["reset", "--undo"], clock) == 0
    assert held(brief) == MINE
    interview(clock, "--brief", "--yes")
    interview(clock, "--abandon", "--yes")
    brief.exercise.write_text(BRIEF_STUB + "# mine\n", encoding="utf-8")
    assert cli.main(["reset", "--yes"], clock) == 0
    assert len(list(Path(brief.journal / "saved").glob("*.py"))) == 3
