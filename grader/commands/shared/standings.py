"""How far the learner has got with each exercise."""

from collections.abc import Mapping, Sequence

from ...incomplete import IncompleteExercise
from ...kata import find_kata, kata_names
from ...practice.attempts import Attempt
from ...practice.clock import Clock
from ...practice.history import bests_of_each
from ...practice.schedule import Plan, passes, plans
from ...report.listing import Listed, Practised
from . import practice_records


def all_listed(clock: Clock) -> list[Listed]:
    """Every exercise with its results, in the order in which to practise them."""
    return [listed(name, clock) for name in kata_names()]


def listed(name: str, clock: Clock) -> Listed:
    """The entry of one exercise in the list of all exercises."""
    try:
        kata = find_kata(name)
    except IncompleteExercise as error:
        return Listed(name, "", None, 0, str(error))
    practice = practice_records.practice_of(kata, clock)
    run = practice.last_run()
    passed = None if run is None else sum(run.steps.get(step) == "passed" for step in kata.steps)
    attempts = practice.attempts()
    found, due = passes(attempts), plans(attempts)
    others = _others(attempts, due)
    return Listed(kata.name, kata.class_name, passed, len(kata.steps), "", found, due.get(None), others)


def _others(attempts: Sequence[Attempt], due: Mapping[str | None, Plan]) -> tuple[Practised, ...]:
    """The twists that were practised; changes of the learner's own code have entries of their own."""
    best = {task: found.attempt for task, found in bests_of_each(attempts, ()).items()}
    twists = sorted({twist for twist, _ in best if twist is not None})
    tasks = [(twist, is_change) for twist in twists for is_change in (False, True)]
    return tuple(
        Practised(
            twist, is_change, None if one is None else one.seconds, None if is_change else due.get(twist)
        )
        for twist, is_change in tasks
        if (one := best.get((twist, is_change))) is not None or not is_change
    )
