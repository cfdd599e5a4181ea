"""`interview` without a terminal: it never waits for input, and needs `--yes` before it overwrites."""

import os
from pathlib import Path

import pytest

from grader import cli
from grader.kata import find_kata
from grader.report import interview as screen

from ..helpers.clocks import TestClock
from ..helpers.fakes import STUB, Fakes, fakes, said
from ..helpers.goldens import SIZES, empty, hold_against_golden

__all__ = ["fakes"]

KEPT = os.path.join("exercises", ".grader", "saved", "linear_regression-0001-20261124T183000Z.py")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def clock() -> TestClock:
    """A clock that the test controls."""
    return TestClock()


def interview(clock: TestClock, *options: str) -> int:
    """Run `interview` and return the exit status."""
    return cli.main(["interview", *options], clock)


@pytest.mark.parametrize("size", SIZES)
def test_problem_is_read_aloud(size: str) -> None:
    page = empty(size)
    file = "exercises/linear_regression.py"
    screen.announced(page, 30, find_kata().statement, file, is_fresh=False)
    hold_against_golden("interview", f"problem_{size}", page)


def test_start_needs_a_yes(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    before = fakes.exercise.read_text(encoding="utf-8")
    assert interview(clock) == 2
    assert "add --yes" in said(capsys)
    assert (fakes.exercise.read_text(encoding="utf-8"), fakes.events()) == (before, [])


def test_start_keeps_the_file_and_says_how_to_go_on(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    before = fakes.exercise.read_text(encoding="utf-8")
    assert interview(clock, "--yes", "--minutes", "20") == 0
    shown = said(capsys)
    for text in ("An interview of 20 minutes", "Write a class.", f"Backup {KEPT}", "20:00 left", "--status"):
        assert text in shown
    assert fakes.exercise.read_text(encoding="utf-8") == STUB
    assert Path(KEPT).read_text(encoding="utf-8") == before
    assert fakes.events() == ["laid-out", "interview-started"]
    facts = fakes.past().records[1].facts
    assert (facts["minutes"], facts["deadline"]) == (20, "2026-11-24T18:50:00.000+00:00")
    assert facts["saved"] == f"saved/{Path(KEPT).name}"


def test_usual_length_is_half_an_hour(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--yes")
    capsys.readouterr()
    clock.go_on(59.5)
    assert interview(clock, "--status") == 0
    assert said(capsys) == "29:01 left of 30 min ○ predict Back python -m grader interview"


def test_called_again_it_grades_once_and_ends_with_the_pass(
    fakes: Fakes, clock: TestClock, capsys: Capture
) -> None:
    interview(clock, "--yes")
    clock.go_on(60)
    fakes.outcome = "failed"
    assert interview(clock) == 1
    shown = said(capsys)
    assert "29:00 left of 30 min" in shown
    assert "In predict: 0" in shown
    assert "named" not in shown
    assert interview(clock, "--status") == 0
    assert said(capsys) == "29:00 left of 30 min ✗ predict Back python -m grader interview"
    clock.go_on(60)
    fakes.outcome = "passed"
    assert interview(clock) == 0
    shown = said(capsys)
    assert "Passed in 2:00 of 30 minutes." in shown
    assert "b is left out: in predict, in 1 version" in shown
    assert "What it is named Corrected corrected" in shown
    assert fakes.events()[2:] == ["run", "run", "interview-ended", "interview-debriefed"]
    assert {record.facts["by"] for record in fakes.past().of("run")} == {"interview"}
    assert interview(clock, "--debrief") == 0
    assert said(capsys) in shown


def test_time_over_while_nobody_looked(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--yes", "--minutes", "1")
    clock.go_on(1e6)
    capsys.readouterr()
    assert interview(clock, "--status") == 0
    assert "Time's up after 1 minute: nothing was graded." in said(capsys)
    assert fakes.events() == ["laid-out", "interview-started"]
    for option in ("--end", "--abandon"):
        assert interview(clock, option, "--yes") == 2
        assert "No interview is running. The last one is over; for its debrief" in said(capsys)
    assert interview(clock, "--minutes", "3") == 2
    assert "still to come" in said(capsys)
    fakes.outcome = "unfinished"
    assert interview(clock) == 1
    assert "Time's up after 1 minute: 0 of 2 steps are right." in said(capsys)
    assert fakes.past().of("interview-ended")[0].facts["how"] == "time"
    assert interview(clock, "--status") == 0
    assert "No interview is running. Start python -m grader interview" in said(capsys)


def test_last_version_is_graded_at_the_end_and_is_late(
    fakes: Fakes, clock: TestClock, capsys: Capture
) -> None:
    interview(clock, "--yes", "--minutes", "1")
    fakes.exercise.write_text("the right code\n", encoding="utf-8")
    clock.go_on(70)
    assert interview(clock) == 0
    assert "Passed late: it took 1:10, and the limit was 1 minute." in said(capsys)
    assert fakes.events()[2:] == ["run", "interview-ended", "interview-debriefed"]


@pytest.mark.parametrize("words", [["interview"], ["check"]])
def test_solution_saved_in_time_is_in_time_however_late_it_is_graded(
    fakes: Fakes, clock: TestClock, capsys: Capture, words: list[str]
) -> None:
    interview(clock, "--yes", "--minutes", "1")
    fakes.exercise.write_text("the right code\n", encoding="utf-8")
    fakes.saved = clock.now().timestamp() + 50
    clock.go_on(1e6)
    assert cli.main(words, clock) == 0
    assert interview(clock, "--debrief") == 0
    assert "Passed in 0:50 of 1 minute." in said(capsys)
    assert [end.facts["how"] for end in fakes.past().of("interview-ended")] == ["passed"][
        : words == ["interview"]
    ]


def test_end_is_followed_by_the_debrief(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--yes")
    fakes.outcome = "unfinished"
    assert interview(clock, "--end") == 1
    assert "Ended early: 0 of 2 steps are right." in said(capsys)
    assert fakes.past().of("interview-ended")[0].facts["how"] == "ended"


def test_abandoned_when_it_is_meant(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--yes")
    assert interview(clock, "--abandon") == 2
    assert "add --yes" in said(capsys)
    assert interview(clock, "--abandon", "--yes") == 0
    shown = said(capsys)
    assert f"Backup {KEPT}" in shown
    assert "reset --undo" in shown
    assert "More python -m grader interview --debrief" in shown
    assert fakes.exercise.read_text(encoding="utf-8") == STUB
    assert fakes.events()[2:] == ["interview-ended"]
    assert interview(clock, "--debrief") == 0
    assert "Given up: nothing was graded." in said(capsys)
    assert interview(clock, "--yes") == 0
    assert fakes.events()[3:] == ["laid-out", "interview-started"]


def test_length_of_one_that_runs_cannot_be_chosen(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--yes")
    assert interview(clock, "--minutes", "5", "--yes") == 2
    assert "An interview of 30 minutes is not finished yet" in said(capsys)


@pytest.mark.parametrize("minutes", ["0", "241", "-1", "1.5", "x", "", "٣", "9" * 30])
def test_length_that_makes_no_sense(fakes: Fakes, clock: TestClock, capsys: Capture, minutes: str) -> None:
    assert interview(clock, f"--minutes={minutes}", "--yes") == 2
    assert "is not a valid length; give whole minutes, 1 to 240" in said(capsys)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ("now", "takes no argument, but 'now' was given"),
        ("--follow", "--follow goes with --status"),
        ("--status --minutes 3", "Leave it out"),
        ("--status --abandon", "not allowed with"),
        ("--abandon --yes", "No interview is running. To start one: python -m grader interview"),
        ("--end", "No interview is running."),
        ("--debrief", "There has been no interview yet."),
        ("--stat", "Did you mean --status?"),
    ],
)
def test_wrong_calls(fakes: Fakes, clock: TestClock, capsys: Capture, options: str, text: str) -> None:
    assert interview(clock, *options.split()) == 2
    assert text in said(capsys)


def test_status_says_that_none_runs_and_writes_nothing(
    fakes: Fakes, clock: TestClock, capsys: Capture
) -> None:
    for options in (["--status"], ["--status", "--follow"]):
        assert interview(clock, *options) == 0
        assert said(capsys) == "No interview is running. Start python -m grader interview"
    assert not fakes.journal.exists()


def test_debrief_of_one_that_runs_is_not_shown(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--yes")
    assert interview(clock, "--debrief") == 2
    assert "still running" in said(capsys)


def test_clock_that_was_set_back_is_said(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--yes")
    capsys.readouterr()
    clock.go_on(-3600)
    assert interview(clock, "--status") == 0
    shown = said(capsys)
    assert "30:00 left" in shown
    assert "shows 1:00:00 less than at the last record" in shown


def test_damaged_line_is_passed_over_with_a_word(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    interview(clock, "--yes")
    with open(fakes.journal / "journal.jsonl", "ab") as journal:
        journal.write(b'{"v": 1, "at": "2026-11-2')
    capsys.readouterr()
    fakes.outcome = "unfinished"
    assert interview(clock) == 1
    assert "line 3 is damaged and was skipped" in said(capsys)
    assert interview(clock, "--end") == 1


def test_journal_that_cannot_be_written_starts_nothing(
    fakes: Fakes, clock: TestClock, capsys: Capture
) -> None:
    before = fakes.exercise.read_text(encoding="utf-8")
    fakes.journal.write_text("no folder", encoding="utf-8")
    assert interview(clock, "--yes") == 2
    assert fakes.exercise.read_text(encoding="utf-8") == before
    assert "Traceback" not in said(capsys)


def test_open_questions_are_agreed_on_at_the_start(fakes: Fakes, clock: TestClock, capsys: Capture) -> None:
    assert interview(clock, "--status", "--open") == 2
    assert "--open is for the start of an interview. Leave it out." in said(capsys)
    interview(clock, "--yes")
    capsys.readouterr()
    assert interview(clock, "--open") == 2
    assert said(capsys) == (
        "This interview was started without --open. To continue it: python -m grader interview"
    )
    interview(clock, "--abandon", "--yes")
    assert interview(clock, "--open", "--yes", "--quiet") == 0
    assert fakes.past().of("interview-started")[-1].facts["open"] is True
    clock.go_on(60)
    cli.main([], clock)  # passes
    capsys.readouterr()
    assert interview(clock, "--abandon", "--yes") == 2
    assert interview(clock, "--end") == 0  # ends the time left for polishing
    assert "Passed in 1:00 of 30 minutes." in said(capsys)
    assert [end.facts["how"] for end in fakes.past().of("interview-ended")] == ["abandoned", "passed"]
