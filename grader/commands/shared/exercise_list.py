"""How far the learner has got with each exercise, and with which to continue."""

from collections.abc import Sequence
from dataclasses import replace

from ...incomplete import IncompleteExercise
from ...kata import exercise_file, find_kata, kata_names, missing_files
from ...practice.attempts import Attempt
from ...practice.clock import Clock
from ...practice.history import bests_of_each
from ...practice.journal import Journal
from ...practice.schedule import has_passed, last_pass, plans
from ...report.listing import ExerciseSummary, TaskSummary
from ...report.terminal import Background
from ...verdict import Verdict
from . import practice_records, typed_paths


def all_exercises(clock: Clock) -> list[ExerciseSummary]:
    """Every exercise with its results, in the order in which to practise them."""
    return [one_exercise(name, clock) for name in kata_names()]


def one_exercise(name: str, clock: Clock) -> ExerciseSummary:
    """The entry of one exercise in the list of all exercises."""
    try:
        kata = find_kata(name)
    except IncompleteExercise as error:
        return ExerciseSummary(name, "", None, 0, str(error))
    practice = practice_records.practice_of(kata, clock)
    run = practice.last_run()
    passed = None if run is None else sum(run.steps.get(step) == "passed" for step in kata.steps)
    attempts = practice.attempts()
    last, tasks = last_pass(attempts), _tasks(attempts)
    return ExerciseSummary(kata.name, kata.class_name, passed, len(kata.steps), "", last, tasks)


def _tasks(attempts: Sequence[Attempt]) -> tuple[TaskSummary, ...]:
    """The plain task, and the twists that were practised, with changes of own code as tasks of their own."""
    best = {task: found.attempt for task, found in bests_of_each(attempts, ()).items()}
    due, twists = plans(attempts), sorted({twist for twist, _ in best if twist is not None})
    tasks = [(None, False), *((twist, is_change) for twist in twists for is_change in (False, True))]
    return tuple(
        TaskSummary(
            twist, is_change, None if one is None else one.seconds, None if is_change else due.get(twist)
        )
        for twist, is_change in tasks
        if (one := best.get((twist, is_change))) is not None or not is_change
    )


def with_next(context: Background, verdict: Verdict, clock: Clock, key: str = "") -> Background:
    """`context` with the next exercise added, if this one has passed and another has not.

    `key` is the key that continues with it; empty if no key does.
    """
    name = next_one(verdict.exercise, clock) if verdict.verdict == "passed" else ""
    return replace(context, next=name, next_key=key) if name else context


def next_one(after: str, clock: Clock) -> str:
    """The first complete exercise, other than `after`, that has not passed yet; empty if there is none.

    This reads only the journals, so that a report does not have to wait.
    """
    for name in kata_names():
        if name == after or missing_files(name):
            continue
        records = Journal(typed_paths.journal_folder(exercise_file(name)), clock).read().records
        if not has_passed(r for r in records if r.facts.get("exercise", name) == name):
            return name
    return ""
