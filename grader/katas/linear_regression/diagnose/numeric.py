"""Recognise what is wrong with a method that is a formula: predict, compute_loss, compute_gradients."""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ....catalogue import Edit, Mistake
from ....observation import Seen, Value, close, tolerance
from .. import again, expect
from ..again import Turn
from ..formula import Model
from ..learner import Learner
from ..named import Named
from ..parts import right_under
from ..probes import Probe
from .overlay import search
from .trouble import trouble

Numbers = tuple[np.ndarray, ...]
RAISED = "raised"
SLACK = 3.0


@dataclass(frozen=True)
class Formula:
    """One method as a formula.

    Attributes:
        step, method: its names.
        ask: calls the learner's.
        evaluate: calls the catalogue's with some edits.
        parse: the numbers of a returned value, or None where it has not even the kind of a right one.
        parts: the names of the numbers.
        says: what a right answer is, for a probe.
    """

    step: str
    method: str
    ask: Callable[..., Seen]
    evaluate: Callable[[Model, Probe], Any]
    parse: Callable[[Value], tuple[Value, ...] | None]
    parts: tuple[str, ...]
    says: Callable[[Probe], str]


@dataclass(frozen=True)
class Observed:
    """One answer of the learner's: its numbers, RAISED, or None where there is nothing to compare."""

    probe: Probe
    seen: Seen
    numbers: Numbers | str | None
    relative: float


def observe(formula: Formula, probe: Probe, *, named: bool = False) -> Observed:
    """Call the learner's method on a probe."""
    return observed_of(formula, probe, formula.ask(probe, named=named))


def observed_of(formula: Formula, probe: Probe, seen: Seen) -> Observed:
    """An answer of the learner's, with its numbers taken out."""
    if seen.raised is not None:
        return Observed(probe, seen, RAISED, 0.0)
    values = None if seen.value is None else formula.parse(seen.value)
    if values is None or any(value.content is None for value in values):
        return Observed(probe, seen, None, 0.0)
    numbers = tuple(np.asarray(value.content) for value in values)
    return Observed(probe, seen, numbers, SLACK * max(tolerance(value) for value in values))


def run(formula: Formula, edits: Edit, probe: Probe, own: np.ndarray | None = None) -> Numbers | str:
    """What the catalogue's formula gives on a probe with these edits.

    `own` is what the learner's predict gives there, where a wrong gradient may build on it.
    """
    model = Model(probe.w, probe.b, edits)
    if own is not None:
        model.predict = lambda X: own  # type: ignore[method-assign]
    try:
        with np.errstate(all="ignore"):
            result = formula.evaluate(model, probe)
    except ValueError:
        return RAISED
    parts = result if isinstance(result, tuple) else (result,)
    return tuple(np.asarray(part, dtype=float) for part in parts)


def right_numbers(formula: Formula, probe: Probe) -> Numbers:
    """What the right formula gives on a probe."""
    numbers = run(formula, {}, probe)
    assert not isinstance(numbers, str)
    return numbers


def agrees(observed: Observed, numbers: Numbers | str, part: int | None = None) -> bool:
    """Whether the numbers (or one part of them) are those observed."""
    if isinstance(numbers, str) or isinstance(observed.numbers, str):
        return observed.numbers == numbers
    if observed.numbers is None or len(observed.numbers) != len(numbers):
        return False
    wanted = range(len(numbers)) if part is None else (part,)
    return all(close(observed.numbers[i], numbers[i], observed.relative) for i in wanted)


class Recogniser:
    """Holds the answers of one method against the catalogue.

    Args:
        learner: who is asked.
        formula: the method.
        entries: the catalogue's entries that may explain it.
        own: the learner's own predictions on a probe, where they matter.
    """

    def __init__(
        self,
        learner: Learner,
        formula: Formula,
        entries: tuple[Mistake, ...],
        own: Callable[[Probe], np.ndarray | None] = lambda probe: None,
    ) -> None:
        self.learner, self.formula, self.entries, self.own = learner, formula, entries, own
        probes = learner.probes
        self.main = [observe(formula, probe) for probe in (probes.tall, probes.wide, probes.square)]

    def right(self, observed: Observed) -> bool:
        """Whether an answer is the right one."""
        kind_fits = observed.seen.value is None or self._kinds_fit(observed)
        return kind_fits and agrees(observed, run(self.formula, {}, observed.probe))

    def _kinds_fit(self, observed: Observed) -> bool:
        values = self.formula.parse(observed.seen.value) if observed.seen.value else None
        if values is None:
            return False
        wanted = right_numbers(self.formula, observed.probe)
        shapes = [np.shape(part) for part in wanted]
        return all((v.kind == "array") == bool(shape) for v, shape in zip(values, shapes, strict=False))

    def flattened(self) -> "Recogniser | None":
        """A recogniser of the same numbers without axes of length one; None where there are none."""
        other = copy(self)
        other.main = []
        for observed in self.main:
            if not isinstance(observed.numbers, tuple):
                return None
            wanted = right_numbers(self.formula, observed.probe)
            numbers = tuple(
                seen.reshape(np.shape(right)) if seen.size == np.size(right) else seen
                for seen, right in zip(observed.numbers, wanted, strict=False)
            )
            other.main.append(replace(observed, numbers=numbers, seen=Seen()))
        same = all(
            [np.shape(a) for a in one.numbers or ()] == [np.shape(b) for b in two.numbers or ()]
            for one, two in zip(self.main, other.main, strict=True)
        )
        return None if same else other

    def all_right(self) -> bool:
        """Whether the answers on the diagnosing probes are right."""
        return all(self.right(observed) for observed in self.main)

    def explained(self, part: int | None = None) -> tuple[Mistake, ...]:
        """The entries that together give what was observed, or none."""
        order = sorted(self.main, key=lambda observed: observed.numbers == RAISED)

        def explains(edits: Edit) -> bool:
            return all(
                agrees(one, run(self.formula, edits, one.probe, self.own(one.probe)), part) for one in order
            )

        if all(one.numbers == RAISED or one.numbers is None for one in self.main):
            return ()
        found = search(self.entries, explains)
        return found[0] if found else ()

    def others(self) -> Iterator[tuple[str, Observed]]:
        """The answers on the odder data, each with words for the data."""
        probes, formula = self.learner.probes, self.formula
        for words, probe in (
            ("for one feature", probes.one_feature),
            ("for one sample", probes.one_sample),
            ("for the same data twice over", probes.twice),
            ("for integer data", probes.integers),
            ("for float32 data", probes.float32),
            ("for a strided view", probes.strided),
            ("for column-major data", probes.columns),
            ("for read-only data", probes.readonly),
        ):
            yield words, observe(formula, probe)
        yield "with the arguments by name", observe(formula, probes.tall, named=True)
        for words, probe in probes.odder(formula.method):
            yield words, observe(formula, probe)
        for turn in self._turns():
            yield turn.words, observed_of(formula, turn.probe, turn.seen)

    def _turns(self) -> Iterator[Turn]:
        yield from again.turns(self.learner, self.formula.method)
        if self.formula.step == "predict" and "fit" in self.learner.written():
            turn = again.untouched(self.learner, right_under(self.learner)).trained
            if turn is not None:
                yield replace(turn, words="once the model is trained")

    def plain_trouble(self, observed: Observed, words: str = "") -> Named:
        """What to say of a wrong answer that no entry explains."""
        formula, learner = self.formula, self.learner
        found = trouble(learner, observed.seen, formula.step, formula.method)
        if found is not None:
            return found if not words else replace(found, seen=f"{found.seen} ({words})")
        value = observed.seen.value
        assert value is not None
        return self._mismatch(observed, value, words)

    def _mismatch(self, observed: Observed, value: Value, words: str) -> Named:
        formula, probe = self.formula, observed.probe
        outline = self.learner.outline
        line = outline.line_of_return(formula.method)
        if value.type == "coroutine":
            line = outline.line_of_method(formula.method)
        wanted = right_numbers(formula, probe)
        values = formula.parse(value)
        where = f" {words}" if words else f" for {probe.says}"
        if values is None or not self._kinds_fit(observed) or observed.numbers is None:
            said = (
                value.says()
                if values is None
                else ", ".join(
                    f"{name} is {v.says()}" for name, v in zip(formula.parts, values, strict=False)
                )
            )
            return Named(
                self._shape_id(), formula.step, line, f"{said}{where}; expected {formula.says(probe)}"
            )
        assert isinstance(observed.numbers, tuple)
        parts = list(zip(formula.parts, observed.numbers, wanted, strict=True))
        for name, seen, right in parts:
            if np.shape(seen) != np.shape(right):
                said = f"{name} has shape {np.shape(seen)}{where}; expected {np.shape(right)}"
                return Named(self._shape_id(), formula.step, line, said)
        if not all(np.isfinite(part).all() for part in observed.numbers):
            said = f"{formula.method} gave NaN or infinity{where}, where the right answer is finite"
            return Named("not-finite", formula.step, line, said)
        name, seen, right = next(
            (n, s, r) for n, s, r in parts if not close(s, np.asarray(r), observed.relative)
        )
        gave, wanted_there = expect.first_apart(name, np.asarray(seen), np.asarray(right))
        said = f"{gave}{where}; expected {wanted_there}"
        return Named(f"{self._family()}-wrong-value", formula.step, line, said)

    def _family(self) -> str:
        return {"gradients": "gradient"}.get(self.formula.step, self.formula.step)

    def _shape_id(self) -> str:
        return "loss-not-scalar" if self.formula.step == "loss" else f"{self._family()}-wrong-shape"
