"""Find the values that give a mistake away, because only code with that mistake computes them.

A catalogue entry gives each as an expression in the arguments, the parameters, n, d and np. Prefixes are
`along:` (any positive multiple counts), `last:` (use its last occurrence, not the first), `kept:` (the last
one that is not a `return`), `inside:` (only if it first appears in a line of the method itself), `named:`
(only on a line that gives it a second name, which is read) and `own:` (blame the line of the method itself
that leads there, even if a helper computes it). `||` separates alternatives.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from ....observation import alike
from ...declaration.case import Case
from .trail import RETURNED, STORED, Event, Trail, along

PREFIXES = ("along", "last", "kept", "inside", "named", "own")


@dataclass(frozen=True)
class Telltale:
    """A telltale value, or several alternatives, and how to look for it."""

    values: tuple[np.ndarray, ...]
    how: frozenset[str]

    def tells(self, seen: np.ndarray) -> bool:
        """Whether an observed value is this one."""
        same = along if "along" in self.how else partial(alike, relative=1e-8, absolute=1e-12)
        return any(same(seen, value) for value in self.values)


def evaluated(expressions: Iterable[str], case: Case) -> Iterator[Telltale]:
    """The telltales evaluated on a case, without expressions that do not fit its shapes."""
    names = {"np": np, **case.args, **case.state, "n": case.n, "d": case.d}
    for written in expressions:
        expression, how = written, set()
        while (prefix := expression.partition(":")[0].strip()) in PREFIXES:
            how.add(prefix)
            expression = expression.partition(":")[2].strip()
        values = [_value(part, names) for part in expression.split("||")]
        found = tuple(value for value in values if value.size and np.isfinite(value).all())
        if found:
            yield Telltale(found, frozenset(how))


def _value(expression: str, names: dict[str, Any]) -> np.ndarray:
    """The value of an expression; an empty array if it does not fit the shapes."""
    try:
        with np.errstate(all="ignore"):
            return np.asarray(eval(expression.strip(), {}, names), dtype=float)
    except (ValueError, TypeError):
        return np.zeros(0)


def event_of_telltale(
    expressions: Iterable[str], trail: Trail, case: Case, is_inside: Callable[[int], bool],
    answer: Sequence[np.ndarray] = (), is_read: Callable[[int], bool] = lambda line: True,
) -> Event | None:  # fmt: skip
    """The event in which a telltale value appears; earlier expressions are tried first.

    Before all others comes a `last:` one that equals the `answer` or a part of it.
    """
    every = list(evaluated(expressions, case))
    every.sort(key=lambda t: not ("last" in t.how and any(t.tells(part) for part in answer)))
    for telltale in every:
        events = [e for e in trail.events if e.value is not None and telltale.tells(e.value)]
        if "named" in telltale.how:
            ends = {id(e) for e, after in pairwise(trail.events) if e.line != after.line}
            events = [e for e in events if (e.call == STORED or id(e) in ends) and is_read(e.line)]
        if "kept" in telltale.how:
            events = [e for e in events if e.call != RETURNED][-1:] or events
        if "own" in telltale.how:
            events = [replace(event, line=event.place) for event in events]
        if events and ("inside" not in telltale.how or is_inside(events[0].line)):
            return events[-1 if "last" in telltale.how else 0]
    return None
