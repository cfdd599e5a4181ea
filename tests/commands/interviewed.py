"""The screen of an interview without a terminal: fixtures, and words for what is done to it."""

import pytest

from grader.commands.sessions.interviewing import Interviewing
from grader.commands.shared import memory
from grader.kata import find_kata
from grader.practice.practice import Practice
from grader.report.page import Page
from grader.submission import Submission
from grader.watching.loop import Doing, Then

from ..helpers.clocks import TestClock
from ..helpers.interviews import begun
from ..helpers.reports import CASES, FILE
from ..helpers.screens import SOURCE
from ..helpers.stories import passing

KATA = find_kata()
SUBMISSION = Submission(FILE, SOURCE)
TALL = 60
TOLD: list[tuple[str, bool]] = []
"""What the terminal was told last: its title, and whether to ring."""


@pytest.fixture
def clock() -> TestClock:
    """A clock in the test's hands."""
    return TestClock()


@pytest.fixture
def practice(clock: TestClock) -> Practice:
    """A personal best of 25 minutes, and then an interview of 30."""
    practice = memory.practice_of(KATA, clock, written=False)
    for record in (*passing(-90_000, 100, 200, 700, 1500), *begun()):
        clock.time = record.at
        practice.record(record.event, **record.facts)
    return practice


@pytest.fixture
def interview(practice: Practice) -> Interviewing:
    """Its screen, which has seen no verdict yet."""
    return looked_at(practice)


def looked_at(practice: Practice) -> Interviewing:
    """The screen of an interview that runs."""
    standing = practice.last_interview()
    assert standing is not None
    TOLD.clear()
    return Interviewing(KATA, practice, standing, FILE, lambda title, rings: TOLD.append((title, rings)))


def judged(interview: Interviewing, *cases: str) -> None:
    """Let the exercise be graded, with these verdicts one after the other."""
    for case in cases:
        interview.graded(SUBMISSION, CASES[case])


def screen(interview: Interviewing, rows: int = TALL, width: int = 80) -> str:
    """What can be read."""
    return interview.body(Page(width), rows).plain()


def foot(interview: Interviewing, doing: Doing = Doing.WATCHING) -> str:
    """The last row."""
    return interview.foot(Page(100), doing, keys=True).plain()


def turns(interview: Interviewing, count: int = 3) -> list[Then]:
    """What the next turns of the loop bring."""
    return [interview.passing() for _ in range(count)]


def ends(practice: Practice) -> list[str]:
    """How it ended, as often as that is recorded."""
    return [record.facts["how"] for record in practice.past().of("interview-ended")]
