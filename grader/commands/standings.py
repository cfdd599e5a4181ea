"""Where all the exercises stand, and which one comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..incomplete import IncompleteExercise
from ..kata import exercise_file, find_kata, kata_names, missing_files
from ..practice.attempts import Attempt
from ..practice.clock import Clock
from ..practice.history import bests_of_each
from ..practice.journal import Journal
from ..practice.passes import has_passed, passes
from ..practice.schedule import Plan, plans
from ..report.listing import Listed, Practised
from ..report.terminal import Background
from ..verdict import Verdict
from . import memory, places


def all_listed(clock: Clock) -> list[Listed]:
    """Every exercise with what passed, in the order in which to practise them."""
    return [listed(name, clock) for name in kata_names()]


def listed(name: str, clock: Clock) -> Listed:
    """What the list of all says of one exercise."""
    try:
        kata = find_kata(name)
    except IncompleteExercise as error:
        return Listed(name, "", None, 0, str(error))
    practice = memory.practice_of(kata, clock)
    run = practice.last_run()
    passed = None if run is None else sum(run.steps.get(step) == "passed" for step in kata.steps)
    attempts = practice.attempts()
    found, due = passes(attempts), plans(attempts)
    others = _others(attempts, due)
    return Listed(kata.name, kata.class_name, passed, len(kata.steps), "", found, due.get(None), others)


def _others(attempts: Sequence[Attempt], due: Mapping[str | None, Plan]) -> tuple[Practised, ...]:
    """The twists that were practised; of each, what was a change of the learner's own code by itself."""
    best = {task: found.attempt for task, found in bests_of_each(attempts, ()).items()}
    twists = sorted({twist for twist, _ in best if twist is not None})
    tasks = [(twist, is_change) for twist in twists for is_change in (False, True)]
    return tuple(
        Practised(twist, is_change, None if one is None else one.seconds, due.get(twist))
        for twist, is_change in tasks
        if (one := best.get((twist, is_change))) is not None or not is_change
    )


def with_next(told: Background, verdict: Verdict, clock: Clock, key: str = "") -> Background:
    """What a report on the learner's own file says, with the next exercise where this one has passed.

    `key` goes on with it, where there is one.
    """
    name = next_one(verdict.exercise, clock) if verdict.verdict == "passed" else ""
    return replace(told, next=name, next_key=key) if name else told


def next_one(after: str, clock: Clock) -> str:
    """The first exercise that has not passed yet, besides the one named; empty where all have.

    Only their journals are read, since a report must not wait for it.
    """
    for name in kata_names():
        if name == after or missing_files(name):
            continue
        records = Journal(places.journal_folder(exercise_file(name)), clock).read().records
        if not has_passed(r for r in records if r.facts.get("exercise", name) == name):
            return name
    return ""
