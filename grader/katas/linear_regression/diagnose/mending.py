"""Find a wrong count by mending it: run the call with one number on the way replaced, and look again.

Where code divides by `len(y) - 1`, by `X.shape[1]` or by `y.ndim`, the result is wrong on one line and
the number on another. If putting n in the place of one number makes the whole answer right, and no other
line's number does, that line is to blame.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from ....observation import Value, close
from ....sandbox.limits import Ended
from ..learner import Learner


def line_that_mends(
    learner: Learner,
    method: str,
    one: dict[str, Any],
    parse: Callable[[Value], tuple[Value, ...] | None],
    wanted: tuple[np.ndarray, ...],
    number: float,
) -> int | None:
    """The only line where `number` in place of what stands there gives the wanted answer."""
    answer = learner.ask(
        {"mode": "mended", "method": method, "sets": [one], "number": number}, method, aside=True
    )
    if isinstance(answer, Ended):
        return None
    lines = {
        line
        for line, record in answer.get("tries", ())
        if (values := parse(Value.of(record))) is not None and _right(values, wanted)
    }
    return int(min(lines)) if lines else None


def _right(values: tuple[Value, ...], wanted: tuple[np.ndarray, ...]) -> bool:
    return len(values) == len(wanted) and all(
        value.content is not None and close(value.content, right, 1e-6)
        for value, right in zip(values, wanted, strict=True)
    )
