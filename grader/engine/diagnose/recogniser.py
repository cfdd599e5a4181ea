"""Recognise the mistakes of one method: the catalogue's wrong formulas that give exactly its numbers."""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ...catalogue import Edit, Mistake
from ...observation import Seen, Value, close, tolerance
from ..asking import answers, repeated_calls
from ..asking.answers import RAISED, SLACK, Numbers
from ..asking.learner import Learner
from ..asking.repeated_calls import Turn
from ..checks.new_model import harm_of_whole, starts_whole
from ..declaration.case import Case
from ..declaration.exercise import Method
from ..diagnosis import Named
from ..source.attributes import line_of_keyword, stand_ins
from ..training import repeated_trainings
from ..training.collaborators import right_under
from .call_failures import trouble, with_words
from .overlay import MOST, combined, with_constants

BY_NAME = "with the arguments by name"
UNUSUAL = ("one_feature", "one_sample", "twice", "integers", "float32", "strided", "columns", "readonly")


@dataclass(frozen=True)
class Observed:
    """One answer of the learner's method: its numbers, RAISED, or None if there is nothing to compare."""

    case: Case
    seen: Seen
    numbers: Numbers | str | None
    relative: float


def observe(learner: Learner, method: Method, case: Case, *, named: bool = False) -> Observed:
    """Call the learner's method on a case."""
    return observed_of(method, case, learner.on(method.name, case, named=named))


def observed_of(method: Method, case: Case, seen: Seen) -> Observed:
    """The outcome of a call, with its numbers extracted for comparison."""
    if seen.raised is not None:
        return Observed(case, seen, RAISED, 0.0)
    values = answers.parts(method, seen)
    if values is None or any(value.content is None for value in values):
        return Observed(case, seen, None, 0.0)
    numbers = tuple(np.asarray(value.content) for value in values)
    return Observed(case, seen, numbers, SLACK * max(tolerance(value) for value in values))


def agrees(observed: Observed, numbers: Numbers | str, part: int | None = None) -> bool:
    """Whether the numbers (or one part of them) equal the observed ones, as far as precision allows."""
    if isinstance(numbers, str) or isinstance(observed.numbers, str):
        return observed.numbers == numbers
    if observed.numbers is None or len(observed.numbers) != len(numbers):
        return False
    wanted = range(len(numbers)) if part is None else (part,)
    return all(close(observed.numbers[i], numbers[i], observed.relative) for i in wanted)


CLOSER = 0.02
"""What explains a wrong answer is off by at most so much of what the right formula is off by."""


class Recogniser:
    """Compares the answers of one method with those that the catalogue's mistakes would give.

    Args:
        learner: the submission.
        method: the method that is judged.
        entries: the catalogue's entries that may explain it.
        own: the learner's own methods that a wrong formula may call, by case; see `answers.computed`.
    """

    def __init__(
        self,
        learner: Learner,
        method: Method,
        entries: tuple[Mistake, ...],
        own: Callable[[Case], dict[str, Any]] = lambda case: {},
    ) -> None:
        self.learner, self.method, self.own = learner, method, own
        self.entries = with_constants(entries, learner.outline.constants())
        self.exercise = learner.exercise
        asked = [observe(learner, method, case) for case in learner.cases.main(method.name)]
        self.main = [one for one in asked if not answers.refused(one.seen, one.case)]
        self._computed: dict[Any, Numbers | str] = {}

    def computed(self, edits: Edit, case: Case, own: bool = False) -> Numbers | str:
        """The answer of the formula with these edits; RAISED if it raises."""
        key = frozenset(edits.items()), case, own
        if (found := self._computed.get(key)) is None:
            replaced = self.own(case) if own else {}
            found = answers.computed(self.exercise, self.method, case, edits, **replaced)
            self._computed[key] = found
        return found

    def right_numbers(self, case: Case) -> Numbers:
        """The answer of the right formula."""
        return answers.right(self.exercise, self.method, case)

    def right(self, observed: Observed) -> bool:
        """Whether an answer is right."""
        if observed.seen.value is None and observed.numbers is not None and observed.numbers != RAISED:
            return agrees(observed, self.right_numbers(observed.case))  # flattened
        return answers.is_right(self.exercise, self.method, observed.seen, observed.case)

    def flattened(self) -> "Recogniser | None":
        """A recogniser of the same numbers in the right shapes; None if nothing needs reshaping."""
        other = copy(self)
        other.main = []
        for observed in self.main:
            if not isinstance(observed.numbers, tuple):
                return None
            wanted = self.right_numbers(observed.case)
            pairs = zip(observed.numbers, wanted, strict=False)
            numbers = tuple(s.reshape(np.shape(r)) if s.size == np.size(r) else s for s, r in pairs)
            other.main.append(replace(observed, numbers=numbers, seen=Seen()))
        same = all(
            [np.shape(a) for a in one.numbers or ()] == [np.shape(b) for b in two.numbers or ()]
            for one, two in zip(self.main, other.main, strict=True)
        )
        return None if same else other

    def explains_alone(self, odd: Observed) -> Mistake | None:
        """The single entry that explains this answer and the main ones; None if there is none."""
        both = copy(self)
        both.main = [*self.main, odd]
        return next(iter(both.explained(most=1)), None)

    def all_right(self) -> bool:
        """Whether all answers on the diagnosis's cases are right."""
        return all(self.right(observed) for observed in self.main)

    def explained(self, most: int = MOST) -> tuple[Mistake, ...]:
        """The entries, at most `most`, that together give the observed answers; or ()."""
        order = sorted(self.main, key=lambda observed: observed.numbers == RAISED)
        if all(one.numbers == RAISED or one.numbers is None for one in self.main):
            return ()
        for laid, edits in combined(self.entries, most):
            if all(self._explains(one, self.computed(edits, one.case, own=True)) for one in order):
                return laid
        return ()

    def _explains(self, one: Observed, numbers: Numbers | str) -> bool:
        """Whether numbers equal an answer in each of its parts."""
        return all(self._explains_part(one, numbers, part) for part in range(len(self.method.gives)))

    def _explains_part(self, one: Observed, numbers: Numbers | str, part: int) -> bool:
        """Whether numbers equal a part of an answer and, if it is wrong by little, are far closer to it.

        Otherwise any mistake of a tiny effect would explain any other.
        """
        if not agrees(one, numbers, part) or isinstance(numbers, str) or not isinstance(one.numbers, tuple):
            return agrees(one, numbers, part)
        seen, right = one.numbers[part], self.right_numbers(one.case)[part]
        if np.shape(seen) != np.shape(right) or close(seen, right, one.relative / SLACK):
            return True
        with np.errstate(all="ignore"):
            left, off = np.abs(seen - numbers[part]).max(), np.abs(seen - right).max()
        return not left > CLOSER * off

    def others(self) -> Iterator[tuple[str, Observed]]:
        """The answers in unusual calls and on unusual data, each with words for them."""
        cases, method, learner = self.learner.cases, self.method, self.learner
        unusual = [*cases.with_words(*UNUSUAL), (BY_NAME, cases["tall"]), *cases.odder(method.name)]
        for words, case in unusual:
            if method.is_judged(method.step, case):
                yield words, observe(learner, method, case, named=words == BY_NAME)
        for turn in self._turns():
            yield turn.words, observed_of(method, turn.case, turn.seen)

    def _turns(self) -> Iterator[Turn]:
        if self.method.sets and starts_whole(self.learner) and harm_of_whole(self.learner):
            return  # the constructor's step reports this
        yield from repeated_calls.turns(self.learner, self.method.name)
        descent = self.exercise.descent
        if descent and self.method.name == descent.forward and descent.method in self.learner.written():
            turn = repeated_trainings.untouched(self.learner, right_under(self.learner)).trained
            if turn is not None:
                yield replace(turn, words="after the model is trained")

    def plain_trouble(self, observed: Observed, words: str = "") -> Named:
        """The finding for a wrong answer that no entry explains."""
        method, learner = self.method, self.learner
        found = trouble(learner, observed.seen, method.step, method.name)
        if found is not None:
            return with_words(found, method.name, words)
        value = observed.seen.value
        assert value is not None
        return self._mismatch(observed, value, words)

    def _mismatch(self, observed: Observed, value: Value, words: str) -> Named:
        method, case = self.method, observed.case
        outline = self.learner.outline
        line = outline.line_of_return(method.name)
        if value.type == "coroutine":
            line = outline.line_of_method(method.name)
        wanted = self.right_numbers(case)
        values = answers.parts(method, observed.seen)
        where = f" {words}" if words else f" for {case.says}"
        kinds = answers.right_kinds(self.exercise, method, observed.seen, case)
        gone = [n for n, v in zip(method.gives, values or (), strict=False) if v.kind in ("missing", "none")]
        if method.sets and gone:
            said = f"after {method.name} there is no {' and no '.join('self.' + name for name in gone)}"
            alike = line_of_keyword(outline, method.name, gone[0])
            alike = alike or outline.line_of_likeness(method.name, gone[0])
            own, words = stand_ins(outline, method.name)
            other = alike or own or outline.line_of_assignment(method.name, None, but=method.gives)
            return Named("parameters-missing", method.step, other or line, f"{said}{words}")
        if values is None or not kinds or observed.numbers is None:
            said = value.says() if values is None else _listed(method, values)
            said = f"{said}{where}; expected {answers.expected(self.exercise, method, case)}"
            stored = outline.line_of_assignment(method.name, method.gives[0]) if method.sets else None
            return Named(method.wrong_shape, method.step, stored or line, said)
        assert isinstance(observed.numbers, tuple)
        parts = list(zip(method.gives, observed.numbers, wanted, strict=True))
        for name, seen, right in parts:
            if np.shape(seen) != np.shape(right):
                said = f"{name} has shape {np.shape(seen)}{where}; expected {np.shape(right)}"
                return Named(method.wrong_shape, method.step, line, said)
        return self._off(observed, wanted, where, line)

    def _off(self, observed: Observed, wanted: Numbers, where: str, line: int | None) -> Named:
        """The finding for wrong numbers in the right shapes."""
        method = self.method
        assert isinstance(observed.numbers, tuple)
        if not all(np.isfinite(part).all() for part in observed.numbers):
            said = f"{method.name} gave NaN or infinity{where}, where the right answer is finite"
            return Named("not-finite", method.step, line, said)
        if method.accepts is not None:
            said = method.accepts(observed.case, observed.numbers)
            return Named(method.wrong_value, method.step, line, f"{said} ({where.strip()})")
        parts = zip(method.gives, observed.numbers, wanted, strict=True)
        name, seen, right = next(p for p in parts if not close(p[1], np.asarray(p[2]), observed.relative))
        gave, wanted_there = answers.first_apart(name, np.asarray(seen), np.asarray(right))
        said = f"{gave}{where}; expected {wanted_there}"
        return Named(method.wrong_value, method.step, line, said)


def _listed(method: Method, values: tuple[Value, ...]) -> str:
    return ", ".join(f"{name} is {v.says()}" for name, v in zip(method.gives, values, strict=False))
