"""The values of one call, operation by operation, and the line on which a telling value first appears."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....observation import close
from ....sandbox.limits import Ended
from ..learner import Learner
from ..probes import Probe

STORED = "="


@dataclass(frozen=True)
class Event:
    """One operation: its line, its value if that was numeric, the call that began or the store that ended.

    `changed` names what of w, b, X, y and y_hat (as h) differs from the event before.
    """

    line: int
    value: np.ndarray | None
    call: str
    rows: tuple[int, ...]
    changed: str


@dataclass(frozen=True)
class Trail:
    """The events of one call in order; `end` is what changed after the last of them."""

    events: tuple[Event, ...]
    end: str = ""

    def first(self, tells: Callable[[np.ndarray], bool]) -> int | None:
        """The line of the first value that tells."""
        return next((e.line for e in self.events if e.value is not None and tells(e.value)), None)

    def last(self, tells: Callable[[np.ndarray], bool]) -> int | None:
        """The line of the last value that tells."""
        return next((e.line for e in reversed(self.events) if e.value is not None and tells(e.value)), None)

    def first_equal(self, target: np.ndarray) -> int | None:
        """The line of the first value that equals `target`, shape and all."""
        return self.first(lambda value: close(value, target, 1e-9))

    def first_along(self, target: np.ndarray, sign: float = 1.0) -> int | None:
        """The line of the first value that is `target` times a factor of this sign."""
        return self.first(lambda value: along(value, target, sign))

    def changes(self, mark: str, passed_over: Callable[[int], bool] = lambda line: False) -> list[int]:
        """The lines after which w, b or an argument was another, in order.

        A change on a line that is `passed_over` (a setter's) counts for the line that led there.
        """
        found = []
        for at, event in enumerate(self.events):
            if mark in event.changed:
                found.append(self._behind(at if event.call == STORED or not at else at - 1, passed_over))
        if mark in self.end and self.events:
            found.append(self._behind(len(self.events) - 1, passed_over))
        return found

    def _behind(self, at: int, passed_over: Callable[[int], bool]) -> int:
        lines = (event.line for event in reversed(self.events[: at + 1]))
        return next((line for line in lines if not passed_over(line)), self.events[at].line)

    def before_change(self, mark: str) -> "Trail":
        """The events up to the first change of w, b or an argument."""
        first = next((at for at, event in enumerate(self.events) if mark in event.changed), len(self.events))
        return Trail(self.events[:first])

    def lines(self) -> list[int]:
        """The lines of all events, in order."""
        return [event.line for event in self.events]

    def calls(self, name: str) -> list[int]:
        """The lines that call something of this name."""
        return [event.line for event in self.events if event.call == name]


def along(value: np.ndarray, target: np.ndarray, sign: float = 1.0) -> bool:
    """Whether `value` is `target` times a number of this sign."""
    if value.shape != np.shape(target):
        return False
    size = float(np.vdot(target, target))
    factor = float(np.vdot(value, target)) / size if size else 0.0
    return factor * sign > 0 and close(value, factor * target, 1e-7)


def follow(learner: Learner, method: str, probe: Probe, **how: Any) -> Trail:
    """The trail of one call; an empty one where it cannot be followed."""
    answer = learner.follow(method, probe, **how)
    if isinstance(answer, Ended) or "events" not in answer:
        return Trail(())
    return Trail(tuple(_event(*record) for record in answer["events"]), answer.get("end", ""))


def _event(line: int, value: Any, changed: str) -> Event:
    if isinstance(value, dict):
        return Event(line, None, value["call"], tuple(value["rows"]), changed)
    content = None if value is None else np.asarray(value, dtype=float)
    return Event(line, content, "", (), changed)
