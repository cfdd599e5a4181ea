"""What to study next, derived from a debrief: at most three things, of different kinds if possible."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from .debrief import Debrief

MOST = 3

Why = Literal["mistake", "wrong", "missed", "step", "advice", "again", "unasked"]


@dataclass(frozen=True)
class Study:
    """One thing to study."""

    # a mistake that was made, a topic with a wrong choice or ("missed") a missing point, a step that did not
    # pass, advice, an attempt that was late or used help, or a topic without an answer
    why: Why
    subject: str  # the id of the mistake or advice, the topic or the step; empty for "again"
    arguments: tuple[str, ...]  # the command that practises it, and its arguments


def study(told: Debrief) -> tuple[Study, ...]:
    """What to study next, the most important first; empty if there is nothing to improve."""
    first: list[Study] = []
    rest: list[Study] = []
    for found in _kinds(told):
        first += found[:1]
        rest += found[1:]
    return tuple(islice([*first, *rest], MOST))


def _kinds(told: Debrief) -> Iterator[list[Study]]:
    """Everything to study, kind by kind, each kind with the most important first.

    Mistakes that are still there come first, then those with the most hints, then with the most versions.
    """
    helped = Counter(finding for finding, _, _ in told.attempt.rungs)
    made = sorted(told.made, key=lambda one: (one.fixed, -helped[one.mistake], -one.versions))
    yield [Study("mistake", one.mistake, ("explain", one.mistake)) for one in made]
    wrong = [one for one in told.observed if not all(answer.right for answer in one.answers)]
    yield [_topic("missed" if told.standing.is_open else "wrong", one.criterion.topic, told) for one in wrong]
    seen = {one.step for one in made}
    missing = [row.step for row in told.rows if row.sum is None and row.step not in seen]
    yield [Study("step", name, ("hint", name)) for name in missing[:1]]
    yield [Study("advice", name, ("explain", name)) for name in dict(told.advice)]
    attempt = told.attempt
    is_again = attempt.passed and (attempt.outcome == "late" or attempt.hints > 0 or attempt.solution_seen)
    yield [Study("again", "", ("interview",))] if is_again else []
    yield [_topic("unasked", one.criterion.topic, told) for one in told.observed if not one.answers]


def _topic(why: Why, topic: str, told: Debrief) -> Study:
    how = ("--open",) if told.standing.is_open else ()
    return Study(why, topic, ("quiz", *how, "--topic", topic.replace(" ", "-")))
