"""The values that a formula computes on its way, right or with a mistake in it."""

import sys
from functools import lru_cache

import numpy as np

from ...catalogue import Edit
from ...sandbox.trail import Trail, instrumented
from .. import answers
from ..case import Case
from ..exercise import Exercise, Method


def values(exercise: Exercise, method: Method, case: Case, edits: Edit) -> list[np.ndarray]:
    """Each number and array of one call, in order; those until it raised, where it does."""
    return _values(exercise, method, case, tuple(sorted(edits.items())))


@lru_cache(maxsize=64)
def _values(
    exercise: Exercise, method: Method, case: Case, edits: tuple[tuple[str, str], ...]
) -> list[np.ndarray]:
    trail = Trail(list, sys.maxsize)
    namespace = {"np": np, **trail.names()}
    with np.errstate(all="ignore"):
        exec(instrumented(exercise.formula.source(dict(edits)), "<formula>"), namespace)
        model = namespace[exercise.class_name](*case.new)
        for name, value in case.state.items():
            setattr(model, name, value)
        trail.active = True
        try:
            getattr(model, method.name)(*answers.given(method, case))
        except (ValueError, TypeError):
            pass
    seen = [event[1]["value"] if isinstance(event[1], dict) else event[1] for event in trail.events]
    return [np.asarray(value, dtype=float) for value in seen if value is not None]


def only_wrong(exercise: Exercise, method: Method, case: Case, edits: Edit) -> list[np.ndarray]:
    """The values that only the wrong formula computes, in order."""
    right = values(exercise, method, case, {})
    wrong = values(exercise, method, case, edits)
    return [value for value in wrong if not any(same(value, other) for other in right)]


def same(value: np.ndarray, other: np.ndarray) -> bool:
    """Whether two values are one, up to rounding."""
    return value.shape == other.shape and bool(np.allclose(value, other, rtol=1e-8, atol=1e-12))
