"""Find where `fit` makes its steps, from the trail of two epochs: where each is computed, and from what."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from ....observation import close
from ...asking.learner import Learner
from ...training import descent, trajectory
from ...training.descent import State
from ...training.trajectory import Run
from ..lines.trail import Event, Trail, along, is_less

EPOCHS = 2  # traced in the trail


class Steps:
    """Finds the events that make the steps of one learner's `fit`.

    Args:
        learner: the submission.
        trail: the trail of two epochs of `fit` on the case `path`.
        right: whether it runs with right methods under it.
        lr: the learning rate that was passed.
    """

    def __init__(self, learner: Learner, trail: Trail, right: bool, lr: float = trajectory.LR) -> None:
        self.learner, self.trail, self.right, self.outline = learner, trail, right, learner.outline
        self.lr = lr
        self.case = learner.cases["path"]
        self.exercise = learner.exercise
        self.vector, self.number = learner.exercise.parameters
        self.stores = {name: trail.changed(name) for name in learner.exercise.parameters}

    def after(self, epochs: int) -> State:
        """The observed parameters after this number of epochs; an empty array and NaN if unusable."""
        seen = self.learner.fits(self.case, (self.lr, epochs), right=self.right)[0]
        end = Run(self.exercise, self.case, self.lr, epochs, seen).end
        return (np.zeros(0), float("nan")) if end is None else end

    def right_path(self, epochs: int) -> descent.Path:
        """Right descent from the start of `fit`."""
        return descent.descend(self.exercise, self.case, self.lr, epochs, self.start)

    @cached_property
    def end(self) -> State:
        """The parameters after one epoch."""
        return self.after(1)

    @cached_property
    def start(self) -> State:
        """The start of `fit`: the model's parameters, unless a run with no epochs leaves small values."""
        vector, number = self.after(0)
        small = vector.size and np.max(np.abs(np.append(vector, number))) <= trajectory.SMALL
        begins = small or (vector.size and any(agreeing(self.end, self._stepped(vector, number))))
        return (vector, number) if begins else self.case.start

    def gradients(self, vector: np.ndarray, number: float) -> State:
        """The right gradients for these parameters."""
        return descent.gradients(self.exercise, self.case, (vector, number))

    @cached_property
    def right_end(self) -> State:
        """The right parameters after one epoch of plain descent."""
        return self._stepped(*self.start)

    def _stepped(self, vector: np.ndarray, number: float) -> State:
        of_vector, of_number = self.gradients(vector, number)
        return vector - self.lr * of_vector, number - self.lr * of_number

    def fresh(self, vector: np.ndarray, number: float) -> np.ndarray:
        """The right predictions for these parameters."""
        return descent.forward(self.exercise, self.case, (vector, number))

    @property
    def made(self) -> State:
        """The gradient that `fit` used in its first step: the step divided by the learning rate."""
        (vector, number), end = self.start, self.end
        return ((vector - end[0]) / self.lr, (number - end[1]) / self.lr) if end[0].size else end

    @cached_property
    def updated(self) -> Event | None:
        """The event that computes the next vector (or else number), or that stores it in every epoch.

        If only the vector is right, the number is looked at first.
        """
        (vector, number), before = self.end, self.start
        both = ((vector, before[0]), (np.asarray(number), np.asarray(before[1])))
        if self.right_parts == [True, False]:
            both = both[::-1]
        for at, (value, begun) in enumerate(both):
            if close(value, begun, 1e-12):
                late = self._last_store(self.number) if at == 0 and not both[0][0].shape else None
                if late is not None and late.value is not None and not close(late.value, begun, 1e-12):
                    return late  # it moves in another epoch
                continue
            if (made := self.trail.event_of(value, *stacked(vector, number))) is not None:
                return self.trail.settled(made, self.exercise.collaborators)
        return self._last_store(self.vector) or self._last_store(self.number)

    def _last_store(self, name: str) -> Event | None:
        """The last event that stores a parameter in every epoch; earlier ones may be line-search trials."""
        changes = self.stores[name]
        repeated = [e for e in changes if [one.line for one in changes].count(e.line) > 1]
        return next(iter(repeated[-1:] or changes), None)

    @cached_property
    def right_parts(self) -> list[bool]:
        """Whether the vector and the number are right after the first wrong epoch (or else the last)."""
        found: list[bool] = []
        for epochs, right in enumerate(self.right_path(EPOCHS).states):
            if epochs and all(found):
                found = agreeing(self.after(epochs), right)
        return found

    def steps_right(self, name: str) -> bool:
        """Whether the first step of a parameter is that of descent."""
        seen, right = (np.asarray(state[name == self.number]) for state in (self.end, self.right_end))
        return close(seen, right, 1e-6)

    def all_right(self) -> bool:
        """Whether the traced steps are those of right descent."""
        end = self.after(EPOCHS)
        return bool(end[0].size) and all(agreeing(end, self.right_path(EPOCHS).end))

    def second_update(self) -> int | None:
        """The line that computes the second update from the already updated first parameter."""
        start, end = self.start, self.end
        of_vector = self._first(end[0], self.stores[self.vector])
        of_number = self._first(end[1], self.stores[self.number])
        both = sorted(filter(None, (of_vector, of_number)), key=self.trail.events.index)
        if len(both) < 2:
            return _line(self.updated)
        (first, second), y = both, self.case.y
        mixed = [self.fresh(end[0], start[1]), self.fresh(start[0], end[1])] if end[0].size else []
        targets = [sign * (fresh - shift) for fresh in mixed for shift in (0 * y, y) for sign in (1.0, -1.0)]
        event = self.trail.after(first).event_of(*targets)
        if event is None:
            return second.apart(first)
        helper = self.outline.function_at(second.line)
        own = (at for at in (*event.stack, event.line) if self.outline.function_at(at) is helper)
        return next(own, event.apart(first))

    def clipped(self) -> int | None:
        """The first line after the right gradient that gives an array of its signs, but of less size."""
        right = self.gradients(*self.start)[0]
        made = self.trail.event_of(right)
        late = self.trail.after(made) if made else Trail(())
        return late.first(lambda v: is_less(v, right) and not np.allclose(v, self.lr * right))

    def scaled_vector(self) -> int | None:
        """The line that stores the old vector times a number, before or after the step."""
        start = self.start[0]
        stores = (e for e in self.stores[self.vector] if e.value is not None and start.any())
        shrunk = (e for e in stores if along(e.value, start) and not np.allclose(e.value, start))  # type: ignore[arg-type]
        return _line(next(shrunk, None))

    def _first(self, value: np.ndarray | float, changes: list[Event]) -> Event | None:
        """The event that first computes a value, or that first changes the parameter."""
        made = self.trail.event_of(value)
        order = self.trail.events.index
        return min((event for event in (made, *changes[:1]) if event), key=order, default=None)

    def unstored(self, name: str) -> Event | None:
        """The event that computes the next value of a parameter without storing it in the model."""
        step = self.lr * self.gradients(*self.start)[0]
        targets = [self.right_end[0], step] if name == self.vector else [self.right_end[1]]
        for target in targets:
            if (event := self.trail.event_of(target)) is not None:
                return event
        entries = [] if name == self.number else [np.asarray(entry) for entry in step]
        return self.trail.event_of(*entries)

    def copied(self) -> Event | None:
        """The first event that computes the next parameters but leaves them in a local name."""
        kept = self.unstored(self.vector) or self.unstored(self.number)
        joined = self.trail.event_of(*stacked(*self.right_end))
        return min(filter(None, (kept, joined)), key=self.trail.events.index, default=None)

    def frozen(self) -> int | None:
        """The line that computes the gradient, the residual or the prediction only once, before the loop."""
        update = self.updated
        if update is None:
            return None
        (of_vector, of_number), fresh = self.gradients(*self.start), self.fresh(*self.start)
        early, late = self.trail.until(update).events, self.trail.after(update).events
        again = {line for e in late for line in (*e.stack, e.line)}
        around = self.outline.functions_at(update.line)  # several, if it is in a closure
        for options in ([of_vector, *stacked(of_vector, of_number)], [fresh - self.case.y], [fresh]):
            for event in early:
                lines = [line for line in (*event.stack, event.line) if line not in again]
                once = min(lines, key=lambda line: self.outline.function_at(line) not in around, default=0)
                if once and event.value is not None and any(_along(event.value, o) for o in options):
                    return once
        return None

    def begun(self) -> int | None:
        """The line that computes the values from which the training starts."""
        first = self.after(0)
        options = [first[0], *stacked(*first)]
        return self.trail.first(lambda value: any(close(value.ravel(), option, 1e-9) for option in options))

    def undoing(self) -> int | None:
        """The line that undoes right steps or changes their result."""
        vectors, numbers = zip(*self.right_path(2 * EPOCHS).states[1:], strict=True)
        line = self._undoing(self.vector, vectors)
        if line or not (self.end[0].size and self.steps_right(self.vector)):
            return line
        return self._undoing(self.number, [np.asarray(number) for number in numbers])

    def _undoing(self, name: str, right: Sequence[np.ndarray]) -> int | None:
        shape, found = right[0].shape, self.stores[name]
        if found and found[-1].changed == (name,) and np.shape(found[-1].value) != shape:  # type: ignore[arg-type]
            return found[-1].line
        stores = [e for e in found if e.value is not None and e.value.shape == shape]
        for number, event in enumerate(stores):
            if number >= len(right) or not close(event.value, right[number], 1e-7):  # type: ignore[arg-type]
                return event.line if number and event.line != stores[0].line else None
        return stores[EPOCHS].place if len(stores) > EPOCHS else None

    def scaled_error(self) -> int | None:
        """The line of the first multiple of the residual that is not the residual itself."""
        error = self.fresh(*self.start) - self.case.y
        same = (error, -error)
        return self.trail.first(lambda v: _along(v, error) and not any(close(v, e, 1e-9) for e in same))

    def gradient_made(self, mistake: str) -> int | None:
        """The line that computes the gradient used in the first step, as that step shows it."""
        bias = "bias" in mistake
        if mistake == "number per sample":
            return self.scaled_error()
        vector, number = self.made
        target = np.asarray(number if bias else vector)
        one_entry = vector.size and mistake == "vector collapsed"
        collapsed = vector[:1].reshape(()) if one_entry else target
        for targets in ((target, *stacked(vector, number)), (collapsed,)):
            for scale in (1.0, -1.0, self.lr, -self.lr):
                if (line := self.trail.line_of(*(scale * t for t in targets))) is not None:
                    return line
        return _line(self._last_store(self.number if bias else self.vector) or self.updated)


def stacked(vector: np.ndarray, number: float) -> tuple[np.ndarray, ...]:
    """The two parameters as one array, in both orders."""
    return (np.append(vector, number), np.append(number, vector))


def crosswise(end: State, right: State) -> bool:
    """Whether these are the right parameters, taken from the wrong ends of one array."""
    both = np.append(*right)
    return any(close(np.append(*end), np.roll(both, shift), 1e-7) for shift in (1, -1))


def agreeing(end: State, right: State) -> list[bool]:
    return [close(np.asarray(one), np.asarray(other), 1e-7) for one, other in zip(end, right, strict=True)]


def _along(value: np.ndarray, target: np.ndarray) -> bool:
    return any(along(value, target, sign) for sign in (1.0, -1.0))


def _line(event: Event | None) -> int | None:
    return event.line if event else None
