"""The screen of an interview with a brief: the questions that can be asked, and the answers."""

import pytest

from grader.commands.interviews.screen import InterviewSession
from grader.practice.journal import JournalError
from grader.practice.practice import Practice
from grader.watching.loop import Action

from ..helpers.clocks import TestClock
from ..helpers.goldens import SIZES, empty, hold_against_golden
from .interviewed import KATA, clock, foot, interview, judged, looked_at, practice, screen

__all__ = ["clock", "interview", "practice"]

MIXED = KATA.brief.mixed("one") if KATA.brief else ()


@pytest.fixture
def brief(practice: Practice, clock: TestClock) -> InterviewSession:
    """The screen of an interview with a brief, after the stub was graded."""
    clock.go_on(1)
    facts = practice.past().of("interview-started")[-1].facts
    practice.record("laid-out", how="interview", saved=None)
    practice.journal.append("interview-started", **(facts | {"interview": "one", "brief": True}))
    found = looked_at(practice)
    judged(found, "stub")
    return found


def asked(practice: Practice) -> list[str]:
    """The recorded questions about the task."""
    return [record.facts["question"] for record in practice.past().of("task-asked")]


@pytest.mark.parametrize("size", SIZES)
def test_screen_is_the_golden_one(brief: InterviewSession, size: str) -> None:
    for key in "a25":
        assert brief.pressed(key) is Action.DRAW
    hold_against_golden("interview", f"asked_{size}", brief.body(empty(size), short=False))
    brief.pressed("p")
    hold_against_golden("interview", f"brief_{size}", brief.body(empty(size), short=False))


def test_choosing_answers_and_is_recorded_once(brief: InterviewSession, practice: Practice) -> None:
    assert brief.pressed("1") is Action.NOTHING
    brief.pressed("a")
    assert all(point.answer not in " ".join(screen(brief, width=200).split()) for point in MIXED)
    brief.pressed("1")
    brief.pressed("1")
    assert MIXED[0].answer in screen(brief, width=200)
    assert asked(practice) == [MIXED[0].id]
    again = looked_at(practice)
    again.pressed("a")
    assert MIXED[0].answer in screen(again, width=200)


def test_list_makes_room_for_the_report_the_hint_and_the_problem(brief: InterviewSession) -> None:
    for key in "hp":
        brief.pressed("a")
        assert "What you can ask" in screen(brief)
        brief.pressed(key)
        assert "What you can ask" not in screen(brief)
        brief.pressed(key)
    brief.pressed("a")
    judged(brief, "half_way")
    assert "In gradients:" in screen(brief)
    brief.pressed("a")
    brief.pressed("a")
    assert "In gradients:" in screen(brief)


def test_low_screen_has_the_newest_answer_alone(brief: InterviewSession) -> None:
    for key in "a123456789":
        brief.pressed(key)
    assert screen(brief).count("Answer") == 9
    assert screen(brief).count("\n") <= 40
    low = screen(brief, short=True)
    assert (low.count("Answer"), low.count("\n") <= 15) == (1, True)
    assert MIXED[-1].answer.split()[0] in low.partition("Answer")[2]


def test_without_a_brief_there_is_nothing_to_ask(
    interview: InterviewSession, brief: InterviewSession
) -> None:
    assert "a ask" in foot(brief)
    judged(interview, "stub")
    assert interview.pressed("a") is Action.NOTHING
    assert "a ask" not in foot(interview)


def test_question_that_cannot_be_recorded_is_answered(
    brief: InterviewSession, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(event: str, **facts: object) -> None:
        raise JournalError("The journal cannot be written.")

    monkeypatch.setattr(practice.journal, "append", refuses)
    brief.pressed("a")
    brief.pressed("1")
    shown = screen(brief, width=200)
    assert MIXED[0].answer in shown
    assert "Note   The journal cannot be written." in shown
