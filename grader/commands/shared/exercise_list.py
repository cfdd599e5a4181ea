"""How far the learner has got with each exercise."""

from collections.abc import Sequence

from ...incomplete import IncompleteExercise
from ...kata import find_kata, kata_names
from ...practice.attempts import Attempt
from ...practice.clock import Clock
from ...practice.history import bests_of_each
from ...practice.schedule import last_pass, plans
from ...report.listing import ExerciseSummary, TaskSummary
from . import practice_records


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
