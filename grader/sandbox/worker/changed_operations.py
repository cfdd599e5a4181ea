"""Repeat a call with one operation changed at a time, in a rewritten copy; nothing is judged here."""

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
    are returned. With `gives`, the result is what these attributes hold after the call.
    """
    one, (first, last) = request["sets"][0], request["at"]
    switch = Switch(request["factors"])
    code, lines = switched(submission.source, submission.filename)
    module = submission.fresh(code, switch.names())
    wanted = [[np.asarray(part, dtype=float) for part in parts] for parts in request["wanted"]]

    def is_right(at: int, which: int) -> bool:
        setattr(module, LAP, lap_counter())
        args, named = arguments_of(one)
        try:
            model = fresh_model(submission, request | one, module)
            switch.at, switch.which = at, which
            given = getattr(model, request["method"])(*args, **named)
            switch.at = OFF
            if "gives" in request:
                given = tuple(getattr(model, name) for name in request["gives"])
            return any(_are(_parts(given, len(right)), right) for right in wanted)
        except (Exception, Endless):
            return False
        finally:
            switch.at = OFF

    is_right(RECORDING, 0)
    here = [at for at in switch.reached if first <= lines[at] <= last]
    likely = [(at, which) for at in switch.reached for which in range(switch.reached[at][0])]
    loose = [(at, which) for at in here for which in range(*switch.reached[at])]
    if any(is_right(*one) for one in [one for one in likely if one[0] in here] + loose):
        return {"repaired": [first]}
    found: list[int] = []
    for at, which in likely[:MOST_TRIES]:
        if at not in here and lines[at] not in found and is_right(at, which):
            found.append(lines[at])
    return {"repaired": found}


def _parts(given: Any, count: int) -> list[np.ndarray]:
    whole = count == 1 and not isinstance(given, (tuple, list))
    return [np.asarray(part, dtype=float) for part in ([given] if whole else given)]


def _are(parts: list[np.ndarray], right: list[np.ndarray]) -> bool:
    """Whether these are the right parts, up to rounding."""
    if [part.shape for part in parts] != [part.shape for part in right]:
        return False
    scales = [float(np.max(np.abs(part), initial=0.0)) or 1.0 for part in right]
    every = zip(parts, right, scales, strict=True)
    return all(bool(np.all(np.abs(part - good) <= CLOSE * scale)) for part, good, scale in every)
