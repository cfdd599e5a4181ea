"""Find a wrong value by replacing it: repeat the call with one intermediate value replaced, and compare.

If code divides by `len(y) - 1`, centres X or adds what it should subtract, the result is wrong on one line
but the cause is on an earlier one. The line to blame is that of the first value which, replaced by a right
one of its shape, makes the whole answer right.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....observation import Value, close
from ....sandbox.limits import Ended
from ...asking.learner import Learner
from ...declaration.case import Case

Answer = tuple[Value, ...] | None


@dataclass(frozen=True)
class Replaced:
    """One try: the line of the replaced value, the lines of the calls around it, the answer, the state."""

    line: int
    stack: tuple[int, ...]
    value: Value
    state: Mapping[str, Value]

    @property
    def parameters(self) -> tuple[Value, ...]:
        """The parameters afterwards, in the order of the exercise."""
        return tuple(self.state.values())


def tries(
    learner: Learner, method: str, one: dict[str, Any], options: Sequence[Any], *,
    spared: Sequence[Any] = (), spared_once: Sequence[Any] = (), right: bool = False,
    numbers: Sequence[float] = (), texts: Sequence[str] = (), on_lines: Sequence[int] = (),
    together: bool = False,
) -> list[Replaced]:  # fmt: skip
    """Repeat the call with each intermediate value in turn replaced by each option of its shape.

    Values in `spared` are never replaced, those in `spared_once` not the first time. First each number in
    the file, or only of those `on_lines`, is replaced by each of `numbers`, and each text by each of `texts`.
    With `together`, only values that a line computes several times are replaced, every time.
    """
    arrays, kept, once = ([np.asarray(v) for v in values] for values in (options, spared, spared_once))
    request = learner.requests.replaced(
        method, one, arrays, spared=kept, spared_once=once, numbers=numbers, texts=texts, on_lines=on_lines,
        together=together, right=right,
    )  # fmt: skip
    answer = learner.ask(request, method, right=right, aside=True)
    if isinstance(answer, Ended):
        return []
    # A name that suggests the number of features may hold it.
    return [
        Replaced(line, tuple(stack), Value.of(value), {name: Value.of(v) for name, v in state.items()})
        for line, stack, value, state in answer.get("tries", ())
        if not learner.outline.names_features(line)
    ]


def designs(case: Case) -> list[np.ndarray]:
    """X with a column of ones last, and with one first; and this column."""
    ones = np.ones((case.n, 1))
    return [np.hstack([case.X, ones]), np.hstack([ones, case.X]), ones]


def normal(case: Case) -> list[np.ndarray]:
    """Values that a linear system for the parameters may use: centred data, and products of designs."""
    if "y" not in case.args:
        return []
    X, y = case.X - case.X.mean(axis=0), case.y - case.y.mean()
    pairs = [(design, case.y) for design in designs(case)[:2]] + [(X, y)]
    products = [part for design, target in pairs for part in (design.T @ design, design.T @ target)]
    means = [case.X.mean(axis=0), case.y.mean()]
    return [X, y, *means, *products, *(part / case.n for part in products)]


def repairs(
    learner: Learner, method: str, one: dict[str, Any], parse: Callable[[Replaced], Answer],
    wanted: Sequence[tuple[np.ndarray, ...]], options: Sequence[Any], spared: Sequence[Any] = (),
    spared_once: Sequence[Any] = (), **literals: Any,
) -> list[Replaced]:  # fmt: skip
    """The tries in which an option in place of a value (see `tries`) gives one of the wanted answers."""
    found = tries(learner, method, one, options, spared=spared, spared_once=spared_once, **literals)
    parsed = [(tried, parse(tried)) for tried in found]
    return [t for t, values in parsed if values is not None and any(are(values, right) for right in wanted)]


def are(values: Sequence[Value], right: Sequence[Any]) -> bool:
    """Whether these values are the right ones, up to rounding."""
    return len(values) == len(right) and all(
        value.content is not None and close(value.content, np.asarray(good), 1e-6)
        for value, good in zip(values, right, strict=True)
    )
