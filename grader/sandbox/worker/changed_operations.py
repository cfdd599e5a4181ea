"""Repeat a call with one operation changed at a time, in a rewritten copy; nothing is judged here."""

import operator
from collections.abc import Callable
from typing import Any

import numpy as np

from ..tracing.laps import LAP, Endless, lap_counter
from ..tracing.operations import OFF, RECORDING, Switch, switched
from .calling import Request, arguments_of, fresh_model

MOST_TRIES = 400
LIKELY, LEFT_OUT, LOOSE = range(3)  # the ranks of changes
CLOSE = 1e-7


def changed(submission: Any, request: Request) -> Request:
    """The lines on which one changed operation gives a result that is one of those `wanted`, with its rank.

    The lines `at`, first and last, are tried first, and count as the first; if a change helps there that is
    not a loose one, only they are returned. Loose changes elsewhere are tried if nothing else helps. With
    `gives`, the result is what these attributes hold after the call, and with `result` also what it
    returned. With `in_part`, it is enough that a change on these lines makes more parts of the result right.
    """
    one, (first, last) = request["sets"][0], request["at"]
    switch = Switch(request["factors"])
    code, lines = switched(submission.source, submission.filename)
    module = submission.fresh(code, switch.names())
    wanted = [[np.asarray(part, dtype=float) for part in parts] for parts in request["wanted"]]

    def right_parts(at: int, which: int) -> list[bool]:
        """Which parts of the result are right after a change; empty if the call raises."""
        setattr(module, LAP, lap_counter())
        args, named = arguments_of(one)
        try:
            model = fresh_model(submission, request | one, module)
            switch.at, switch.which = at, which
            given = getattr(model, request["method"])(*args, **named)
            switch.at = OFF
            if "gives" in request:
                state = tuple(getattr(model, name) for name in request["gives"])
                given = (*state, given) if "result" in request else state
            return max((_agreeing(_parts(given, len(right)), right) for right in wanted), key=sum)
        except (Exception, Endless):
            return []
        finally:
            switch.at = OFF

    at_first = right_parts(RECORDING, 0) or [False] * len(wanted[0])
    counts = {at: (0, *switch.reached[at]) for at in switch.reached}
    here = [at for at in counts if first <= lines[at] <= last]
    elsewhere = [at for at in counts if at not in here]

    def helps_here(at: int, which: int) -> bool:
        parts = right_parts(at, which)
        some = "in_part" in request and sum(parts) > sum(at_first)
        return bool(parts) and (all(parts) or (some and all(map(operator.ge, parts, at_first))))

    def first_helpful(operations: list[int], rank: int, helps: Callable[[int, int], bool]) -> list[list[int]]:
        """Each line on which a change of this rank helps, with the rank."""
        found: list[int] = []
        tries = [(at, which) for at in operations for which in range(*counts[at][rank : rank + 2])]
        for at, which in tries[:MOST_TRIES]:
            if lines[at] not in found and helps(at, which):
                found.append(lines[at])
        return [[line, rank] for line in found]

    def makes_right(at: int, which: int) -> bool:
        return all(right_parts(at, which) or [False])

    for rank in (LIKELY, LEFT_OUT):
        if first_helpful(here, rank, helps_here):
            return {"repaired": [[first, rank]]}
    loose = [[first, LOOSE]] if first_helpful(here, LOOSE, helps_here) else []
    found = [one for rank in (LIKELY, LEFT_OUT) for one in first_helpful(elsewhere, rank, makes_right)]
    return {"repaired": [*loose, *found] or first_helpful(elsewhere, LOOSE, makes_right)}


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
