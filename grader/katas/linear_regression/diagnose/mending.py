"""Find a wrong value by mending it: run the call with one value on the way replaced, and look again.

Where code divides by `len(y) - 1`, centres X or adds what should be subtracted, the result is wrong on one
line and the cause on an earlier one. The first value that, replaced by a right one of its shape, makes the
whole answer right stands on the line to blame.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....observation import Value, close
from ....sandbox.limits import Ended
from ..learner import Learner
from ..probes import Probe
from ..requests import under

Answer = tuple[Value, ...] | None


@dataclass(frozen=True)
class Mended:
    """One try: where a value was replaced, the calls around it, and what came of it."""

    line: int
    stack: tuple[int, ...]
    value: Value
    w: Value
    b: Value


def tries(
    learner: Learner, method: str, one: dict[str, Any], options: Sequence[Any], *, right: bool = False
) -> list[Mended]:
    """What the call gives with each value replaced by each of the options of its shape, in order."""
    request = {"mode": "mended", "method": method, "sets": [one], "options": [np.asarray(o) for o in options]}
    answer = learner.ask(under(request, right), method, right=right, aside=True)
    if isinstance(answer, Ended):
        return []
    # A name that says that it is the number of features is right to be that.
    return [
        Mended(line, tuple(stack), *(Value.of(record) for record in records))
        for line, stack, *records in answer.get("tries", ())
        if not learner.outline.names_features(line)
    ]


def designs(probe: Probe) -> list[np.ndarray]:
    """X with a column of ones, on either side."""
    ones = np.ones((probe.n, 1))
    return [np.hstack([probe.X, ones]), np.hstack([ones, probe.X])]


def line_that_mends(
    learner: Learner,
    method: str,
    one: dict[str, Any],
    parse: Callable[[Value], Answer],
    wanted: Sequence[tuple[np.ndarray, ...]],
    options: Sequence[Any],
) -> int | None:
    """The first line where one of the options in place of what stands there gives a wanted answer."""
    for tried in tries(learner, method, one, options):
        values = parse(tried.value)
        if values is not None and any(are(values, right) for right in wanted):
            return tried.line
    return None


def are(values: Sequence[Value], right: Sequence[Any]) -> bool:
    """Whether these values are the right ones."""
    return len(values) == len(right) and all(
        value.content is not None and close(value.content, np.asarray(good), 1e-6)
        for value, good in zip(values, right, strict=True)
    )
