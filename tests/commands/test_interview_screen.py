"""What the screen of an interview shows and what its keys do, without a terminal."""

import re
from dataclasses import replace

import pytest

from grader.commands.interviews.screen import HELP, KEYS, InterviewSession
from grader.practice.practice import Practice
from grader.report.page import Page, cells
from grader.watching.loop import Action, Activity

from ..helpers.clocks import TestClock
from ..helpers.goldens import SIZES, empty, hold_against_golden
from ..helpers.interviews import COPY
from ..helpers.reports import BAD_GRADIENTS, FILE, UNDIVIDED, verdict
from .interviewed import KATA, SUBMISSION, clock, interview, judged, practice, screen

__all__ = ["clock", "interview", "practice"]

SHOWN = {
    "begun": ("stub",),
    "standing": ("stub", "unfinished"),
    "failing": ("stub", "several"),
    "loading": ("loading",),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SHOWN)
def test_screen_is_the_golden_one(
    interview: InterviewSession, clock: TestClock, name: str, size: str
) -> None:
    for case in SHOWN[name]:
        clock.go_on(95)
        judged(interview, case)
    hold_against_golden("interview", f"{name}_{size}", interview.body(empty(size), short=False))


@pytest.mark.parametrize("name", SHOWN)
def test_screen_fits_24_rows_of_80(interview: InterviewSession, name: str) -> None:
    judged(interview, *SHOWN[name])
    assert screen(interview, short=True).count("\n") <= 23


def test_low_screen_has_the_splits_in_short(interview: InterviewSession, clock: TestClock) -> None:
    clock.go_on(90)
    judged(interview, "unfinished")
    shown = screen(interview, short=True)
    assert "Splits  predict 1:30 (-0:10), loss 1:30 (-1:50)\n" in shown
    assert "segment" not in shown


def test_no_hint_is_shown_until_it_is_asked_for(interview: InterviewSession, practice: Practice) -> None:
    judged(interview, "half_way")
    shown = screen(interview)
    assert UNDIVIDED.seen in shown
    entry = KATA.catalogue[UNDIVIDED.mistake]
    given_away = (entry.title, *entry.hints, *UNDIVIDED.hints, "values where n is d", ":17")
    assert [text for text in given_away if text in " ".join(shown.split())] == []
    interview.pressed("h")
    assert "hint 1 of 4" in screen(interview)
    assert [record.facts["rung"] for record in practice.past().of("hint")] == [1]


def test_two_mistakes_with_one_result_show_it_once(interview: InterviewSession) -> None:
    second = replace(UNDIVIDED, mistake="gradient-missing-factor-two")
    interview.graded(SUBMISSION, verdict("failed", {"gradients": BAD_GRADIENTS}, UNDIVIDED, second))
    assert screen(interview).count(UNDIVIDED.seen) == 1


def test_runs_are_remembered_as_the_interviews(interview: InterviewSession, practice: Practice) -> None:
    judged(interview, "stub", "half_way")
    assert [record.facts["by"] for record in practice.past().of("run")[-2:]] == ["interview"] * 2


def test_problem_and_help_are_toggled(interview: InterviewSession) -> None:
    judged(interview, "stub")
    interview.pressed("p")
    assert "compute_gradients(X, y, y_hat): the gradient of that loss" in screen(interview, width=100)
    judged(interview, "half_way")
    assert "In gradients:" in screen(interview)
    for _ in range(2):
        interview.pressed("p")
    interview.pressed("?")
    shown = screen(interview, width=110)
    assert [key for key, text in HELP.items() if f"  {key}  {text}" not in shown] == ["a"]  # brief only
    interview.pressed("?")
    assert "The keys" not in screen(interview)


def test_copy_is_named_while_nothing_is_written(interview: InterviewSession) -> None:
    judged(interview, "stub")
    assert COPY in screen(interview, width=120)
    judged(interview, "half_way")
    assert COPY not in screen(interview, width=120)


def test_missing_file_is_named_on_the_screen(interview: InterviewSession) -> None:
    interview.missing("There is no file.")
    shown = screen(interview)
    assert shown.startswith(f"{FILE}\n\nNext ")
    assert shown.endswith("\n\nWaiting  There is no file.\n         Until then nothing is graded.\n\n")


def test_before_the_first_verdict_the_problem_is_a_key_away(interview: InterviewSession) -> None:
    shown = screen(interview)
    assert shown.startswith(
        f"{FILE}\n\nNext   write a method in your editor and save; p shows the problem again.\n"
    )
    interview.pressed("p")
    assert "compute_gradients(X, y, y_hat)" in screen(interview)


def test_keys(interview: InterviewSession) -> None:
    judged(interview, "stub")
    told = {key: interview.pressed(key) for key in "qrhp?x\té"}
    assert told == dict.fromkeys("x\té", Action.NOTHING) | {
        "q": Action.LEAVE, "r": Action.AGAIN, "h": Action.DRAW, "p": Action.DRAW, "?": Action.DRAW,
    }  # fmt: skip


@pytest.mark.parametrize("doing", Activity)
@pytest.mark.parametrize("width", range(40, 101, 7))
def test_last_row_fits_with_whole_keys(interview: InterviewSession, doing: Activity, width: int) -> None:
    for encoding in ("utf-8", "ascii"):
        (row,) = interview.foot(Page(width, encoding), doing, keys=True).plain().splitlines()
        assert cells(row) < width
        assert all(f"{key} {KEYS[key]}" in row for key in re.findall(r"  (\S) ", row))


def test_last_row_keeps_the_help_and_the_way_out(interview: InterviewSession) -> None:
    row = interview.foot(Page(60), Activity.WATCHING, keys=True).plain()
    assert row == "30:00 left  h hint  p problem  e end it  q leave  ? help\n"
    for width in range(40, 101):
        assert interview.foot(Page(width), Activity.GRADING, keys=True).plain().endswith("  ? help\n")
