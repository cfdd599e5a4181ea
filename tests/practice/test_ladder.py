"""The ladder of hints: one rung at a time, remembered for as long as the mistake or the TODO is there."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from grader.practice.journal import Journal, Record
from grader.practice.ladder import (
    LAST_RUNG,
    PAUSE_SECONDS,
    HintTarget,
    Rung,
    Subject,
    next_rung,
    reached,
    todo,
)
from grader.practice.practice import Practice
from grader.report import ladder
from grader.verdict import Finding

from ..helpers.clocks import START, TestClock
from ..helpers.goldens import SIZES, empty, hold_against_golden
from ..helpers.graded import KATA, graded
from ..helpers.reports import SOURCE
from ..helpers.stories import hint, record, run, stub

SLIP = HintTarget("slip", "loss")
PREDICT = todo("predict")


def shown_rung(*records: Record, at: float, hinted: HintTarget = PREDICT, hurry: bool = False) -> Rung:
    """The rung that is shown `at` seconds after the start."""
    return next_rung(records, hinted, START + timedelta(seconds=at), hurry=hurry)


def told(at: float) -> Record:
    """The record of the rung that a report shows without being asked."""
    shown = hint(at, 2)
    return replace(shown, facts=shown.facts | {"asked": False})


def test_one_rung_a_call_up_to_the_last() -> None:
    assert shown_rung(run(0, 0), at=1) == Rung(1, True, PAUSE_SECONDS)
    assert shown_rung(hint(0), at=20) == Rung(2, True, PAUSE_SECONDS)
    assert shown_rung(hint(0), hint(20, 2), at=40) == Rung(3, True, None)
    assert shown_rung(hint(0), hint(20, 2), hint(40, 3), at=41) == Rung(3, False, None)


def test_asking_again_within_seconds_shows_the_same_rung() -> None:
    assert shown_rung(hint(0), at=4) == Rung(1, False, 6)
    assert shown_rung(hint(0), at=4, hurry=True) == Rung(2, True, PAUSE_SECONDS)
    assert shown_rung(hint(0), at=PAUSE_SECONDS).number == 2


def test_hint_shown_by_a_report_counts_and_causes_no_wait() -> None:
    assert shown_rung(told(0), at=1) == Rung(3, True, None)
    assert shown_rung(hint(0), told(3), at=4) == Rung(3, True, None)
    assert shown_rung(hint(0), hint(1, 2), told(2), at=4) == Rung(2, False, 7)


def test_clock_that_was_set_back_causes_no_wait() -> None:
    assert shown_rung(hint(0), at=-3_600) == Rung(2, True, PAUSE_SECONDS)


def test_each_finding_has_a_ladder_of_its_own() -> None:
    shown = [hint(0), hint(20, 2), hint(40, 1, "slip", "loss")]
    assert shown_rung(*shown, at=99).number == 3
    assert shown_rung(*shown, at=99, hinted=SLIP).number == 2
    assert shown_rung(*shown, at=99, hinted=HintTarget("slip", "fit")).number == 1


BROKEN = record(10, "run", steps={"loss": "blocked"}, mistakes=[["syntax-error", "loading"]])


@pytest.mark.parametrize(
    ("between", "number"),
    [
        (run(10, 1, "slip"), 2),
        (run(10, 1, "other"), 1),
        (run(10, 2), 1),
        (stub(10), 1),
        (BROKEN, 2),
        (record(10, "run", verdict="passed", steps={"loss": "passed"}, advice=[["slip", "loss"]]), 2),
        (record(10, "answer", question="x"), 2),
    ],
)
def test_hint_is_remembered_as_long_as_the_mistake_is_there(between: Record, number: int) -> None:
    assert shown_rung(hint(0, 1, "slip", "loss"), between, at=50, hinted=SLIP).number == number


@pytest.mark.parametrize(("between", "number"), [(run(10, 0), 2), (run(10, 0, "slip"), 1), (run(10, 1), 1)])
def test_hints_on_a_step_are_remembered_until_it_is_written(between: Record, number: int) -> None:
    assert shown_rung(hint(0), between, at=50).number == number


EVENTS = some.one_of(
    some.builds(run, some.floats(0, 1e5), some.integers(0, 4), some.sampled_from(("", "slip"))),
    some.builds(hint, some.floats(0, 1e5), some.sampled_from((0, 1, 2, 3, 4, True, None, "2"))),
    some.builds(stub, some.floats(0, 1e5)),
)


@given(some.lists(EVENTS, max_size=15), some.floats(0, 1e5), some.booleans())
def test_any_past_gives_a_rung_that_is_near(records: list[Record], at: float, hurry: bool) -> None:
    before, _ = reached(records, PREDICT)
    rung = shown_rung(*records, at=at, hurry=hurry)
    assert rung.number in (max(before, 1), min(before + 1, LAST_RUNG))
    assert rung.is_new == (rung.number > before)
    assert rung.wait is None or 0 < rung.wait <= PAUSE_SECONDS
    assert (rung.wait is None) == (rung.number == LAST_RUNG)


def practice(folder: Path) -> Practice:
    """The `Practice` of an exercise that was never graded."""
    return Practice("x", folder / "x.py", "", ("predict",), Journal(folder / ".grader", TestClock()))


def test_what_was_shown_is_recorded_once(tmp_path: Path) -> None:
    mine = practice(tmp_path)
    assert mine.give_hint(PREDICT, "digest").number == 1
    assert mine.give_hint(PREDICT, "digest").number == 1
    mine.give_all_hints(PREDICT, "digest")
    mine.give_all_hints(PREDICT, "digest")
    facts = [record.facts for record in mine.past().of("hint")]
    assert [(f["finding"], f["step"], f["rung"], f["digest"]) for f in facts] == [
        ("todo-predict", "predict", number, "digest") for number in (1, 2, 3)
    ]


def test_what_a_report_shows_is_recorded_once(tmp_path: Path) -> None:
    mine = practice(tmp_path)
    for _ in range(2):
        mine.record_told(SLIP, "digest")
    assert mine.give_hint(SLIP, "digest").number == 3
    mine.record_told(SLIP, "digest")
    mine.give_all_hints(PREDICT, "digest")
    mine.record_told(PREDICT, "digest")
    assert [record.facts["rung"] for record in mine.past().of("hint")] == [2, 3, 1, 2, 3]


FINDING = Finding("gradient-not-divided-by-n", "error", "gradients", 17, "")
ENTRY = KATA.catalogue[FINDING.mistake]
SHOWN = {
    "mistake": ("gradients", ENTRY.title, ENTRY.hints, FINDING),
    "beginning": ("fit", "How to start fit", KATA.beginnings["fit"], None),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rungs", [1, 2, 3])
@pytest.mark.parametrize("kind", SHOWN)
def test_rungs_are_the_golden_ones(kind: str, rungs: int, size: str) -> None:
    step, title, hints, finding = SHOWN[kind]
    page = empty(size)
    path = "exercises/linear_regression.py"
    about = Subject(HintTarget("", step), title, hints, LAST_RUNG, finding)
    ladder.rungs(page, about, rungs, path, SOURCE.split("\n"))
    ladder.notes(page, [("Now", "fix this, then run: python -m grader")])
    hold_against_golden("hint", f"{kind}_{rungs}_{size}", page)


def test_every_step_to_write_has_a_beginning() -> None:
    assert tuple(KATA.beginnings) == KATA.to_write
    assert all(rung.strip() for rungs in KATA.beginnings.values() for rung in rungs)


def test_what_the_last_rungs_say_passes(tmp_path: Path) -> None:
    """Put the code of the last rung in place of each TODO: the result passes."""
    source = KATA.stub
    methods = {"predict": "predict", "loss": "compute_loss", "gradients": "compute_gradients", "fit": "fit"}
    for step, method in methods.items():
        todo_line = f'# TODO\n        raise NotImplementedError("{method}")'
        assert todo_line in source
        source = source.replace(todo_line, KATA.beginnings[step][2].replace("\n", "\n        "))
    assert graded(source, tmp_path).verdict == "passed"
