"""Try candidates: screen them in batches, and run all checks of the step on those that may be better."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat
from typing import Any

import numpy as np

from ...sandbox.client import Sandbox
from ...sandbox.limits import Limits, crowding
from ..asking.learner import Learner
from ..asking.requests import Request, Requests
from ..checks.declared import checks_of
from ..checks.hidden_check import Check
from ..declaration.drawn_cases import Cases
from ..declaration.exercise import Exercise
from ..diagnose import load_failures
from ..source.evenness import Evenness
from ..training.collaborators import right_under
from .batch_screening import LIMITS as SCREENING
from .batch_screening import Recorded, Recording, UnrecordedError, screened
from .edits.demo import without_demo

LIMITS = Limits(processor=1.5, wall=4.0)
AT_ONCE = (4, 8, 16)
FEW, SLOW = 2, 0.2
"""If screening takes more than SLOW seconds per candidate, only FEW are screened together."""
MOST_REQUESTS, ENOUGH_FAILED = 10, 3
LEAST_SECONDS, AS_LONG = 0.15, 6
"""The seconds that a screened text may take at least, and as a multiple of the original text's."""
Open = Callable[[str, Limits], Sandbox]
"""Opens a sandbox for a text."""
Right = tuple[bool, tuple[str, ...]]
"""Whether right methods replace some that the training calls, and which."""


@dataclass(frozen=True)
class Score:
    """How many checks of a step passed, and how many there are (`of`)."""

    passed: int
    of: int

    @property
    def right(self) -> bool:
        """Whether all of them passed."""
        return self.passed == self.of


@dataclass(frozen=True)
class Base:
    """How a text that is to be improved fails."""

    step: str  # the step that fails
    score: Score  # its score
    failed: tuple[Check, ...] = ()  # some of the checks that failed
    requests: tuple[Request, ...] = ()  # the requests that these checks made
    right: Right = (False, ())
    seconds: float = LEAST_SECONDS  # that a candidate may take for the requests


class Trial:
    """Tries one candidate after another on the same data."""

    def __init__(self, exercise: Exercise, sandbox: Open, seed: int) -> None:
        self.exercise, self._open, self.seed = exercise, sandbox, seed
        self.requests = Requests(exercise, Cases(exercise, seed))
        self.checks = checks_of(exercise)
        self.slow = False

    def base(self, source: str, step: str) -> Base:
        """How a text fails in a step, if it does."""
        sandbox = self._open(source, LIMITS)
        checks = [check for check in self.checks if check.step == step]
        try:
            loaded = sandbox.load()
            if not isinstance(loaded, dict) or not self._is_loaded(loaded, source):
                return Base(step, Score(0, max(1, len(checks))))
            if not checks:
                return Base(step, self._whole(sandbox, loaded))
            right = self._right(sandbox, loaded, step)
            learner = self._learner(sandbox, loaded, None, right)
            failed = [check for check in checks if not passes(check.run, learner)]
            score = Score(len(checks) - len(failed), len(checks))
            if self.exercise.method_of(step) is None and step != self.exercise.steps[0]:
                return Base(step, score, tuple(failed), (), right)  # answers do not show how work grows
            found, asked, seconds = self._telling(sandbox, loaded, right, failed)
            return Base(step, score, found, asked, right, max(LEAST_SECONDS, AS_LONG * seconds))
        finally:
            sandbox.end()

    def without_demo(self, source: str) -> str | None:
        """The text without the top-level statements from the one that raises on; None if none does."""
        sandbox = self._open(source, LIMITS)
        try:
            loaded = sandbox.load()
        finally:
            sandbox.end()
        stack = loaded.get("raised", {}).get("stack", ()) if isinstance(loaded, dict) else ()
        return without_demo(source, stack[0]) if stack else None

    def _telling(
        self, sandbox: Sandbox, loaded: dict[str, Any], right: Right, failed: list[Check]
    ) -> tuple[tuple[Check, ...], tuple[Request, ...], float]:
        """Some of the checks that failed, and their questions: few, because every candidate is asked them.

        Also the seconds that the answers took, without those that never came.
        """
        asked, seconds = list[Request](), 0.0
        learner = self._learner(sandbox, loaded, asked, right)
        found: list[Check] = []
        for check in failed[:ENOUGH_FAILED]:
            before, begun = len(asked), time.monotonic()
            passes(check.run, learner)
            took = time.monotonic() - begun
            seconds += took if took < LIMITS.processor else 0.0
            if found and len(asked) > MOST_REQUESTS:
                del asked[before:]
                break
            found.append(check)
        return tuple(found), tuple(asked), seconds

    def _right(self, sandbox: Sandbox, loaded: dict[str, Any], step: str) -> Right:
        learner = self._learner(sandbox, loaded, None)
        trains = learner.trains(getattr(self.exercise.method_of(step), "name", ""))
        return (right_under(learner), learner.put) if trains else (False, ())

    def _whole(self, sandbox: Sandbox, loaded: dict[str, Any]) -> Score:
        """The score of a text that only has to load, with all its methods under their names."""
        learner = self._learner(sandbox, loaded, None)
        return Score(int(not load_failures.missing_methods(learner)), 1)

    def _is_loaded(self, loaded: Any, source: str) -> bool:
        return isinstance(loaded, dict) and not load_failures.diagnose(self.exercise, loaded, source)

    def scores(
        self, sources: Iterator[str], base: Base, needs: Callable[[], int]
    ) -> Iterator[tuple[str, Score]]:
        """Each text with its score, in order; those that screening rejects score 0."""
        if not base.requests:  # nothing is screened
            yield from ((source, self.score(source, base, needs())) for source in sources)
            return
        sizes = chain(AT_ONCE, repeat(AT_ONCE[-1]))
        for batch in iter(lambda: list(islice(sources, FEW if self.slow else next(sizes))), []):
            for source, recorded in zip(batch, self._screened(batch, base), strict=True):
                if recorded is not None and self._may_be_better(recorded, base):
                    yield source, self.score(source, base, needs())
                else:
                    yield source, Score(0, base.score.of)

    def _screened(self, sources: Sequence[str], base: Base) -> Sequence[Recorded | None]:
        sandbox, begun = self._open(sources[0], SCREENING), time.monotonic()
        try:
            names = list(base.right[1]) or list(self.exercise.collaborators)
            load = sandbox.request | {"answers": self.exercise.formula.source({}), "substituted": names}
            return screened(sandbox, load, sources, base.requests, base.seconds)
        finally:
            sandbox.end()
            self.slow = (time.monotonic() - begun) / crowding() > SLOW * len(sources)

    def _may_be_better(self, recorded: Recorded, base: Base) -> bool:
        """Whether a failed check passes now, as far as the recorded answers show."""
        if not self._is_loaded(recorded.loaded, recorded.request["source"]):
            return False
        learner = self._learner(recorded, recorded.loaded, None, base.right)
        said = [passes(check.run, learner) for check in base.failed]
        return any(said) or all(passed is None for passed in said)

    def score(self, source: str, base: Base, needs: int = 0) -> Score:
        """How many checks of a step a text passes; 0 as soon as it cannot reach `needs` any more."""
        sandbox = self._open(source, LIMITS)
        checks = [check for check in self.checks if check.step == base.step]
        try:
            loaded = sandbox.load()
            if not isinstance(loaded, dict) or not self._is_loaded(loaded, source):
                return Score(-1, max(1, len(checks)))
            if not checks:
                return self._whole(sandbox, loaded)
            learner = self._learner(sandbox, loaded, None, base.right)
            missed, failed = 0, [check for check in checks if check in base.failed]
            for number, check in enumerate([*failed, *(c for c in checks if c not in failed)], 1):
                missed += passes(check.run, learner) is not True
                no_better = missed == number == len(failed)
                if len(checks) - missed < needs or no_better or sandbox.violations:
                    return Score(0, len(checks))
            return Score(len(checks) - missed, len(checks))
        finally:
            sandbox.end()

    def _learner(
        self, sandbox: Any, loaded: dict[str, Any], asked: list[Request] | None, right: Right | None = None
    ) -> Learner:
        own: Any = Recording(sandbox, asked) if asked is not None else sandbox
        learner = Learner(self.exercise, own, loaded, self.seed, self.requests)
        learner.evenness = Evenness([], self.exercise)  # all candidates are asked the same questions
        if right is not None and learner.training:
            learner.keep("right under", lambda: right[0])
            learner.put_under(right[1])
        return learner


def passes(run: Callable[[Learner], None], learner: Learner) -> bool | None:
    """Whether a check passes for a learner; None if it makes a request whose answer was not recorded."""
    try:
        with np.errstate(all="ignore"):
            run(learner)
    except UnrecordedError:
        return None
    except Exception:
        return False
    return True
