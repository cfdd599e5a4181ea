"""Check the entries of a catalogue: that each wrong formula shows, and that every other part can be used."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from ..catalogue import Edit, Mistake
from ..engine.asking import answers
from ..engine.asking.requests import Requests
from ..engine.declaration.case import Case
from ..engine.declaration.completeness import ANYWHERE, SEED, WORK
from ..engine.declaration.drawn_cases import Cases
from ..engine.declaration.exercise import Exercise, Method
from ..engine.diagnose.lines.telltales import evaluated
from ..engine.diagnose.overlay import with_constants

RUNS = ((0.06, 1), (0.06, 2), (0.06, 5), (0.11, 3))  # learning rate and epochs
CONSTANTS = ("0.37",)
CLOSE = 1e-9
RAISED = "raised"
NO_CHANGE = "changes nothing that a method gives on ordinary data"


def idle(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """The edits that change nothing or cannot be run: the id of the entry, and what is wrong with it.

    Entries about extra work are skipped: their results are right, and grading counts the work.
    """
    outcomes = Outcomes(exercise)
    at_edges = {name for edge in exercise.edges() for name in edge.mistakes}  # right everywhere but at edges
    for step in (*(step for step in exercise.steps if step != WORK), *ANYWHERE):
        for entry in with_constants(exercise.catalogue().of_step(step), CONSTANTS):
            for edit in entry.edits:
                said = outcomes.trouble(edit)
                if said and not (said == NO_CHANGE and entry.id in at_edges):
                    yield entry.id, f"has the edit {dict(edit)}, which {said}"


def troubles(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """The ids of entries with a wrong part, telltale or predicate, and what is wrong with them."""
    cases = Cases(exercise, SEED)
    for entry in exercise.catalogue().values():
        if entry.step in ANYWHERE:
            continue
        method = exercise.method_of(entry.step)
        part, gives = entry.wrong_part, len(method.gives) if method is not None else 0
        if method is not None and part is not None and part >= max(1, gives):
            yield entry.id, f"has wrong_part={part}, and {method.name} gives {gives}, from 0"
        for name in ("telltales", "proving_values"):
            if said := _untold(getattr(entry, name), cases["tall"]):
                yield entry.id, f"has {name} that {said}"
        if entry.predicate is not None and method is not None:
            asked = cases.main(method.name)
            yield from ((entry.id, said) for said in [_shown(exercise, method, entry, asked)] if said)


def _untold(expressions: Any, case: Case) -> str:
    """What is wrong with the telltales, as the rest of a sentence; empty if nothing is."""
    for expression in expressions:
        try:
            list(evaluated([expression], case))
        except Exception as error:
            return f"cannot be computed: {expression}: {type(error).__name__}: {error}"
    return ""


def _shown(exercise: Exercise, method: Method, entry: Mistake, cases: list[Case]) -> str:
    """What is wrong with the predicate, as the rest of a sentence; empty if nothing is."""
    assert entry.predicate is not None
    for case in cases:
        right = answers.right(exercise, method, case)
        try:
            with np.errstate(all="ignore"):
                found = entry.predicate(case, right)
        except Exception as error:
            return f"has a `predicate` that raises {type(error).__name__}: {error}"
        if found and not entry.needs_repetition:
            return "has a `predicate` that holds for the right answer"
    return ""


class Outcomes:
    """Runs the formula with edits on the cases that are used to tell mistakes apart."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise, self._cases = exercise, Cases(exercise, SEED)
        self._requests = Requests(exercise, self._cases)
        self._right: dict[Any, Any] = {}

    def trouble(self, edit: Edit) -> str:
        """What is wrong with an edit, as the rest of a sentence; empty if the edit changes a result."""
        formula, right = self.exercise.formula, self.exercise.formula.right
        if unknown := [slot for slot in edit if slot not in right]:
            return f"fills {unknown[0]!r}, and the formula has no such slot"
        try:
            own = [n for n in formula.headers if formula.lines_of(n, edit) != formula.lines_of(n, {})]
            asked = sorted(self._asked(), key=lambda one: one[0] not in own)
            with np.errstate(all="ignore"):
                changes = any(not alike(self._gives(key, edit), self._rightly(key)) for key in asked)
        except Exception as error:
            return f"cannot be run: {type(error).__name__}: {' '.join(str(error).split())[:120]}"
        return "" if changes else NO_CHANGE

    def _asked(self) -> Iterator[tuple[str, str, float, int]]:
        """Every call to try: the method, the case, and the learning rate and epochs if it trains."""
        yield from (("__init__", name, 0.0, 0) for name in ("tall", "wide"))
        for method in self.exercise.methods:
            if method.name == self.exercise.training:
                yield from ((method.name, "path", lr, epochs) for lr, epochs in RUNS)
            else:
                yield from ((method.name, case.name, 0.0, 0) for case in self._cases.main(method.name))

    def _rightly(self, key: tuple[str, str, float, int]) -> Any:
        if key not in self._right:
            self._right[key] = self._gives(key, {})
        return self._right[key]

    def _gives(self, key: tuple[str, str, float, int], edit: Edit) -> Any:
        """The outcome of a call: the result, the model's attributes, and the arguments afterwards."""
        name, case, lr, epochs = key
        np.random.seed(0)
        try:
            return self._called(name, self._cases[case], edit, lr, epochs)
        except (ValueError, TypeError, AttributeError):  # the same exceptions as in `engine.asking.answers`
            return RAISED

    def _called(self, name: str, case: Case, edit: Edit, lr: float, epochs: int) -> Any:
        model = self.exercise.formula.model(case.new, case.state if name != "__init__" else {}, edit)
        args = [] if name == "__init__" else self._requests.arguments(name, case, lr, epochs)
        args = [arg.copy() if isinstance(arg, np.ndarray) else arg for arg in args]
        result = None if name == "__init__" else getattr(model, name)(*args)
        held = {key: v for key, v in vars(model).items() if key not in ("_formula", "_edits", "state")}
        return [None if result is model else result, list(held), list(held.values()), args]


def alike(one: Any, other: Any) -> bool:
    """Whether two outcomes have the same types and, except for rounding, the same values."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, (int, float, np.ndarray, np.number)):
        a, b = np.asarray(one), np.asarray(other)
        same = a.dtype == b.dtype and a.shape == b.shape
        return same and (a.dtype == object or bool(np.allclose(a, b, rtol=CLOSE, atol=0.0, equal_nan=True)))
    return one is other or isinstance(one, str) is False or bool(one == other)
