"""The second act of an interview: when it is usual, what is drawn for it, and how it begins.

It is an interview of its own in the journal of its exercise, with the deadline of the first act. Its record
names the first act, and what was drawn is written into the journal of the first act before anything else
happens, so that whoever is killed in between goes on with the same.
"""

from collections.abc import Mapping, Sequence

from . import appointment, saved, stretches
from .appointment import Act
from .attempts import Attempt, Task
from .interview import Standing
from .practice import Practice
from .runs import digest
from .schedule import is_clean
from .twists import least_seen

BEST = 2
"""So many of the best attempts tell whether a second act is usual."""

Choice = tuple[str, str | None]  # an exercise, and a twist of it or none
Changed = tuple[str, Sequence[str]]  # the code that is there, and the steps that are to be changed


def is_usual(attempts: Sequence[Attempt], task: Task, minutes: float) -> bool:
    """Whether the best two attempts at a task passed within that time, without a hint or the solution."""
    passed = [one for one in attempts if one.task == task and one.passed and one.is_timed]
    best = sorted(passed, key=lambda one: one.seconds)[:BEST]
    return len(best) == BEST and all(is_clean(one) and one.seconds <= 60 * minutes for one in best)


def draw(first: Practice, standing: Standing, seen: Mapping[Choice, int], seed: int) -> Act | None:
    """What the second act is about, drawn and remembered in the first act; none where nothing is possible.

    Raises:
        JournalError: if it cannot be remembered.
    """
    if standing.second is not None or not seen:
        return standing.second
    exercise, twist = least_seen(seen, seed)
    act = Act(exercise, twist, f"{first.new_name()}-2")
    first.record(appointment.SECOND_ACT, interview=standing.id, act=act.facts(), seed=seed)
    return act


def begin(practice: Practice, act: Act, first: Act, standing: Standing, changed: Changed | None) -> None:
    """Begin the second act with the time that is left, in brief where the first one is.

    `changed` is what there is to change, and the steps; None for a blank stub.

    Raises:
        SavedError: if a copy of the file cannot be kept; nothing was changed.
        JournalError: if it cannot be remembered.
    """
    is_brief = changed is None and standing.is_brief and bool(practice.brief_stub)
    if changed is None:
        kept = practice.lay_out("interview", is_brief=is_brief)
    else:
        source, steps = changed
        kept = saved.keep(practice.exercise, practice.saved, practice.clock.now())
        facts = {"saved": practice.beside_journal(kept), "twist": act.twist}
        practice.record(
            stretches.LAID_OUT, how=stretches.CHANGE, **facts, steps=list(steps), digest=digest(source)
        )
    practice.record(
        appointment.STARTED,
        interview=act.interview,
        minutes=standing.left / 60,
        twist=act.twist,
        deadline=standing.deadline.isoformat(timespec="milliseconds"),
        saved=practice.beside_journal(kept),
        first=first.facts(),
        **({"open": True} if standing.is_open else {}),
        **({"brief": True} if is_brief else {}),
    )
