"""The second act of an interview: when it is the default, how its task is drawn, and how it begins.

It is a separate interview in the journal of its own exercise, with the deadline of the first act. Its record
names the first act. The drawn task is first written to the journal of the first act. So if the process is
killed in between, the next one continues with the same task.
"""

from collections.abc import Mapping, Sequence

from . import appointment, backups, stretches
from .appointment import Act
from .attempts import Attempt, Task
from .interview import InterviewState
from .practice import Practice
from .runs import digest
from .schedule import is_clean, least_seen

PASSES_COMPARED = 2
"""The number of best attempts that decide whether a second act is the default."""

TaskChoice = tuple[str, str | None]  # an exercise, and a twist of it or None
CodeToChange = tuple[str, Sequence[str]]  # the existing code, and the steps to change


def is_usual(attempts: Sequence[Attempt], task: Task, minutes: float) -> bool:
    """Whether the two fastest passes of a task were within `minutes`, without a hint or the solution."""
    passed = [one for one in attempts if one.task == task and one.passed and one.is_timed]
    best = sorted(passed, key=lambda one: one.seconds)[:PASSES_COMPARED]
    return len(best) == PASSES_COMPARED and all(is_clean(one) and one.seconds <= 60 * minutes for one in best)


def draw(first: Practice, state: InterviewState, seen: Mapping[TaskChoice, int], seed: int) -> Act | None:
    """Draw the second act and record it in the first act's journal; None if there is no possible task.

    Raises:
        JournalError: if it cannot be recorded.
    """
    if state.second is not None or not seen:
        return state.second
    exercise, twist = least_seen(seen, seed)
    act = Act(exercise, twist, f"{first.new_name()}-2")
    first.record(appointment.SECOND_ACT, interview=state.id, act=vars(act), seed=seed)
    return act


def begin(
    practice: Practice, act: Act, first: Act, state: InterviewState, changed: CodeToChange | None
) -> None:
    """Begin the second act with the time that is left; its task is brief if the first is and a brief exists.

    `changed` is the existing code and the steps to change; None for a blank stub.

    Raises:
        SavedError: if a copy of the file cannot be kept; nothing was changed.
        JournalError: if it cannot be recorded.
    """
    is_brief = changed is None and state.is_brief and bool(practice.brief_stub)
    if changed is None:
        kept = practice.lay_out("interview", is_brief=is_brief)
    else:
        source, steps = changed
        kept = backups.keep(practice.exercise, practice.saved, practice.clock.now())
        facts = {"saved": practice.beside_journal(kept), "twist": act.twist}
        practice.record(
            stretches.LAID_OUT, how=stretches.CHANGE, **facts, steps=list(steps), digest=digest(source)
        )
    chosen = {"open": state.is_open, "brief": is_brief}
    minutes = state.left / 60
    practice.record_start(act.interview, minutes, state.deadline, kept, chosen, first=vars(first))
