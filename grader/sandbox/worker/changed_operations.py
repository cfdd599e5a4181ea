"""Repeat a call with one operation changed at a time, in a rewritten copy; nothing is judged here."""

import operator
from typing import Any

import numpy as np

from ..tracing.laps import LAP, Endless, lap_counter
from ..tracing.operations import OFF, RECORDING, Switch, switched
from .calling import Request, arguments_of, fresh_model

MOST_TRIES = 400
CLOSE = 1e-7


def changed(submission: Any, request: Request) -> Request:
    """The lines on which one changed operation gives a result that is one of those `wanted`.

    The lines `at`, first and last, are tried first, with looser changes too; if one of those helps, only they
    are returned. With `gives`, the result is what these attributes hold after the call, and with `result`
    also what it returned. With `in_part`, it is enough that a change on these lines makes more parts of the
    result right.
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
    here = [at for at in switch.reached if first <= lines[at] <= last]
    likely = [(at, which) for at in switch.reached for which in range(switch.reached[at][0])]
    loose = [(at, which) for at in here for which in range(*switch.reached[at])]
    for tried in [one for one in likely if one[0] in here] + loose:
        parts = right_parts(*tried)
        some = "in_part" in request and sum(parts) > sum(at_first)
        if parts and (all(parts) or (some and all(map(operator.ge, parts, at_first)))):
            return {"repaired": [first]}
    found: list[int] = []
    for at, which in likely[:MOST_TRIES]:
        if at not in here and lines[at] not in found and all(right_parts(at, which) or [False]):
            found.append(lines[at])
    return {"repaired": found}


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
