"""`interview` without a terminal: it never waits for input, and needs `--yes` before it overwrites."""

import os
from pathlib import Path

import pytest

from grader.kata import find_kata
from grader.report import interview as screen

from ..helpers.fakes import STUB, Fakes, fakes
from ..helpers.goldens import SIZES, empty, hold_against_golden

__all__ = ["fakes"]

KEPT = os.path.join("exercises", ".grader", "saved", "linear_regression-0001-20261124T183000Z.py")
MINE = "import numpy as np\n"


def said(fakes: Fakes, *options: str, status: int = 0) -> str:
    """Run `interview`; return what it printed, as one line."""
    return fakes.said("interview", *options, status=status)


def how_it_ended(fakes: Fakes) -> list[str]:
    """The recorded end of each interview."""
    return [record.facts["how"] for record in fakes.past().of("interview-ended")]


@pytest.mark.parametrize("size", SIZES)
def test_problem_is_read_aloud(size: str) -> None:
    page = empty(size)
    file = "exercises/linear_regression.py"
    screen.announced(page, 30, find_kata().statement, file, is_fresh=False)
    hold_against_golden("interview", f"problem_{size}", page)


def test_start_needs_a_yes(fakes: Fakes) -> None:
    assert "add --yes" in fakes.refusal("interview")
    assert (fakes.held, fakes.events()) == (MINE, [])


def test_start_keeps_the_file_and_says_how_to_go_on(fakes: Fakes) -> None:
    shown = said(fakes, "--yes", "--minutes", "20")
    for text in ("An interview of 20 minutes", "Write a class.", f"Backup {KEPT}", "20:00 left", "--status"):
        assert text in shown
    assert (fakes.held, Path(KEPT).read_text(encoding="utf-8")) == (STUB, MINE)
    assert fakes.events() == ["laid-out", "interview-started"]
    facts = fakes.past().records[1].facts
    assert (facts["minutes"], facts["deadline"]) == (20, "2026-11-24T18:50:00.000+00:00")
    assert facts["saved"] == f"saved/{Path(KEPT).name}"


def test_usual_length_is_half_an_hour(fakes: Fakes) -> None:
    said(fakes, "--yes")
    fakes.clock.go_on(59.5)
    assert said(fakes, "--status") == "29:01 left of 30 min ○ predict Back python -m grader interview"


def test_called_again_it_grades_once_and_ends_with_the_pass(fakes: Fakes) -> None:
    said(fakes, "--yes")
    fakes.clock.go_on(60)
    fakes.outcome = "failed"
    shown = said(fakes, status=1)
    assert "29:00 left of 30 min" in shown
    assert "In predict: 0" in shown
    assert "named" not in shown
    assert said(fakes, "--status") == "29:00 left of 30 min ✗ predict Back python -m grader interview"
    fakes.clock.go_on(60)
    fakes.outcome = "passed"
    shown = said(fakes)
    assert "Passed in 2:00 of 30 minutes." in shown
    assert "b is left out: in predict, in 1 version" in shown
    assert "What it is named Corrected corrected" in shown
    assert fakes.events()[2:] == ["run", "run", "interview-ended", "interview-debriefed"]
    assert {record.facts["by"] for record in fakes.past().of("run")} == {"interview"}
    assert said(fakes, "--debrief") in shown


def test_deadline_passes_while_no_terminal_is_open(fakes: Fakes) -> None:
    said(fakes, "--yes", "--minutes", "1")
    fakes.clock.go_on(1e6)
    assert "Time's up after 1 minute: nothing was graded." in said(fakes, "--status")
    assert fakes.events() == ["laid-out", "interview-started"]
    for option in ("--end", "--abandon"):
        over = "No interview is running. The last one is over; for its debrief"
        assert over in fakes.refusal("interview", option, "--yes")
    assert "still to come" in fakes.refusal("interview", "--minutes", "3")
    fakes.outcome = "unfinished"
    assert "Time's up after 1 minute: 0 of 2 steps are right." in said(fakes, status=1)
    assert how_it_ended(fakes) == ["time"]
    assert "No interview is running. Start python -m grader interview" in said(fakes, "--status")


def test_last_version_is_graded_at_the_end_and_is_late(fakes: Fakes) -> None:
    said(fakes, "--yes", "--minutes", "1")
    fakes.exercise.write_text("the right code\n", encoding="utf-8")
    fakes.clock.go_on(70)
    assert "Passed late: it took 1:10, and the limit was 1 minute." in said(fakes)
    assert fakes.events()[2:] == ["run", "interview-ended", "interview-debriefed"]


@pytest.mark.parametrize("command", ["interview", "check"])
def test_solution_saved_in_time_is_in_time_however_late_it_is_graded(fakes: Fakes, command: str) -> None:
    said(fakes, "--yes", "--minutes", "1")
    fakes.exercise.write_text("the right code\n", encoding="utf-8")
    fakes.saved = fakes.clock.now().timestamp() + 50
    fakes.clock.go_on(1e6)
    fakes.run(command)
    assert "Passed in 0:50 of 1 minute." in said(fakes, "--debrief")
    assert how_it_ended(fakes) == (["passed"] if command == "interview" else [])


def test_end_is_followed_by_the_debrief(fakes: Fakes) -> None:
    said(fakes, "--yes")
    fakes.outcome = "unfinished"
    assert "Ended early: 0 of 2 steps are right." in said(fakes, "--end", status=1)
    assert how_it_ended(fakes) == ["ended"]


def test_abandoned_when_it_is_meant(fakes: Fakes) -> None:
    said(fakes, "--yes")
    assert "add --yes" in fakes.refusal("interview", "--abandon")
    shown = said(fakes, "--abandon", "--yes")
    for text in (f"Backup {KEPT}", "reset --undo", "More python -m grader interview --debrief"):
        assert text in shown
    assert fakes.held == STUB
    assert fakes.events()[2:] == ["interview-ended"]
    assert "Given up: nothing was graded." in said(fakes, "--debrief")
    said(fakes, "--yes")
    assert fakes.events()[3:] == ["laid-out", "interview-started"]


def test_what_one_that_runs_refuses(fakes: Fakes) -> None:
    said(fakes, "--yes")
    unfinished = "An interview of 30 minutes is not finished yet"
    assert unfinished in fakes.refusal("interview", "--minutes", "5", "--yes")
    assert "still running" in fakes.refusal("interview", "--debrief")


@pytest.mark.parametrize("minutes", ["0", "241", "-1", "1.5", "x", "", "٣", "9" * 30])
def test_length_that_makes_no_sense(fakes: Fakes, minutes: str) -> None:
    refused = fakes.refusal("interview", f"--minutes={minutes}", "--yes")
    assert "is not a valid length; give whole minutes, 1 to 240" in refused


def test_status_says_that_none_runs_and_writes_nothing(fakes: Fakes) -> None:
    for options in (["--status"], ["--status", "--follow"]):
        assert said(fakes, *options) == "No interview is running. Start python -m grader interview"
    assert not fakes.journal.exists()


def test_clock_that_was_set_back_is_noted(fakes: Fakes) -> None:
    said(fakes, "--yes")
    fakes.clock.go_on(-3600)
    shown = said(fakes, "--status")
    assert "30:00 left" in shown
    assert "shows 1:00:00 less than at the last record" in shown


def test_damaged_line_is_passed_over_with_a_word(fakes: Fakes) -> None:
    said(fakes, "--yes")
    with open(fakes.journal / "journal.jsonl", "ab") as journal:
        journal.write(b'{"v": 1, "at": "2026-11-2')
    fakes.outcome = "unfinished"
    assert "line 3 is damaged and was skipped" in said(fakes, status=1)
    said(fakes, "--end", status=1)


def test_journal_that_cannot_be_written_starts_nothing(fakes: Fakes) -> None:
    fakes.journal.write_text("no folder", encoding="utf-8")
    said(fakes, "--yes", status=2)
    assert fakes.held == MINE


def test_open_questions_are_agreed_on_at_the_start(fakes: Fakes) -> None:
    said(fakes, "--yes")
    assert fakes.refusal("interview", "--open") == (
        "This interview was started without --open. To continue it: python -m grader interview\n"
    )
    said(fakes, "--abandon", "--yes")
    said(fakes, "--open", "--yes", "--quiet")
    assert fakes.past().of("interview-started")[-1].facts["open"] is True
    fakes.clock.go_on(60)
    fakes.run("check")  # passes
    fakes.refusal("interview", "--abandon", "--yes")
    assert "Passed in 1:00 of 30 minutes." in said(fakes, "--end")  # ends the time left for polishing
    assert how_it_ended(fakes) == ["abandoned", "passed"]
