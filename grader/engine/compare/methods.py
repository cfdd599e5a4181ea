"""Compare a submission's methods with the reference's: call both on the same data, compare the results.

For the training: where the paths part, the losses of both, and the time of an epoch. Both run in workers;
their answers are compared here.
"""

from collections.abc import Callable
from functools import cached_property
from statistics import median

import numpy as np

from ...comparison import Agreement
from ...observation import Raised, Seen, close, tolerance
from ...sandbox.client import Sandbox
from ...sandbox.limits import Ended
from ..asking import answers
from ..asking.requests import Request, Requests
from ..declaration.case import Case
from ..declaration.drawn_cases import Cases
from ..declaration.exercise import Exercise, Method
from ..training.trajectory import LR, METHOD, SLACK, parameters

ROUNDING = 3.0
EVERY_DIGIT = 16

COMPARED = 150  # epochs
TIMED_N, TIMED_D, TIMED_EPOCHS = 1_000, 5, 30
ROUNDS, ENOUGH_SECONDS = 15, 1.0
RIGHT_ITSELF = "{} itself is right: the methods that it calls differ."
RUN_AWAY, MANY_TIMES_LOST = 1_000.0, 4

Numbers = dict[str, np.ndarray]
Told = tuple[Agreement, tuple[str, ...]]


def ask(sandbox: Sandbox, request: Request) -> Seen:
    """The outcome of the last call of a request; what the code prints is discarded."""
    answer = sandbox.run(request | {"mode": "quiet"})
    if isinstance(answer, Ended):
        return Seen(ended=answer)
    if "calls" not in answer:
        return Seen(raised=Raised.of(answer["raised"]))
    return Seen.of(answer["calls"][-1])


def train(sandbox: Sandbox, exercise: Exercise, case: Case, lr: float, epochs: int) -> Seen:
    """Train a new model once, starting from the state of the case."""
    args = [case[name] for name in exercise.takes[exercise.descends.method] if name not in ("lr", "epochs")]
    call = {"method": exercise.descends.method, "args": [*args, lr, epochs], "layout": case.layout}
    return ask(sandbox, {"new": list(case.new), "state": dict(case.state), "calls": [call]})


def method_told(own: Sandbox, reference: Sandbox, cases: Cases, method: Method) -> Told:
    """Whether a method other than the training agrees with the reference, and to how many digits."""
    fewest = EVERY_DIGIT
    requests = Requests(cases.exercise, cases)
    every = (cases["tall"], cases["wide"], cases["square"])
    asked = [case for case in every if method.is_judged(method.step, case)]
    for case in asked:
        request = requests.on(method.name, case)
        seen = ask(own, request)
        numbers = _numbers(method, seen)
        if seen.value is None or numbers is None:
            return "differs", (f"{outcome(seen)} ({case.says})",)
        right = _numbers(method, ask(reference, request))
        assert right is not None, "the reference answers"
        accepted = method.accepts and answers.is_right(cases.exercise, method, seen, case)
        for name, value in right.items():
            apart = _apart(numbers[name], value, name, ROUNDING * tolerance(seen.value))
            if apart and not accepted:
                return "differs", (f"differs: {apart} ({case.says})",)
            fewest = min(fewest, digits(numbers[name], value))
    return "agrees", (f"agrees with the reference {in_digits(fewest)}, on {len(asked)} random data sets",)


def outcome(seen: Seen) -> str:
    """Describe the outcome of a call that returned nothing to compare."""
    if seen.value is not None:
        return f"returns {seen.says()}"
    if seen.raised is not None and "NotImplementedError" in seen.raised.ancestry:
        return f"stops at code that is not written yet ({seen.says()})"
    return f"{'raises' if seen.raised is not None else 'does not return:'} {seen.says()}"


def _numbers(method: Method, seen: Seen) -> Numbers | None:
    """The numbers of an answer by name, or None if it is of the wrong kind."""
    values = answers.parts(method, seen)
    if values is None:
        return None
    contents = {name: part.content for name, part in zip(method.gives, values, strict=True)}
    return None if any(content is None for content in contents.values()) else contents  # type: ignore[return-value]


def _apart(own: np.ndarray, right: np.ndarray, name: str, relative: float) -> str:
    """Describe where two arrays differ most; empty if they agree within `relative`."""
    if own.shape != right.shape:
        return f"{name} has shape {own.shape}, the reference's {right.shape}"
    if close(own, right, relative):
        return ""
    worst = int(np.argmax(np.nan_to_num(np.abs(own - right), nan=np.inf).ravel()))
    place = f"{name}[{worst}]" if own.shape else name
    return f"{place} is {own.ravel()[worst]:.6g}, the reference's {right.ravel()[worst]:.6g}"


def digits(numbers: np.ndarray, right: np.ndarray) -> int:
    """To how many digits two arrays of one shape agree, relative to the largest entry; 16 means exactly."""
    scale = float(np.max(np.abs(right), initial=0.0)) or 1.0
    error = float(np.max(np.abs(numbers - right), initial=0.0)) / scale
    return EVERY_DIGIT if error == 0 else max(0, min(EVERY_DIGIT - 1, int(-np.log10(error))))


def in_digits(number: int) -> str:
    """Say in words to how many digits two results agree."""
    return "in every digit" if number >= EVERY_DIGIT else f"to {number} digits"


# -- the training


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

    def result(self) -> Told:
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
            said.append(RIGHT_ITSELF.format(METHOD))
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
        answer = sandbox.run({"mode": "timed", "method": METHOD, "sets": [one]})
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
