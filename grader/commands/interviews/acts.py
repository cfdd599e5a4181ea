"""The acts of an interview: the first one, and the second one that may follow a pass."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass

from ...kata import Kata, find_kata, kata_names
from ...practice import schedule, second_act
from ...practice.appointment import Act
from ...practice.interview import InterviewState
from ...practice.practice import Practice
from ...practice.second_act import TaskChoice
from ...report import task as screen
from ...submission import UsageError
from ..shared import asking, practice_records, streams, target, typed_paths

QUESTION = "\nGo on with a second act once the code passes?"


@dataclass(frozen=True)
class Part:
    """One act: its exercise with its twist, the practice records of that, and the state of the act."""

    kata: Kata
    practice: Practice
    state: InterviewState

    def by_now(self) -> "Part":
        """The same act with its current state."""
        return Part(self.kata, self.practice, self.practice.interview(self.state.id) or self.state)

    def task(self, passed: str) -> screen.Task | None:
        """The task of a second act; None for a first act. `passed` says how the first act ended."""
        first = self.state.first
        if first is None:
            return None
        twist, is_change = self.kata.declaration.twist, bool(self.state.attempt.changes)
        text = self.kata.statement
        if is_change:
            before = self.kata.twisted(first.twist).statement.splitlines()
            text = "\n".join(line for line in text.splitlines() if line not in before)
        elif self.state.is_brief and self.kata.brief is not None:
            text = screen.spoken(self.kata.brief)
        kept = practice_records.copy_before(self.practice, self.state)
        return screen.Task(
            exercise=self.kata.name,
            twist=None if twist is None else twist.name,
            title="" if twist is None else twist.title,
            before=first.twist if is_change else None,
            text=text,
            file=typed_paths.shown(self.practice.exercise),
            kept=kept,
            passed=passed,
        )


Parts = tuple[Part, ...]


def parts(kata: Kata, practice: Practice) -> Parts:
    """The acts of the exercise's last interview, in order: none, one or two."""
    last = practice.last_interview()
    if last is None:
        return ()
    own = Part(kata, practice, last)
    if last.first is not None:
        first = _found(last.first, practice)
        return (own,) if first is None else (first, own)
    second = None if last.second is None else _found(last.second, practice)
    return (own,) if second is None else (own, second)


def _found(act: Act, practice: Practice) -> Part | None:
    """Find an act; None if its exercise, its twist or its records no longer exist."""
    try:
        kata = find_kata(act.exercise).twisted(act.twist)
    except UsageError:
        return None
    own = practice_records.practice_of(kata, practice.clock)
    state = own.interview(act.interview)
    return None if state is None else Part(kata, own, state)


def wanted(args: Namespace, kata: Kata, practice: Practice, minutes: int) -> bool:
    """Whether there will be a second act: from the option or, without it, the default or an answer."""
    if args.second_act is None and not dict(_possible(kata, practice)):
        return False
    if args.second_act is not False:
        streams.show(screen.offered)
    if args.second_act is not None:
        return bool(args.second_act)
    usual = second_act.is_usual(practice.attempts(), (kata.twist, False), minutes)
    if args.yes or not asking.at_a_terminal():
        return usual
    return asking.agreed(QUESTION, usual=usual)


def begin(first: Part) -> Part | None:
    """Begin the second act, or find the one that has begun; None if there is no possible task for it.

    Raises:
        UsageError: if it cannot be begun.
    """
    first = first.by_now()
    kata, practice, state = first.kata, first.practice, first.state
    seen = {} if state.second else dict(_possible(kata, practice))
    act = second_act.draw(practice, state, seen, schedule.new_seed())
    if act is None:
        return None
    own = find_kata(act.exercise).twisted(act.twist)
    own_practice = practice_records.practice_of(own, practice.clock)
    if (begun := own_practice.interview(act.interview)) is None:
        changed = None if act.exercise != kata.name else (target.read(kata, None).source, _steps(kata, own))
        second_act.begin(own_practice, act, Act(kata.name, kata.twist, state.id), state, changed)
        begun = own_practice.interview(act.interview)
    return None if begun is None else Part(own, own_practice, begun)


def _steps(*katas: Kata) -> list[str]:
    changed = {step for kata in katas if (twist := kata.declaration.twist) for step in twist.steps}
    return [step for step in katas[0].to_write if step in changed]


def _possible(kata: Kata, practice: Practice) -> Iterator[tuple[TaskChoice, int]]:
    """The possible tasks of a second act, each with how often it was practised.

    Exercises with an unfinished interview or attempt are left out.
    """
    before = practice.attempts()
    for twist in (kata.declaration.plain or kata.declaration).twists():
        if twist.name != kata.twist:
            yield (kata.name, twist.name), sum(one.twist == twist.name for one in before)
    for name in kata_names():
        if name == kata.name:
            continue
        try:
            other = practice_records.practice_of(find_kata(name), practice.clock)
        except UsageError:
            continue
        if not _is_in_use(other):
            yield (name, None), sum(one.twist is None for one in other.attempts())


def _is_in_use(practice: Practice) -> bool:
    """Whether the exercise has an unfinished interview, or an attempt in which something was written."""
    last, attempts = practice.last_interview(), practice.attempts()
    is_waiting = last is not None and (last.how is None or last.is_to_be_debriefed)
    is_begun = bool(attempts) and attempts[-1].is_under_way
    return is_waiting or (is_begun and any(not run.untouched for run in attempts[-1].runs))
