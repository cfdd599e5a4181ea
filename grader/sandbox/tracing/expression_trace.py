"""Follow the values of a call, expression by expression, to find the line of a mistake.

The learner's syntax tree is rewritten so that each operation reports its value, see `instrument`. Such a
copy only helps to find lines, and never gives a verdict: the judged code always runs as it was written.
"""

from collections import deque
from collections.abc import Callable
from sys import exception  # bound now: a submission may patch it later
from typing import Any

import numpy as np
from numpy import array

from ..describe import kinds, number
from .instrument import CALL, CAUGHT, RETURN, STORE, VALUE

MOST_EVENTS, MOST_ELEMENTS, MOST_CAUGHT = 6_000, 4_096, 12

# Functions that iterate in C. Those that iterate in Python frames need no entry: they are counted.
WALKERS = {
    "sum", "list", "tuple", "set", "frozenset", "sorted", "min", "max", "any", "all", "map", "filter",
    "zip", "enumerate", "reversed", "iter", "dict", "fsum", "prod", "sumprod", "dist", "hypot", "reduce",
    "deque", "array", "accumulate", "starmap", "chain", "islice", "fromiter", "mean", "fmean", "Counter",
    "extend", "join",
}  # fmt: skip
UNWALKED = {"sum": 1, "reduce": 2}  # the position of an initial value, which is not iterated over
WALKING_METHODS = {"tolist", "__iter__"}
WALKING_MODULES = {"builtins", "math", "functools", "itertools", "collections", "statistics", "array"}


class Tracer:
    """The events of one call in order, each as `[line, value, what changed, calling lines]`.

    If `swap` is set to (event, value), the value of the event with that index is replaced by this one, and
    nothing is recorded. So are later ones, if `again` has the numbers of events between each two of them.

    Args:
        watch: called after each event; returns the names of the parameters and arguments that changed.
        least: iterating over at least this many rows counts as a walk over the samples.
        heard: called before each call, with its line, the function and the arguments.
        most: how many events are recorded.
    """

    def __init__(
        self, watch: Callable[[], list[str]], least: int, heard: Any = None, most: int = MOST_EVENTS
    ) -> None:
        self.watch, self.least, self.heard, self.most = watch, least, heard, most
        self.events: list[list[Any]] = []
        self.walks: list[int] = []
        self.caught: list[tuple[int, BaseException]] = []  # by the `except` on a line
        self.active = False
        self.swap: tuple[int, Any] | None = None
        self.again: list[int] = []
        self.stack: list[int] = []

    def names(self) -> dict[str, Any]:
        """The functions that the rewritten code calls, by name."""
        reports = {VALUE: self.value, CALL: self.call, STORE: self.store, RETURN: self.returned}
        return reports | {CAUGHT: self.catch}

    def catch(self, line: int) -> None:
        """Record the exception that the `except` on `line` has caught."""
        error = exception()
        if self.active and self.swap is None and error is not None and len(self.caught) < MOST_CAUGHT:
            self.caught.append((line, error))

    def store(self, line: int, value: Any, made: bool, look: Callable[[], Any] | None = None) -> Any:
        """Record what the statement on `line` stored, and return the value (or the swapped one).

        `made` says that the statement made the value itself, so that it can be replaced; `look` reads the
        stored value if the target is anything but a name.
        """
        if not self.active or len(self.events) >= self.most:
            return value
        if self.swap is not None:
            put = self._passed(value)
            seen: Any = self._looked(look) if look is not None and put is not value else None
            if np.ndarray in kinds(seen) and seen.flags.writeable:
                seen[...] = put
            return put
        seen = value if look is None else self._looked(look)
        in_place = look is not None and np.ndarray in kinds(seen)
        record = {"call": "=", "rows": [], "value": _small(seen), "made": made or in_place}
        return self._noted(line, record, value)

    def _looked(self, look: Callable[[], Any]) -> Any:
        """What `look` reads; None if that raises."""
        active, self.active = self.active, False
        try:
            return look()
        except Exception:
            return None
        finally:
            self.active = active

    def value(self, line: int, value: Any) -> Any:
        """Record the value of an operation on `line`, and return it (or the swapped one)."""
        if not self.active or len(self.events) >= self.most:
            return value
        return self._noted(line, _small(value), value) if self.swap is None else self._passed(value)

    def returned(self, line: int, value: Any, given: bool) -> Any:
        """Record and return a value returned on `line`; it can be replaced if it is a `given` argument."""
        if not self.active or len(self.events) >= self.most:
            return value
        if self.swap is not None:
            return self._passed(value)
        return self._noted(line, {"call": "return", "rows": [], "value": _small(value), "made": given}, value)

    def _noted(self, line: int, record: Any, value: Any) -> Any:
        self.active = False  # `watch` may run a property of the learner's, which is rewritten too
        self.events.append([line, record, self.watch(), list(self.stack)])
        self.active = True
        return value

    def _passed(self, value: Any) -> Any:
        """Count down to the event to swap, without recording any; return its value, or the other for it."""
        left, other = self.swap  # type: ignore[misc]
        if left:
            self.swap = left - 1, other
            return value
        if self.again:
            self.swap = self.again.pop(0), other
            return other
        self.active = False  # what comes after it is of no interest
        return other

    def call(self, line: int, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Make one of the learner's calls; record its start, its result and any walk over samples."""
        if not self.active:
            return function(*args, **kwargs)
        if self.swap is not None:
            self._passed(None)  # the start of the call
            return self.value(line, function(*args, **kwargs))
        if self.heard:
            self.heard(line, function, args, kwargs)
        if self._walks(function, args):
            self.walks.append(line)
        if len(self.events) < self.most:
            name = _called(function)
            given = _small(args[-1]) if name.startswith(".") and args else None
            self._noted(line, {"call": name, "rows": _rows(args), "value": given}, None)
        self.stack.append(line)
        try:
            result = function(*args, **kwargs)
        finally:
            self.stack.pop()
        return self.value(line, result)

    def _walks(self, function: Any, args: tuple[Any, ...]) -> bool:
        name = str(getattr(function, "__name__", ""))
        owner = getattr(function, "__self__", None)
        if name in WALKING_METHODS and self._long(owner):
            return True
        if np.ufunc in kinds(owner) or np.ndarray in kinds(owner):
            return False
        home = str(getattr(function, "__module__", None) or "builtins")
        if name not in WALKERS or not (home in WALKING_MODULES or home.startswith(("numpy", "_"))):
            return False
        if home.startswith("numpy") and name != "fromiter":
            return False
        return len(args) >= self.least or any(map(self._long, args[: UNWALKED.get(name)]))

    def _long(self, value: Any) -> bool:
        ancestry = kinds(value)
        if np.ndarray in ancestry:
            return bool(value.ndim and value.shape[0] >= self.least)
        if list in ancestry or tuple in ancestry or np.flatiter in ancestry or memoryview in ancestry:
            return len(value) >= self.least
        return False


def _called(function: Any) -> str:
    """The name of the called function; for a method of a list or deque it starts with a dot."""
    name = str(getattr(function, "__name__", ""))[:60]
    owner = kinds(getattr(function, "__self__", None))
    return "." + name if list in owner or deque in owner else name


def _rows(args: tuple[Any, ...]) -> list[int]:
    return [len(a) for a in args if np.ndarray in kinds(a) and a.ndim]


def _small(value: Any) -> Any:
    """A copy of a value if it is a number or a small numeric array, else None."""
    found = number(value)
    if found is not None:
        return found[0]
    if np.ndarray in kinds(value) and value.dtype.kind in "fiub" and value.size <= MOST_ELEMENTS:
        return array(value, dtype=float if value.dtype.kind == "b" else None, subok=False)
    return None
