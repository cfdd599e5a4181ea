"""How the other commands behave while an interview runs."""

import pytest

from grader import cli

from ..helpers.clocks import TestClock
from ..helpers.fakes import ENTRY, Fakes, fakes, said

__all__ = ["fakes"]

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def clock(fakes: Fakes, capsys: Capture) -> TestClock:
    """A clock that the test controls; an interview of 30 minutes has just begun."""
    clock = TestClock()
    interview(clock, "--yes")
    capsys.readouterr()
    return clock


def interview(clock: TestClock, *options: str) -> int:
    """Run `interview` and return the exit status."""
    return cli.main(["interview", *options], clock)


@pytest.mark.parametrize("words", [[], ["check"], ["watch"]])
def test_other_ways_of_grading_meanwhile_show_no_hint_and_count(
    fakes: Fakes, clock: TestClock, capsys: Capture, words: list[str]
) -> None:
    clock.go_on(60)
    fakes.outcome = "failed"
    assert cli.main(words, clock) == 1
    shown = said(capsys)
    assert "29:00 left of 30 min" in shown
    assert "In predict: 0" in shown
    assert "named" not in shown
    assert ENTRY.title not in shown
    assert "run: python -m grader interview" in shown
    assert [record.facts["by"] for record in fakes.past().of("run")] == ["interview"]


def test_pass_of_a_check_meanwhile_leaves_the_debrief_for_later(
    fakes: Fakes, clock: TestClock, capsys: Capture
) -> None:
    clock.go_on(60)
    assert cli.main([], clock) == 0
    assert said(capsys) == (
        "Passed in 1:00 of 30 minutes. Time to polish: 29:00 left."
        " Back python -m grader interview (--end begins the questions)"
    )
    assert interview(clock) == 0
    assert fakes.events()[2:] == ["run", "interview-ended", "interview-debriefed"]
    cli.main([], clock)
    assert "Well done" in said(capsys)


@pytest.mark.parametrize("words", [["my.py"], ["--json"], ["--junit", "out.xml"]])
def test_documents_and_other_files_are_graded_as_ever_meanwhile(
    fakes: Fakes, clock: TestClock, capsys: Capture, words: list[str]
) -> None:
    fakes.outcome = "failed"
    assert cli.main(words, clock) == 1
    shown = said(capsys)
    assert ENTRY.hints[1] in shown
    assert "left of 30 min" not in shown


def test_reset_meanwhile_asks_first_even_for_a_fresh_stub(
    fakes: Fakes, clock: TestClock, capsys: Capture
) -> None:
    assert cli.main(["reset"], clock) == 2
    assert "gives up the running interview" in said(capsys)
    clock.go_on(1e6)
    assert cli.main(["reset"], clock) == 0


def test_reset_meanwhile_gives_it_up(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    clock.go_on(60)
    fakes.exercise.write_text("other\n", encoding="utf-8")
    assert cli.main(["reset", "--yes"], clock) == 0
    assert said(capsys).startswith(
        "The running interview, 29:00 left, is given up. exercises/linear_regression.py is a blank stub"
    )
    cli.main(["reset", "--yes"], clock)
    assert "interview" not in said(capsys)
    assert interview(clock, "--status") == 0
    assert "No interview is running." in said(capsys)


def test_undo_meanwhile_gives_it_up_and_says_so(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    assert cli.main(["reset", "--undo", "--yes"], clock) == 0
    assert said(capsys).startswith("The running interview, 30:00 left, is given up.")
    interview(clock, "--status")
    assert "No interview is running." in said(capsys)
