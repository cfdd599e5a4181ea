"""Fixtures and helpers that drive the screen of an interview without a terminal."""

import pytest

from grader.commands.interviews.screen import InterviewSession
from grader.commands.shared import practice_records
from grader.kata import find_kata
from grader.practice.practice import Practice
from grader.report.page import Page
from grader.submission import Submission
from grader.watching.loop import Action, Activity

from ..helpers.clocks import TestClock
from ..helpers.interviews import begun
from ..helpers.reports import CASES, FILE, SOURCE
from ..helpers.stories import passing

KATA = find_kata()
SUBMISSION = Submission(FILE, SOURCE)
TOLD: list[tuple[str, bool]] = []
"""What was sent to the terminal, in order: each title, and whether to ring the bell."""


@pytest.fixture
def clock() -> TestClock:
    """A clock that the test controls."""
    return TestClock()


@pytest.fixture
def practice(clock: TestClock) -> Practice:
    """A personal best of 25 minutes, followed by an interview of 30 minutes."""
    practice = practice_records.practice_of(KATA, clock, written=False)
    for record in (*passing(-90_000, 100, 200, 700, 1500), *begun()):
        clock.time = record.at
        practice.record(record.event, **record.facts)
    return practice


@pytest.fixture
def interview(practice: Practice) -> InterviewSession:
    """The screen of that interview, without a verdict yet."""
    return looked_at(practice)


def looked_at(practice: Practice) -> InterviewSession:
    """The screen of the running interview."""
    state = practice.last_interview()
    assert state is not None
    TOLD.clear()
    return InterviewSession(KATA, practice, state, FILE, lambda title, rings: TOLD.append((title, rings)))


def judged(interview: InterviewSession, *cases: str) -> None:
    """Give the screen these verdicts, one after the other."""
    for case in cases:
        interview.graded(SUBMISSION, CASES[case])


def screen(interview: InterviewSession, *, short: bool = False, width: int = 80) -> str:
    """The text on the screen."""
    return interview.body(Page(width), short=short).plain()


def foot(interview: InterviewSession, doing: Activity = Activity.WATCHING) -> str:
    """The text of the last row."""
    return interview.foot(Page(100), doing, keys=True).plain()


def turns(interview: InterviewSession, count: int = 3) -> list[Action]:
    """The results of the next `count` turns of the loop."""
    return [interview.passing() for _ in range(count)]


def ends(practice: Practice) -> list[str]:
    """How the interview ended, once for each recorded end."""
    return [record.facts["how"] for record in practice.past().of("interview-ended")]
