"""The screen of an interview before its second act: the act begins once, or the reason why not is shown."""

import pytest

from grader.commands.sessions.interviewing import Interviewing
from grader.commands.shared import memory
from grader.practice.practice import Practice
from grader.watching.loop import Then

from ..helpers.clocks import TestClock
from ..helpers.interviews import begun
from ..helpers.reports import FILE
from .interviewed import KATA, judged, screen, turns


@pytest.fixture
def practice() -> Practice:
    """An interview of 30 minutes with a second act to follow, one minute after its start."""
    clock = TestClock()
    practice = memory.practice_of(KATA, clock, written=False)
    for record in begun():
        practice.record(record.event, **record.facts, second_act=True)
    clock.go_on(60)
    return practice


def test_second_act_that_cannot_begin_leaves_time_to_polish(practice: Practice) -> None:
    tried: list[bool] = []
    standing = practice.last_interview()
    assert standing is not None

    def begin() -> tuple[None, str]:
        tried.append(True)
        return None, "The folder cannot be written."

    session = Interviewing(KATA, practice, standing, FILE, begin=begin)
    judged(session, "unfinished", "one_finding")
    assert (Then.LEAVE in turns(session), tried) == (False, [])
    judged(session, "passed")
    assert Then.LEAVE not in turns(session)
    assert tried == [True]
    shown = screen(session)
    assert "The folder cannot be written." in shown
    assert "There is time to polish the code" in " ".join(shown.split())
