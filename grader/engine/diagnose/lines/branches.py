"""Find the wrong branch of a choice between values, if some samples are right and others are not."""

import ast
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from ...source.outline import Outline
from ...source.syntax import names_read, parts
from .formula_trace import same
from .trail import STORED, Event, Trail

FEWEST = 2
"""So many samples have to be right, and wrong: one may be so by chance."""


def of_branch(outline: Outline, trail: Trail, line: int | None, right: Sequence[np.ndarray]) -> int | None:
    """The line that computes what the wrong samples get, or the condition if only that is wrong.

    Args:
        outline: the file.
        trail: the call.
        line: where the values of the samples are first wrong.
        right: the values that the right formula computes, in order.
    """
    there = [e for e in trail.events if e.line == line and e.value is not None and e.value.ndim == 1]
    event, value = (there[-1], there[-1].value) if there else (None, None)
    if event is None or value is None or np.isin(value, (0, 1)).all():
        return None
    of_samples = [wanted for wanted in right[::-1] if wanted.shape == value.shape]
    if any(same(value, wanted) for wanted in of_samples):
        return None
    pairs = [p for p in combinations(of_samples, 2) if any(_mixes(one, *p) for one in of_samples)]
    if any(_mixes(value, *pair) for pair in pairs):
        return _condition(outline, event.line)
    for wanted in of_samples:
        wrong = _apart(value, wanted)
        if FEWEST <= wrong.sum() <= wrong.size - FEWEST:
            return _source(outline, trail.until(event), event, wrong, right)
    return None


def _apart(value: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Which entries differ."""
    apart: np.ndarray = ~np.isclose(value, wanted, rtol=1e-9, atol=1e-13)
    return apart


def _mixes(value: np.ndarray, one: np.ndarray, other: np.ndarray) -> bool:
    """Whether every entry is that of one of two right values, and both occur."""
    not_one, not_other = _apart(value, one), _apart(value, other)
    return not (not_one & not_other).any() and min(not_one.sum(), not_other.sum()) >= FEWEST


def _condition(outline: Outline, line: int) -> int | None:
    """The line that names the only comparison which the statement on a line reads."""
    read = names_read(outline.statement_at(line))
    nodes = parts(outline.function_at(line)).of(ast.Assign)
    compared = [n for n in nodes if any(isinstance(part, ast.Compare) for part in ast.walk(n.value))]
    named = [n.lineno for n in compared if isinstance(n.targets[0], ast.Name) and n.targets[0].id in read]
    return named[0] if len(named) == 1 else None


def _source(
    outline: Outline, trail: Trail, chosen: Event, wrong: np.ndarray, right: Sequence[np.ndarray]
) -> int | None:
    """The line of the last value before the choice that the wrong samples take.

    A right value counts where it is named again, or in a helper that is only called here. If the choice sets
    a part of an array, the value is as long as that part.
    """
    assert chosen.value is not None
    taken, whole = chosen.value[wrong], None if chosen.call == STORED else chosen.value.shape
    found: list[Event] = []
    for event in trail.events[::-1]:
        value = event.value
        if value is None or value.shape not in (whole, taken.shape) or same(value, chosen.value):
            continue
        helper = outline.function_at(event.line)
        own = helper is not None and bool(event.stack) and len(outline.calls({helper.name})) == 1
        named = own or event.call == STORED or not any(same(value, one) for one in right)
        if named and same(value if value.shape == taken.shape else value[wrong], taken):
            found.append(event)
    inside = (event.line for event in found if found[0].line in event.stack)
    return next(inside, found[0].line) if found else None
