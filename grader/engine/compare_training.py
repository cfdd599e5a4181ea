"""Compare `fit` with the reference's: where their paths part, the losses of both, the time of an epoch."""

from collections.abc import Callable
from functools import cached_property
from statistics import median

import numpy as np

from ..observation import Seen, close, tolerance
from ..sandbox.client import Sandbox
from ..sandbox.limits import Ended
from . import answers
from .compare_methods import Told, digits, in_digits, outcome, train
from .drawn_cases import Cases
from .trajectory import LR, SLACK, parameters

COMPARED = 150  # epochs
TIMED_N, TIMED_D, TIMED_EPOCHS = 1_000, 5, 30
ROUNDS, ENOUGH_SECONDS = 15, 1.0
RUN_AWAY, MANY_TIMES_LOST = 1_000.0, 4


class TrainingCompared:
    """The same training run with both implementations: from zero, on one random data set."""

    def __init__(self, own: Sandbox, reference: Sandbox, cases: Cases, *, passes: bool) -> None:
        self.own, self.reference, self.passes = own, reference, passes
        self.exercise, path = cases.exercise, cases["path"]
        self.case = path.at("from zero", np.zeros(path.d), 0.0)
        self.timed = cases.many(TIMED_N, TIMED_D)

    @cached_property
    def long(self) -> tuple[Seen, Seen]:
        """The outcome of the whole training: the submission's and the reference's."""
        return self._train(self.own, COMPARED), self._train(self.reference, COMPARED)

    @cached_property
    def losses(self) -> tuple[np.ndarray, np.ndarray]:
        """The losses of the whole training: the submission's (empty if it returned none), the reference's."""
        return _losses(self.long[0]), _losses(self.long[1])

    @cached_property
    def lost(self) -> int | None:
        """The index of the first epoch in which the submission's loss is far above all of the reference's."""
        own, other = self.losses
        beyond = ~(own <= RUN_AWAY * np.max(other))
        return int(np.argmax(beyond)) if beyond.any() else None

    def _train(self, sandbox: Sandbox, epochs: int) -> Seen:
        return train(sandbox, self.exercise, self.case, LR, epochs)

    def told(self) -> Told:
        """Whether `fit` follows the reference's path; if not, the first epoch and parameter that differ."""
        seen, _ = self.long
        if seen.value is None:
            return "differs", (outcome(seen),)
        epoch = first_epoch(lambda epochs: bool(self._apart(epochs)), COMPARED)
        if epoch is None:
            return self._losses_told(seen)
        if self.passes and self._apart(0):
            return self._start_told()
        said = [f"diverges from the reference in epoch {epoch}: {self._apart(epoch)}"]
        if self.passes:
            said.append("fit itself is right: the methods that it calls differ.")
        if self.lost is not None:
            said.append(f"Its loss blows up: it is {self.losses[0][self.lost]:.3g} in epoch {self.lost + 1}.")
        return "differs", tuple(said)

    def _start_told(self) -> Told:
        """The result if `fit` is right but starts from its own values."""
        said = f"starts from other values: before the first epoch {self._apart(0)}"
        own, other = self.losses
        ends = f"After {COMPARED} epochs the loss is {own[-1]:.6g}, the reference's {other[-1]:.6g}."
        return "differs", (said, "That is accepted, but the path is a different one.", ends)

    def _apart(self, epochs: int) -> str:
        """The first parameter that differs after `epochs` epochs, with both values; empty if none does."""
        seen = self.long[0] if epochs == COMPARED else self._train(self.own, epochs)
        right = self.long[1] if epochs == COMPARED else self._train(self.reference, epochs)
        if seen.value is None:
            return f"it {outcome(seen)}"
        wanted, found = parameters(right, self.case.d), parameters(seen, self.case.d)
        assert wanted is not None, "the reference trains"
        if found is None:
            return " and ".join(f"{name} is {value.says()}" for name, value in seen.state.items())
        relative = SLACK * tolerance(seen.weights)
        own, other = np.append(*found), np.append(*wanted)
        vector, single = self.exercise.parameters
        names = [f"{vector}[{number}]" for number in range(self.case.d)] + [single]
        for name, one, two in zip(names, own, other, strict=True):
            if not abs(one - two) <= relative * (float(np.max(np.abs(other))) or 1.0):
                return f"{name} is {one:.6g}, the reference's {two:.6g}"
        return ""

    def _losses_told(self, seen: Seen) -> Told:
        """The result if the parameters follow the reference's path."""
        own, other = self.losses
        way = f"follows the reference for all {COMPARED} epochs"
        if len(own) != COMPARED:
            return "differs", (f"{way}, but fit returns {seen.says()}",)
        relative = SLACK * tolerance(seen.weights)
        if close(own, other, relative):
            fewest = min(digits(own, other), self._digits_at_the_end())
            names = ", ".join(self.exercise.parameters)
            return "agrees", (
                f"agrees with the reference {in_digits(fewest)}: {names} and the {COMPARED} losses",
            )
        if close(own[:-1], other[1:], relative):
            return "agrees", (f"{way}, but records each loss after its step, not before",)
        epoch = int(np.argmax(~(np.abs(own - other) <= relative * np.max(np.abs(other)))))
        values = f"{own[epoch]:.6g}, the reference's {other[epoch]:.6g}"
        return "differs", (f"{way}, but the loss of epoch {epoch + 1} is {values}",)

    def _digits_at_the_end(self) -> int:
        found, wanted = (parameters(seen, self.case.d) for seen in self.long)
        assert found is not None and wanted is not None, "both were compared before"
        return digits(np.append(*found), np.append(*wanted))

    def curves(self) -> dict[str, tuple[float, ...]]:
        """The losses of both trainings, to be drawn; empty if the submission returned none.

        If its loss blows up, the curve is cut there, because nothing else would be visible in the plot.
        """
        own, other = self.losses
        if not own.size:
            return {}
        if self.lost is not None:
            own, other = own[: self.lost], other[: MANY_TIMES_LOST * (self.lost + 1)]
        return {"the reference": tuple(other.tolist()), "yours": tuple(own.tolist())}

    def epoch_time(self) -> str:
        """The time of an epoch relative to the reference's, as a sentence; empty if it could not be measured.

        The two are measured alternately, each in its worker, so that other load affects both in the same way.
        """
        ratios: list[float] = []
        spent = 0.0
        for number in range(ROUNDS):
            one, two = self._seconds(self.own), self._seconds(self.reference)
            if one is None or two is None:
                return ""
            if number:  # the first one is a warm-up
                ratios.append(one / two)
            spent += one + two
            if spent > ENOUGH_SECONDS and ratios:
                break
        return f"An epoch takes {times(median(ratios))} the reference's time ({self.timed.says})."

    def _seconds(self, sandbox: Sandbox) -> float | None:
        one = {
            "args": [self.timed.X, self.timed.y, 0.001, TIMED_EPOCHS],
            "new": list(self.timed.new),
            "state": dict(self.timed.state),
        }
        answer = sandbox.run({"mode": "timed", "method": "fit", "sets": [one]})
        if isinstance(answer, Ended) or "seconds" not in answer:
            return None
        seconds: float = answer["seconds"][0]
        return seconds if seconds > 0 else None


def _losses(seen: Seen) -> np.ndarray:
    losses = answers.losses_of(seen.value)
    return np.zeros(0) if losses is None else losses


def times(ratio: float) -> str:
    """Format a ratio of times with no more digits than a clock can give."""
    return f"{ratio:.1f} times" if ratio < 10 else f"{ratio:,.0f} times"


def first_epoch(apart: Callable[[int], bool], last: int) -> int | None:
    """The first epoch after which two trainings differ, or None if they never do.

    Checks 1, 2, 4, 8, ... epochs, then bisects; a difference that vanishes again in between is not noticed.
    """
    together, epochs = 0, 1
    while not apart(epochs):
        if epochs == last:
            return None
        together, epochs = epochs, min(2 * epochs, last)
    while epochs - together > 1:
        middle = (together + epochs) // 2
        if apart(middle):
            epochs = middle
        else:
            together = middle
    return epochs
