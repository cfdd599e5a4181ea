"""The values that give a mistake away: what only code with that mistake computes on its way.

An entry of the catalogue writes each as an expression in the arguments, the parameters, n, d and np. In
front of it may stand `along:` (any positive multiple of it), `last:` (where it appears last, not first)
and `inside:` (only in a line of the method itself).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from ..exercise import Case
from .trail import Event, Trail, along

PREFIXES = ("along", "last", "inside")


@dataclass(frozen=True)
class Telltale:
    """One value that tells, and how it is looked for."""

    value: np.ndarray
    how: frozenset[str]

    def tells(self, seen: np.ndarray) -> bool:
        """Whether a value on the way is this one."""
        if "along" in self.how:
            return along(seen, self.value, 1.0)
        return seen.shape == self.value.shape and bool(np.allclose(seen, self.value, rtol=1e-8, atol=1e-12))


def evaluated(expressions: Iterable[str], case: Case) -> Iterator[Telltale]:
    """The values on a case; an expression that does not fit its shapes is left out."""
    names = {"np": np, **case.args, **case.state, "n": case.n, "d": case.d}
    for written in expressions:
        expression, how = written, set()
        while (prefix := expression.partition(":")[0].strip()) in PREFIXES:
            how.add(prefix)
            expression = expression.partition(":")[2].strip()
        try:
            with np.errstate(all="ignore"):
                value = np.asarray(eval(expression, {"__builtins__": {}}, names), dtype=float)
        except (ValueError, TypeError):
            continue
        if value.size and np.isfinite(value).all():
            yield Telltale(value, frozenset(how))


def event_of_telltale(
    expressions: Iterable[str], trail: Trail, case: Case, is_inside: Callable[[int], bool]
) -> Event | None:
    """The event in which the first of these values appears, the surest value first."""
    for telltale in evaluated(expressions, case):
        events = [e for e in trail.events if e.value is not None and telltale.tells(e.value)]
        if "inside" in telltale.how:
            events = [event for event in events if is_inside(event.line)]
        if events:
            return events[-1 if "last" in telltale.how else 0]
    return None
