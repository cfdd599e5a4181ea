"""Attempts that do not count: passed on the first run, with older code, forgotten; notes; passes."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from grader.practice.bests import bests
from grader.practice.journal import Record
from grader.practice.schedule import has_passed, last_pass

from ..helpers.clocks import START
from ..helpers.fakes import Fakes, fakes
from ..helpers.stories import STEPS, passing, record, run, story, stub
from .test_history import STORY

__all__ = ["fakes"]

ALL = len(STEPS)


def test_attempt_whose_first_version_passes_is_not_a_best() -> None:
    told = story(*passing(0, 9, 100), *passing(200, 3), stub(300), run(301, 0), run(303, ALL))
    assert [(a.outcome, a.at_once, a.is_timed) for a in told] == [
        ("passed", False, True), ("passed", True, False), ("passed", True, False),
    ]  # fmt: skip
    assert bests(told, STEPS).attempt is told[0]
    nothing, failed = story(stub(0), run(1, 0), stub(2), run(3, 4, "slip"))
    assert not (nothing.at_once or failed.at_once)


def copy(at: float) -> str:
    """The name of a backup made `at` seconds after the start."""
    return f"x-0001-{START + timedelta(seconds=at):%Y%m%dT%H%M%SZ}.py"


@pytest.mark.parametrize(
    ("run_at_5", "kept"),
    [
        (run(5, 1, kept=copy(0)), True),
        (run(5, 1, kept=copy(-99)), True),
        (run(5, 1, kept=copy(3)), False),  # kept by a reset that was undone: it is the attempt's own
        (run(5, 0, kept=copy(-99)), False),  # the stub is untouched
        (run(5, 1, kept="x-0001-20269999T999999Z.py"), False),
        (run(5, 1, kept=["?"]), False),
        (run(5, 1), False),
    ],
)
def test_version_that_was_kept_before_makes_no_best(run_at_5: Record, kept: bool) -> None:
    (one,) = story(stub(0), run_at_5, run(9, 2), run(60, ALL))
    assert (one.kept, one.is_timed) == (kept, not kept)


def marked(number: int, began: float, event: str = "attempt-forgotten", **facts: Any) -> Record:
    """The record of a mark that is put on an attempt afterwards."""
    at = (START + timedelta(seconds=began)).isoformat(timespec="milliseconds")
    return record(9_000, event, attempt=number, began=at, **facts)


def test_forgotten_attempt_counts_for_nothing_and_keeps_its_number() -> None:
    told = story(*passing(0, 9, 100), *passing(200, 3, 50), marked(2, 200), *passing(300, 9, 80))
    assert [(a.number, a.seconds, a.marks.forgotten, a.is_timed) for a in told] == [
        (1, 100, False, True), (2, 50, True, False), (3, 80, False, True),
    ]  # fmt: skip
    assert bests(told, STEPS).attempt is told[2]


def test_notes_are_those_of_their_attempt_and_begin_none() -> None:
    notes = [marked(2, 200, "attempt-noted", text=text) for text in ("first", "then", 3)]
    nowhere = marked(1, 77, "attempt-noted", text="of no attempt")
    told = story(nowhere, *passing(0, 9, 100), *passing(200, 9, 50), *notes, record(9_001, "attempt-noted"))
    assert [attempt.marks.notes for attempt in told] == [(), ("first", "then")]
    assert story(nowhere) == ()


def test_forgotten_attempt_and_notes(fakes: Fakes) -> None:
    fakes.remember(*STORY)
    fakes.clock.time = START + timedelta(days=9)
    before = fakes.past().records
    assert "Attempt 5 is forgotten" in fakes.run("history", "--forget", "5")
    fakes.run("history", "--note", "3", " too  tired ")
    fakes.run("history", "--note", "3", "zu", "müde")
    fakes.run("history", "--forget", "5")
    added = fakes.past().records[len(before) :]
    assert fakes.past().records[: len(before)] == before
    assert [(r.event, r.facts["attempt"]) for r in added] == [
        ("attempt-forgotten", 5), ("attempt-noted", 3), ("attempt-noted", 3),
    ]  # fmt: skip
    shown = fakes.run("history")
    assert "5 attempts, 3 passed, 1 forgotten" in shown
    assert "  passed  forgotten, 4 versions" in shown
    assert '1 hint, "too tired", "zu müde"' in " ".join(shown.split())
    assert "Best   20:00, attempt 3" in shown
    document = json.loads(fakes.run("history", "--json"))
    assert [one["forgotten"] for one in document["attempts"]] == [False] * 4 + [True]
    assert [one["notes"] for one in document["attempts"]] == [[], [], ["too tired", "zu müde"], [], []]
    assert document["best"]["attempt"] == 3
    assert document["next"] == {"days": 1, "due": "2026-12-02", "twist": None}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--forget", "9"], "There is no attempt 9. They go from 1 to 5. See python -m grader history"),
        (["--forget", "x"], "'x' is not a valid count"),
        (["--note", "0", "a"], "--note takes the number of an attempt and a text: '0' is not a valid count"),
        (["--note", "1", " "], "The note is empty"),
        (["--note", "1", "a" * 201], "The note has 201 characters; at most 200"),
        (["--note", "1"], "expected 2 arguments"),
        (["--note", "1", "a", "--json"], "not allowed with"),
    ],
)
def test_attempt_that_cannot_be_marked(fakes: Fakes, words: list[str], said: str) -> None:
    fakes.remember(*STORY)
    assert said in fakes.refusal("history", *words)
    assert fakes.past().records == STORY


def test_journal_that_cannot_be_marked(fakes: Fakes) -> None:
    none = "There is no attempt 1. None is recorded yet."
    assert none in fakes.refusal("history", "--forget", "1")
    fakes.remember(*passing(0, 60))
    lock = fakes.journal / "lock"
    lock.unlink()
    lock.mkdir()
    assert "cannot be written" in fakes.refusal("history", "--forget", "1")


FIRST, SECOND = passing(0, 100, 600), passing(90_000, 100, 500)
FORGOTTEN = record(10, "attempt-forgotten", began=START.isoformat(timespec="milliseconds"))


def test_last_pass() -> None:
    assert last_pass(story(*FIRST, *SECOND)) == date(2026, 11, 25)
    late_again = (*SECOND, stub(180_000), run(180_100, 3))
    assert last_pass(story(*FIRST, *late_again)) == date(2026, 11, 25)


def test_pass_of_a_twist_is_none_of_the_plain_task() -> None:
    twisted = (record(0, "laid-out", how="reset", saved=None, twist="half"), run(60, 2), run(300, 5))
    assert (last_pass(story(*twisted)), has_passed(twisted)) == (None, False)
    assert last_pass(story(*twisted, *SECOND)) == date(2026, 11, 25)


def test_forgotten_or_open_attempt_is_not_a_pass() -> None:
    assert last_pass(story(stub(0), run(5, 4))) is None
    assert not has_passed((*FIRST, FORGOTTEN))
    assert has_passed(FIRST)
    assert not has_passed(())
