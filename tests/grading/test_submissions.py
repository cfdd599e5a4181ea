"""Hand-written submissions, right, wrong, unfinished and hostile: each gets exactly what its label says.

Graded on every run: the right ones, three spellings of every mistake, and some of those with several mistakes
and of the hostile ones; `python -m pytest --all` grades every file. The choice depends on a number computed
from the name, so it is the same each time.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from grader.command_line import DEFAULT
from grader.kata import find_kata

from ..helpers.graded import graded_label, line_trouble, trouble
from ..helpers.labels import Labelled, labelled, labelled_exercises, spellings
from ..helpers.paths import SUBMISSIONS

LEAST_RIGHT = {DEFAULT: 60}
LEAST_RIGHT_OF_OTHERS = 10
RIGHT_EACH_RUN = 64
SPELLINGS = 3
COMBINED_EACH_RUN = 24
HOSTILE_EACH_RUN = 16
# Submissions that run into a deadline or lose a worker take seconds.
SLOW_MISTAKES = {"times-out", "too-much-memory"}
EXERCISES = labelled_exercises()
CATALOGUES = {name: find_kata(name).catalogue for name in EXERCISES}
MISTAKES = [
    (name, entry.id)
    for name in EXERCISES
    for entry in CATALOGUES[name].values()
    if name == DEFAULT or entry.id not in CATALOGUES[DEFAULT]  # the default covers the others
]


def ranked(some: Iterable[Labelled]) -> list[Labelled]:
    """Sort submissions by rank, an order that is unrelated to their content."""
    return sorted(some, key=lambda one: one.rank)


def everyone(folder: str) -> list[Labelled]:
    """The submissions in this folder, of all exercises."""
    return [one for name in EXERCISES for one in labelled(folder, name)]


def of_every_id() -> set[str]:
    """The titles of up to three spellings of every mistake id."""
    every = [spellings(mistake, name)[:SPELLINGS] for name, mistake in MISTAKES]
    return {one.title for some in every for one in some}


def cases(some: Sequence[Labelled], each_run: set[str]) -> list[object]:
    """Parameters with one submission each; those that are not graded on every run are marked as slow."""
    marks = {one.title: [] if one.title in each_run else [pytest.mark.slow] for one in some}
    return [pytest.param(one, id=one.title, marks=marks[one.title]) for one in some]


def first(some: Iterable[Labelled], number: int) -> set[str]:
    """The titles of the first `number` submissions of each exercise, by rank."""
    found = ranked(some)
    each = [[one.title for one in found if one.exercise == name][:number] for name in EXERCISES]
    return {title for titles in each for title in titles}


RIGHT, WRONG, HOSTILE = everyone("correct"), everyone("wrong"), everyone("hostile")
UNFINISHED = everyone("unfinished")
CHOSEN = of_every_id()
COMBINED = first((one for one in WRONG if len(one.required) > 1), COMBINED_EACH_RUN)
QUICK = first((one for one in HOSTILE if not one.ids & SLOW_MISTAKES), HOSTILE_EACH_RUN)


def test_every_folder_is_that_of_an_exercise() -> None:
    assert {path.name for path in SUBMISSIONS.iterdir() if path.suffix or path.is_dir()} == set(EXERCISES)
    kinds = {path.relative_to(SUBMISSIONS).parts[1] for path in SUBMISSIONS.rglob("*.py")}
    assert kinds == {"correct", "wrong", "hostile", "unfinished", "twists"}


@pytest.mark.parametrize("name", EXERCISES)
def test_there_are_many_right_ones(name: str) -> None:
    right = labelled("correct", name)
    assert len(right) >= LEAST_RIGHT.get(name, LEAST_RIGHT_OF_OTHERS)
    assert len({one.raw for one in right}) == len(right)


@pytest.mark.parametrize(("name", "mistake"), MISTAKES)
def test_every_mistake_has_hand_written_spellings(name: str, mistake: str) -> None:
    assert len(spellings(mistake, name)) >= SPELLINGS


@pytest.mark.parametrize("name", EXERCISES)
def test_labels_name_what_is_in_the_catalogue(name: str) -> None:
    right, wrong, hostile = (labelled(folder, name) for folder in ("correct", "wrong", "hostile"))
    named = {mistake for one in (*wrong, *hostile) for mistake in one.ids}
    named |= {mistake for one in right for mistake in one.advice}
    assert named <= set(CATALOGUES[name])
    assert all(one.expected == "pass" for one in right)
    assert all(one.expected == "wrong" and one.required for one in wrong)
    unfinished = labelled("unfinished", name)
    assert all(one.expected == "unfinished" for one in unfinished)
    assert {step for one in unfinished for step in one.todo} <= set(find_kata(name).steps)


@pytest.mark.parametrize("one", cases(RIGHT, CHOSEN | first(RIGHT, RIGHT_EACH_RUN)))
def test_right_one_passes(one: Labelled, tmp_path: Path) -> None:
    check(one, tmp_path)


@pytest.mark.parametrize("one", cases(WRONG, CHOSEN | COMBINED))
def test_wrong_one_is_named(one: Labelled, tmp_path: Path) -> None:
    check(one, tmp_path)


@pytest.mark.parametrize("one", cases(UNFINISHED, first(UNFINISHED, RIGHT_EACH_RUN)))
def test_unfinished_one_is_not_wrong(one: Labelled, tmp_path: Path) -> None:
    check(one, tmp_path)


@pytest.mark.parametrize("one", cases(HOSTILE, QUICK))
def test_hostile_submission_gains_nothing(one: Labelled, tmp_path: Path) -> None:
    check(one, tmp_path)


def check(one: Labelled, folder: Path) -> None:
    """Grade a submission and compare the verdict with its label."""
    verdict = graded_label(one, folder)
    assert not trouble(one, verdict)
    assert not line_trouble(one, verdict)
