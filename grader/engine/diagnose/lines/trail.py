"""The trail of a call, a trace with the value of every operation, and searches for lines in it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

import numpy as np

from ....observation import Raised, close
from ....sandbox.limits import Ended
from ...asking.learner import Learner
from ...declaration.case import Case
from ...source.outline import Outline
from ...source.wrappers import is_in_accessor, is_in_wrapper

STORED, RETURNED = "=", "return"
SOLVERS = ("lstsq", "solve", "pinv", "inv", "polyfit", "cho_solve"), ("qr", "svd", "cholesky", "eigh")


@dataclass(frozen=True, eq=False)
class Event:
    """One operation: its line, its value if numeric, and the name called, or "=" for a store.

    `changed` names the parameters and arguments that changed since the event before. `stack` has the
    lines of the calls around it, outermost first, and `place` is the line of the traced method itself
    that led to it.
    """

    line: int
    value: np.ndarray | None
    call: str
    rows: tuple[int, ...]
    changed: tuple[str, ...]
    stack: tuple[int, ...]
    place: int

    def apart(self, other: "Event | None") -> int:
        """The line of this event, or of the call that led to it, in the innermost function around both."""
        chain, against = (*self.stack, self.line), (*other.stack, other.line) if other else ()
        return next(
            (at for at, beside in zip(chain, (*against, None), strict=False) if at != beside), self.line
        )


@dataclass(frozen=True)
class Caught:
    """An exception that an `except` on `line` caught; `stack` has the lines that led to it from there."""

    line: int
    raised: Raised
    stack: tuple[int, ...]


@dataclass(frozen=True)
class Trail:
    """The events of one call in order; `end` names what changed after the last of them."""

    events: tuple[Event, ...]
    end: tuple[str, ...] = ()
    caught: tuple[Caught, ...] = ()  # the exceptions that the learner's own code caught

    def flat(self, axis: int = 1) -> "Trail":
        """The same trail with single columns, shape (n, 1), or single rows (axis 0) flattened."""
        two = [e for e in self.events if e.value is not None and e.value.ndim == 2]
        single = {e for e in two if e.value is not None and e.value.shape[axis] == 1}
        made = (replace(e, value=np.ravel(e.value)) if e in single else e for e in self.events)  # type: ignore[arg-type]
        return Trail(tuple(made), self.end, self.caught)

    def event(self, tells: Callable[[np.ndarray], bool]) -> Event | None:
        """The first event for whose value `tells` is true."""
        return next((e for e in self.events if e.value is not None and tells(e.value)), None)

    def first(self, tells: Callable[[np.ndarray], bool]) -> int | None:
        """The line of the first value for which `tells` is true."""
        return next((e.line for e in self.events if e.value is not None and tells(e.value)), None)

    def first_not_finite(self, outline: Outline) -> int | None:
        """The line of the first non-finite value, preferably on a line without a literal NaN or infinity."""
        odd = [e.line for e in self.events if e.value is not None and not np.isfinite(e.value).all()]
        return next((line for line in odd if not outline.names_infinity(line)), next(iter(odd), None))

    def event_of(self, *targets: np.ndarray | float) -> Event | None:
        """The first event whose value equals one of these, including its shape."""
        return self.event(lambda value: any(close(value, np.asarray(t), 1e-9) for t in targets))

    def line_of(self, *targets: np.ndarray | float) -> int | None:
        """The line of the first value that equals one of these, including its shape."""
        event = self.event_of(*targets)
        return event.line if event else None

    def comes_right_on(self, line: int, values: Sequence[np.ndarray]) -> bool:
        """Whether a line's last value is one of these arrays or sizes, and no earlier line computes it."""
        made = [e.value for e in self.events if e.line == line and e.value is not None][-1:]
        known = [value for value in values if value.shape or float(value).is_integer()]
        if not made or not any(close(made[0], value, 1e-9) for value in known):
            return False
        first = self.event(lambda value: close(value, made[0], 1e-9))
        return first is not None and line in (first.line, *first.stack)

    def changed(self, name: str) -> list[Event]:
        """The events that changed a parameter or an argument, in order."""
        found = []
        for at, event in enumerate(self.events):
            if name in event.changed:
                found.append(event if event.call == STORED or not at else self.events[at - 1])
        if name in self.end and self.events:
            found.append(self.events[-1])
        return found

    def changes(self, name: str) -> list[int]:
        """The lines that changed a parameter or an argument, in order."""
        return [event.line for event in self.changed(name)]

    def times_stored(self, line: int | None) -> int:
        """How often a line stored a value."""
        return sum(event.line == line and event.call == STORED for event in self.events)

    def without(self, lines: Collection[int]) -> "Trail":
        """The trail without the events of these lines."""
        return Trail(tuple(event for event in self.events if event.line not in lines), self.end)

    def until(self, event: Event) -> "Trail":
        """The events before this one."""
        return Trail(self.events[: self.events.index(event)])

    def after(self, event: Event) -> "Trail":
        """The events after this one."""
        return Trail(self.events[self.events.index(event) + 1 :])

    def settled(self, event: Event, evaluating: Collection[str]) -> Event:
        """The event or, if it stores a trial that is evaluated and then stored again, that later store."""
        trial, evaluated = event.value, False
        if event.call != STORED or trial is None:
            return event
        for later in self.after(event).events:
            evaluated = evaluated or later.call in evaluating
            again = later.call == STORED and later.line > event.line and later.value is not None
            if evaluated and again and close(later.value, trial, 1e-12):  # type: ignore[arg-type]
                return later
        return event

    def calls_of(self, *names: str) -> list[Event]:
        """The events that call something with one of these names."""
        return [event for event in self.events if event.call in names]

    def calls(self, name: str) -> list[int]:
        """The lines that call something with this name."""
        return [event.line for event in self.calls_of(name)]

    def return_of(self, outline: Outline, method: str) -> int | None:
        """The line of the `return` that ended the call of a method; if it is not known, the last one."""
        ends = (e.line for e in reversed(self.events) if e.call == RETURNED)
        return next((at for at in ends if outline.is_inside(at, method)), outline.line_of_return(method))

    def solver(self) -> int | None:
        """The line that calls a linear solver, or else one that decomposes a matrix."""
        return next((event.line for names in SOLVERS for event in self.calls_of(*names)), None)


def along(value: np.ndarray, target: np.ndarray, sign: float = 1.0) -> bool:
    """Whether `value` is `target` times a number of this sign."""
    if value.shape != target.shape:
        return False
    size = float(np.vdot(target, target))
    factor = float(np.vdot(value, target)) / size if size else 0.0
    return factor * sign > 0 and close(value, factor * target, 1e-7)


def is_less(value: np.ndarray, whole: np.ndarray) -> bool:
    """Whether an array has the signs of another one, nowhere more size, and somewhere less."""
    if value.shape != whole.shape or not np.array_equal(np.sign(value), np.sign(whole)):
        return False
    sizes, limits = np.abs(value), np.abs(whole)
    return bool(np.all(sizes <= limits * (1 + 1e-9)) and np.any(sizes < limits * (1 - 1e-6)))


def follow(learner: Learner, method: str, case: Case, **how: Any) -> Trail:
    """Trace one call; the trail is empty if that is not possible.

    Events inside a property count for the statement that reads or assigns it, those in a wrapper that a
    decorator made for the statement that calls it.
    """
    answer = learner.follow(method, case, **how)
    if isinstance(answer, Ended) or "events" not in answer:
        return Trail(())
    accessor = cache(partial(is_in_accessor, learner.outline))
    own = cache(lambda line: learner.outline.is_inside(line, method))
    wrapped = cache(partial(is_in_wrapper, learner.outline))
    unset = set(learner.outline.calls({"empty", "empty_like"}))  # their contents are arbitrary
    events: list[Event] = []
    carried: tuple[str, ...] = ()
    begun: dict[str, int] = {}
    calls: dict[int, str] = {}
    for line, value, changed, stack in answer["events"]:
        if line in unset:
            value = value | {"value": None} if isinstance(value, dict) else None  # noqa: PLW2901
        if accessor(line):
            carried += tuple(changed)
            continue
        is_moved, called = wrapped(line), value["call"] if isinstance(value, dict) else ""
        *stack, line = [at for at in (*stack, line) if not wrapped(at)] or [line]  # noqa: PLW2901
        if is_moved and called and calls.get(line) == called:
            continue  # the wrapper has the name of what it calls
        if called and not is_moved:
            calls[line] = called
        place = next((at for at in (*stack, line) if own(at)), None)
        if place is None and (function := learner.outline.function_at(line)) and function.name in begun:
            place = begun[function.name]  # a generator continues after its call
            stack = [place, *stack]  # noqa: PLW2901
        place = place or (*stack, line)[0]
        events.append(_event(line, value, carried + tuple(changed), tuple(stack), place))
        if own(place):
            begun[events[-1].call] = place
        carried = ()
    caught = [Caught(at, Raised.of(record), tuple(record["stack"])) for at, record in answer["caught"]]
    return Trail(tuple(events), carried + tuple(answer["end"]), tuple(caught))


def _event(line: int, value: Any, changed: tuple[str, ...], stack: tuple[int, ...], place: int) -> Event:
    call, rows = "", []
    if isinstance(value, dict):
        call, rows, value = value["call"], value["rows"], value.get("value")
    content = None if value is None else np.asarray(value, dtype=float)
    return Event(line, content, call, tuple(rows), changed, stack, place)
