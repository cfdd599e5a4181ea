"""How the clock, the end and the journal change the screen of an interview."""

import re
from datetime import timedelta

import pytest

from grader.commands.interviews.screen import InterviewSession
from grader.commands.shared import practice_records
from grader.practice.journal import JournalError, JournalRecords, Record
from grader.practice.practice import Practice
from grader.report.interview import left_alone
from grader.report.page import Page
from grader.submission import UsageError
from grader.watching.loop import Action, Activity

from ..helpers.clocks import TestClock
from ..helpers.interviews import begun, ended
from ..helpers.reports import FILE
from ..helpers.stories import stub
from .interviewed import KATA, TOLD, clock, ends, foot, interview, judged, looked_at, practice, screen, turns

__all__ = ["clock", "interview", "practice"]


def test_the_foot_counts_down(interview: InterviewSession, clock: TestClock) -> None:
    assert foot(interview).startswith("30:00 left  h hint")
    clock.go_on(0.5)
    assert foot(interview).startswith("30:00 left")
    clock.go_on(61)
    assert foot(interview, Activity.GRADING).startswith("28:59 left, grading…")
    assert interview.foot(Page(80), Activity.WATCHING, keys=False).plain() == "28:59 left  Ctrl-C leave\n"


def test_time_left_is_that_of_the_moment_of_leaving(interview: InterviewSession, clock: TestClock) -> None:
    judged(interview, "stub")
    clock.go_on(61)
    page = Page(80)
    left_alone(page, "linear_regression", interview.by_now())
    assert page.plain().startswith("The interview is still running: 28:59 left.\n")


def test_time_over_ends_it_once(interview: InterviewSession, practice: Practice, clock: TestClock) -> None:
    judged(interview, "stub")
    clock.go_on(1799.9)
    assert turns(interview, 2) == [Action.NOTHING] * 2
    clock.go_on(0.2)
    assert turns(interview) == [Action.DRAW, Action.LEAVE, Action.LEAVE]
    assert (ends(practice), interview.concludes) == (["time"], True)
    assert foot(interview).startswith("Time's up after 30 minutes: 1 of 6 steps is right.")


def test_after_the_pass_there_is_time_to_polish(
    interview: InterviewSession, practice: Practice, clock: TestClock
) -> None:
    clock.go_on(600)
    judged(interview, "passed")
    assert turns(interview) == [Action.NOTHING] * 3
    assert foot(interview) == "20:00 left  h hint  p problem  e questions  r run again  q leave  ? help\n"
    assert "Passed in 10:00 of 30 minutes. The pass counts" in screen(interview)
    clock.go_on(60)
    judged(interview, "half_way")
    assert "Passed in 10:00 of 30 minutes." in screen(interview)
    assert "In gradients:" in screen(interview)
    assert (turns(interview, 1), ends(practice)) == ([Action.NOTHING], [])
    assert interview.pressed("e") is Action.DRAW
    assert turns(interview) == [Action.DRAW, Action.LEAVE, Action.LEAVE]
    assert (ends(practice), interview.concludes) == (["passed"], True)
    assert foot(interview) == "Passed in 10:00 of 30 minutes.\n"


def test_polishing_continues_in_another_terminal_until_the_deadline(
    interview: InterviewSession, practice: Practice, clock: TestClock
) -> None:
    clock.go_on(600)
    judged(interview, "passed")
    page = Page(80)
    left_alone(page, "linear_regression", interview.by_now())
    assert page.plain() == (
        "Passed in 10:00 of 30 minutes. Time to improve the code: 20:00 left.\n"
        "Back   python -m grader interview  (--end begins the questions)\n"
    )
    again = looked_at(practice)
    judged(again, "unfinished")
    assert turns(again, 1) == [Action.NOTHING]
    clock.go_on(1200)
    assert turns(again, 2) == [Action.DRAW, Action.LEAVE]
    assert (ends(practice), again.concludes) == (["passed"], True)


def test_bell_rings_at_five_minutes_one_minute_and_time_up(
    interview: InterviewSession, clock: TestClock
) -> None:
    judged(interview, "stub")
    told = []
    for seconds in (0.0, 1.0, 59.0, 1439.0, 1.0, 0.5, 239.5, 59.0, 1.0):
        clock.go_on(seconds)
        TOLD.clear()
        interview.passing()
        told.append(TOLD[-1:])
    name = "linear_regression"
    assert told == [
        [(f"30 min left: {name}", False)], [], [(f"29 min left: {name}", False)],
        [(f"6 min left: {name}", False)], [(f"5 min left: {name}", True)], [],
        [(f"1 min left: {name}", True)], [], [(f"Time's up: {name}", True)],
    ]  # fmt: skip


def test_e_ends_it_when_it_is_meant(interview: InterviewSession, practice: Practice) -> None:
    judged(interview, "stub")
    for sure in ("q", "x", "h"):
        assert interview.pressed("e") is Action.DRAW
        assert foot(interview) == "End the interview? e ends it, any other key continues\n"
        assert interview.pressed(sure) is Action.DRAW
        assert turns(interview, 1) == [Action.NOTHING]
    assert (ends(practice), "hint" in screen(interview)) == ([], False)
    interview.pressed("e")
    interview.pressed("e")
    assert turns(interview, 2) == [Action.DRAW, Action.LEAVE]
    assert (ends(practice), interview.concludes) == (["ended"], True)


@pytest.mark.parametrize("recorded", [ended(0, "abandoned"), stub(0)], ids=lambda recorded: recorded.event)
def test_what_other_commands_record_is_seen(
    practice: Practice, clock: TestClock, monkeypatch: pytest.MonkeyPatch, recorded: Record
) -> None:
    stamps = iter(range(100))
    monkeypatch.setattr("grader.commands.interviews.screen.stamp", lambda path: next(stamps))
    interview = looked_at(practice)
    practice.record(recorded.event, **recorded.facts)
    assert interview.passing() is Action.NOTHING
    clock.go_on(1)
    assert turns(interview, 2) == [Action.DRAW, Action.LEAVE]
    assert (ends(practice), interview.concludes) == (["abandoned"], False)


def test_clock_that_is_put_forward_takes_the_time_along(
    interview: InterviewSession, clock: TestClock
) -> None:
    judged(interview, "stub")
    clock.go_on(60)
    clock.time += timedelta(minutes=10)
    assert foot(interview).startswith("19:00 left")
    assert "set forward by 10:00, or the machine was asleep" in " ".join(screen(interview).split())
    clock.time += timedelta(days=400)
    assert turns(interview, 2) == [Action.DRAW, Action.LEAVE]


def test_clock_that_is_set_back_gives_no_time(
    interview: InterviewSession, practice: Practice, clock: TestClock
) -> None:
    judged(interview, "stub")
    clock.go_on(60)
    clock.time -= timedelta(hours=1)
    assert foot(interview).startswith("29:00 left")
    assert "set back by 1:00:00" in screen(interview)
    clock.go_on(60)
    judged(interview, "unfinished")
    assert foot(interview).startswith("28:00 left")
    assert re.search(r"predict +0:00 +0:00", screen(interview))
    again = looked_at(practice)
    judged(again, "unfinished")
    assert "shows 58:00 less than at the last record" in " ".join(screen(again).split())
    clock.go_on(1740)
    assert turns(interview, 2) == [Action.DRAW, Action.LEAVE]


def test_journal_error_is_noted_on_the_screen(
    interview: InterviewSession, practice: Practice, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def append(event: str, **facts: object) -> None:
        raise JournalError("It cannot be written.")

    monkeypatch.setattr(practice.journal, "append", append)
    judged(interview, "half_way")
    assert "Note   It cannot be written." in screen(interview)
    interview.pressed("h")
    assert "hint 1 of 4" in screen(interview)
    interview.pressed("e")
    interview.pressed("e")
    assert turns(interview) == [Action.NOTHING] * 3
    clock.go_on(1800)
    assert turns(interview, 2) == [Action.DRAW, Action.LEAVE]


def test_deleted_journal_does_not_end_the_interview_early(
    interview: InterviewSession, practice: Practice, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(interview, "stub")
    monkeypatch.setattr(practice.journal, "read", JournalRecords)
    clock.go_on(1790)
    judged(interview, "half_way")
    assert foot(interview).startswith("0:10 left")
    assert turns(interview, 1) == [Action.NOTHING]
    clock.go_on(10)
    assert turns(interview, 2) == [Action.DRAW, Action.LEAVE]


def test_second_act_that_cannot_begin_leaves_time_to_polish() -> None:
    clock = TestClock()
    practice = practice_records.practice_of(KATA, clock, written=False)
    for record in begun():
        practice.record(record.event, **record.facts, second_act=True)
    clock.go_on(60)
    tried: list[bool] = []
    state = practice.last_interview()
    assert state is not None

    def begin() -> None:
        tried.append(True)
        raise UsageError("The folder cannot be written.")

    session = InterviewSession(KATA, practice, state, FILE, begin=begin)
    judged(session, "unfinished", "one_finding")
    assert (Action.LEAVE in turns(session), tried) == (False, [])
    judged(session, "passed")
    assert Action.LEAVE not in turns(session)
    assert tried == [True]
    shown = screen(session)
    assert "The folder cannot be written." in shown
    assert "You can improve the code until you press e" in " ".join(shown.split())
