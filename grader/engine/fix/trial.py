"""One candidate tried: loaded in a worker of its own, and asked the checks of its step."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...sandbox.client import Sandbox
from ...sandbox.limits import Limits
from .. import loading
from ..cases import Cases
from ..checks import checks_of
from ..exercise import Exercise
from ..learner import Learner
from ..requests import Requests

AT_ONCE = 2
LIMITS = Limits(processor=1.5, wall=4.0)
Open = Callable[[str], Sandbox]
"""Makes a sandbox for a text."""


@dataclass(frozen=True)
class Score:
    """How many checks of a step passed, of how many."""

    passed: int
    of: int

    @property
    def right(self) -> bool:
        """Whether all did."""
        return self.passed == self.of


class Trial:
    """Tries one candidate after the other on the same data.

    Args:
        exercise: what they are solutions of.
        sandbox: makes a sandbox for a text.
        seed: of the data.
    """

    def __init__(self, exercise: Exercise, sandbox: Open, seed: int) -> None:
        self.exercise, self._open, self.seed = exercise, sandbox, seed
        self.requests = Requests(exercise, Cases(exercise, seed))
        self.checks = checks_of(exercise)
        self.tried = 0

    def scores(
        self, sources: Sequence[str], step: str, needs: Callable[[], int]
    ) -> Iterator[tuple[str, Score]]:
        """Each text with its score, in order; a few are tried at the same time."""
        ahead: deque[tuple[str, Future[Score]]] = deque()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                for source in sources:
                    ahead.append((source, pool.submit(self.score, source, step, needs=needs())))
                    if len(ahead) > AT_ONCE:
                        tried, future = ahead.popleft()
                        yield tried, future.result()
                for tried, future in ahead:
                    yield tried, future.result()
            finally:
                for _, future in ahead:
                    future.cancel()

    def score(self, source: str, step: str, *, needs: int = 0) -> Score:
        """How many checks of a step a text passes; given up where `needs` cannot be reached any more."""
        self.tried += 1
        sandbox = self._open(source)
        checks = [check for check in self.checks if check.step == step]
        try:
            loaded = sandbox.load()
            if not isinstance(loaded, dict) or loading.diagnose(self.exercise, loaded, source):
                return Score(-1, max(1, len(checks)))
            if not checks:  # to be loaded was all
                return Score(1, 1)
            learner = self._learner(sandbox, loaded)
            missed = 0
            for check in checks:
                missed += not passes(check.run, learner)
                if len(checks) - missed < needs or sandbox.violations:
                    return Score(0, len(checks))
            return Score(len(checks) - missed, len(checks))
        finally:
            sandbox.end()

    def _learner(self, sandbox: Sandbox, loaded: dict[str, Any]) -> Learner:
        def substituted(names: Any) -> Sandbox:
            answers = self.exercise.formula.source({})
            return sandbox.sibling({"answers": answers, "substituted": list(names)})

        return Learner(self.exercise, sandbox, loaded, substituted, self.seed, self.requests)


def passes(run: Callable[[Learner], None], learner: Learner) -> bool:
    """Whether one check has nothing to say against a learner."""
    try:
        with np.errstate(all="ignore"):
            run(learner)
    except Exception:
        return False
    return True
