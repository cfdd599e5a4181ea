"""Repeat a call with one operation changed at a time, in a rewritten copy; nothing is judged here."""

import operator
from collections.abc import Callable
from typing import Any

import numpy as np

from ..tracing.laps import Endless
from ..tracing.operations import OFF, RECORDING, Switch
from ..tracing.rewriter import switched
from .calling import Request, arguments_of, fresh_model

MOST_TRIES = 400
MOST_OPERATIONS, MOST_IN_A_CALL = 80_000, 4_000
LIKELY, POSSIBLE, LOOSE = range(3)  # the ranks of changes
CLOSE = 1e-7


def changed(submission: Any, request: Request) -> Request:
    """The lines on which one changed operation gives a result that is one of those `wanted`, with its rank.

    The lines `at`, first and last, are tried first, and count as the first; if a change helps there that is
    not a loose one, only they are returned. Elsewhere no loose changes are tried, and only likely ones if a
    loose one helps on these lines. None is returned if there are too many operations. With `gives`, the
    result is what these attributes hold after the call, and with `result` also what it returned. With
    `in_part`, it is enough that a change on these lines makes more parts of the result right. An `if` counts
    only if these lines are not reached: it could switch off what is wrong. With `only`, nothing but changes
    on these lines is tried, also while the model is made.
    """
    trial = _Trial(submission, request)
    first, last = request["at"]
    here = [at for at in trial.counts if first <= trial.lines[at] <= last]
    skipped = trial.conditions if here else set()
    only = request.get("only", trial.lines)
    elsewhere = [at for at in trial.counts if at not in {*here, *skipped} and trial.lines[at] in only]
    helps_here = trial.helps if "in_part" in request else trial.makes_right
    for rank in (LIKELY, POSSIBLE):
        if trial.repaired(here, rank, helps_here):
            return {"repaired": [[first, rank]]}
    loose = [[first, LOOSE]] if trial.repaired(here, LOOSE, helps_here) else []
    found: list[list[int]] = []
    for rank in (LIKELY,) if loose else (LIKELY, POSSIBLE):
        found = found or trial.repaired(elsewhere, rank, trial.makes_right)
    return {"repaired": [*loose, *found] if trial.left > 0 else []}


class _Trial:
    """Repeats the call of a request; `counts` has the range of changes of each rank, for each operation."""

    def __init__(self, submission: Any, request: Request) -> None:
        self.submission, self.request = submission, request
        self.switch = Switch(request["factors"])
        code, self.lines, self.conditions = switched(submission.source, submission.filename)
        self.module = submission.fresh(code, self.switch.names())
        self.left = MOST_OPERATIONS
        self.wanted = [[np.asarray(part, dtype=float) for part in parts] for parts in request["wanted"]]
        self.unchanged = self._right_parts(RECORDING, 0) or [False] * len(self.wanted[0])
        reached = self.switch.reached if self.left > MOST_OPERATIONS - MOST_IN_A_CALL else {}
        self.counts = {at: (0, *counts) for at, counts in reached.items()}

    def _right_parts(self, at: int, which: int) -> list[bool]:
        """Which parts of the result are right after a change; empty if the call raises."""
        given_to_call = self.switch.left = min(self.left, MOST_IN_A_CALL)
        request, one = self.request, self.request["sets"][0]
        args, named = arguments_of(one)
        try:
            if "only" in request:
                self.switch.at, self.switch.which = at, which
            model = fresh_model(self.submission, request | one, self.module)
            self.switch.at, self.switch.which = at, which
            given = getattr(model, request["method"])(*args, **named)
            self.switch.at = OFF
            if "gives" in request:
                state = tuple(getattr(model, name) for name in request["gives"])
                given = (*state, given) if "result" in request else state
            return max((_agreeing(_parts(given, len(right)), right) for right in self.wanted), key=sum)
        except (Exception, Endless):
            return []
        finally:
            self.switch.at = OFF
            self.left -= given_to_call - self.switch.left

    def makes_right(self, at: int, which: int) -> bool:
        """Whether the whole result is right after a change."""
        return all(self._right_parts(at, which) or [False])

    def helps(self, at: int, which: int) -> bool:
        """Whether more parts of the result are right after a change, and none is wrong that was right."""
        parts = self._right_parts(at, which)
        return sum(parts) > sum(self.unchanged) and all(map(operator.ge, parts, self.unchanged))

    def repaired(
        self, operations: list[int], rank: int, helps: Callable[[int, int], bool]
    ) -> list[list[int]]:
        """Each line on which a change of this rank helps, with the rank."""
        found: list[int] = []
        tries = [(at, which) for at in operations for which in range(*self.counts[at][rank : rank + 2])]
        for at, which in tries[:MOST_TRIES]:
            if self.left > 0 and self.lines[at] not in found and helps(at, which):
                found.append(self.lines[at])
        return [[line, rank] for line in found]


def _parts(given: Any, count: int) -> list[np.ndarray]:
    whole = count == 1 and not isinstance(given, (tuple, list))
    return [np.asarray(part, dtype=float) for part in ([given] if whole else given)]


def _agreeing(parts: list[np.ndarray], right: list[np.ndarray]) -> list[bool]:
    """Which parts are right, up to rounding."""
    found = [False] * len(right)
    for at, (part, good) in enumerate(zip(parts, right, strict=False)):
        scale = float(np.max(np.abs(good), initial=0.0)) or 1.0
        same = part.shape == good.shape and np.abs(part - good) <= CLOSE * scale
        found[at] = bool(np.all(same)) and len(parts) == len(right)
    return found
