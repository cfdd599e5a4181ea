"""Check the parts of a catalogue's entries other than their edits."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from ..catalogue import Mistake
from ..engine import answers
from ..engine.case import Case
from ..engine.completeness import ANYWHERE, SEED
from ..engine.diagnose.telltales import evaluated
from ..engine.drawn_cases import Cases
from ..engine.exercise import Exercise, Method


def troubles(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """The ids of entries with a wrong part, telltale or predicate, and what is wrong with them."""
    cases = Cases(exercise, SEED)
    for entry in exercise.catalogue().values():
        if entry.step in ANYWHERE:
            continue
        method = exercise.method_of(entry.step)
        if method is not None and entry.part is not None and entry.part >= max(1, len(method.gives)):
            yield entry.id, f"has part={entry.part}, and {method.name} gives {len(method.gives)}, from 0"
        for name in ("tells", "proof"):
            if said := _untold(getattr(entry, name), cases["tall"]):
                yield entry.id, f"has {name} that {said}"
        if entry.shows is not None and method is not None:
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
    assert entry.shows is not None
    for case in cases:
        right = answers.right(exercise, method, case)
        try:
            with np.errstate(all="ignore"):
                found = entry.shows(case, right)
        except Exception as error:
            return f"has a predicate `shows` that raises {type(error).__name__}: {error}"
        if found and not entry.repeats:
            return "has a predicate `shows` that holds for the right answer"
    return ""
