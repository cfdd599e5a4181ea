"""Hand-written submissions, right, wrong and hostile: each gets exactly what its label says.

On every run: the right ones, three spellings of every mistake, and some of those with several mistakes and
of the hostile ones; `python -m pytest --all` grades every file. The choice goes by a number made of the
name, so it is the same each time.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from .graded import KATA, graded_label, line_trouble, trouble
from .labels import Labelled, labelled, spellings

LEAST_RIGHT = 60
RIGHT_EACH_RUN = 64
SPELLINGS = 3
COMBINED_EACH_RUN = 24
HOSTILE_EACH_RUN = 16
# What ends in a deadline or in a lost worker costs seconds.
SLOW_MISTAKES = {"times-out", "too-much-memory"}


def ranked(some: Iterable[Labelled]) -> list[Labelled]:
    """In an order that has nothing to do with what they are about."""
    return sorted(some, key=lambda one: one.rank)


def of_every_id() -> set[str]:
    """The names of three spellings of every id."""
    return {one.name for mistake in KATA.catalogue for one in spellings(mistake)[:SPELLINGS]}


def cases(some: Sequence[Labelled], each_run: set[str]) -> list[object]:
    """Parameters: one submission each, those that are not graded on every run marked as slow."""
    marks = {one.name: [] if one.name in each_run else [pytest.mark.slow] for one in some}
    return [pytest.param(one, id=one.name, marks=marks[one.name]) for one in some]


def first(some: Iterable[Labelled], number: int) -> set[str]:
    """The names of so many, by rank."""
    return {one.name for one in ranked(some)[:number]}


RIGHT, WRONG, HOSTILE = labelled("correct"), labelled("wrong"), labelled("hostile")
CHOSEN = of_every_id()
COMBINED = first((one for one in WRONG if len(one.required) > 1), COMBINED_EACH_RUN)
QUICK = first((one for one in HOSTILE if not one.ids & SLOW_MISTAKES), HOSTILE_EACH_RUN)


def test_there_are_many_right_ones() -> None:
    assert len(RIGHT) >= LEAST_RIGHT
    assert len({one.raw for one in RIGHT}) == len(RIGHT)


@pytest.mark.parametrize("mistake", KATA.catalogue)
def test_every_mistake_has_hand_written_spellings(mistake: str) -> None:
    assert len(spellings(mistake)) >= SPELLINGS


def test_labels_name_what_is_in_the_catalogue() -> None:
    named = {mistake for one in (*WRONG, *HOSTILE) for mistake in one.ids}
    named |= {mistake for one in RIGHT for mistake in one.advice}
    assert named <= set(KATA.catalogue)
    assert all(one.expected == "pass" for one in RIGHT)
    assert all(one.expected == "wrong" and one.required for one in WRONG)


@pytest.mark.parametrize("one", cases(RIGHT, CHOSEN | first(RIGHT, RIGHT_EACH_RUN)))
def test_right_one_passes(one: Labelled, tmp_path: Path) -> None:
    check(one, tmp_path)


@pytest.mark.parametrize("one", cases(WRONG, CHOSEN | COMBINED))
def test_wrong_one_is_named(one: Labelled, tmp_path: Path) -> None:
    check(one, tmp_path)


@pytest.mark.parametrize("one", cases(HOSTILE, QUICK))
def test_hostile_one_gains_nothing(one: Labelled, tmp_path: Path) -> None:
    check(one, tmp_path)


def check(one: Labelled, folder: Path) -> None:
    """Grade it and compare with its label."""
    verdict = graded_label(one, folder)
    assert not trouble(one, verdict)
    assert not line_trouble(one, verdict)
