"""Trace the formula, right or with a mistake in it: the values that it computes in one call."""

import sys
from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

import numpy as np

from ....catalogue import Edit
from ....observation import alike
from ....sandbox.tracing.expression_trace import Tracer
from ....sandbox.tracing.instrument import instrumented
from ...asking import answers
from ...declaration.case import Case
from ...declaration.exercise import Exercise, Method


def values(exercise: Exercise, method: Method, case: Case, edits: Edit) -> list[np.ndarray]:
    """Every number and array that one call computes, in order, up to an exception if it raises one."""
    return [value for _, value in _traced(exercise, method, case, tuple(sorted(edits.items())))]


def finished(exercise: Exercise, method: Method, case: Case) -> list[np.ndarray]:
    """The value with which each line of the right formula ends."""
    return list(dict(_traced(exercise, method, case, ())).values())


@lru_cache(maxsize=64)
def _traced(
    exercise: Exercise, method: Method, case: Case, edits: tuple[tuple[str, str], ...]
) -> list[tuple[int, np.ndarray]]:
    """The values that one call computes in order, each with its line in the formula."""
    tracer = Tracer(list, sys.maxsize)
    namespace = {"np": np, **tracer.names()}
    with np.errstate(all="ignore"):
        exec(instrumented(exercise.formula.source(dict(edits)), "<formula>"), namespace)
        model = namespace[exercise.class_name](*case.new)
        for name, value in case.state.items():
            setattr(model, name, value)
        tracer.active = True
        try:
            getattr(model, method.name)(*answers.arguments(method, case))
        except (ValueError, TypeError):
            pass
    seen = [(e[0], e[1]["value"] if isinstance(e[1], dict) else e[1]) for e in tracer.events]
    return [(line, np.asarray(value, dtype=float)) for line, value in seen if value is not None]


def only_wrong(exercise: Exercise, method: Method, case: Case, edits: Edit) -> list[np.ndarray]:
    """The values that only the wrong formula computes, in order; no integers, no right numbers negated."""
    right = values(exercise, method, case, {})
    right = right + [-value for value in right if not value.shape]
    wrong = [v for v in values(exercise, method, case, edits) if v.shape or not float(v).is_integer()]
    return [value for value in wrong if not any(same(value, other) for other in right)]


def same(value: np.ndarray, other: np.ndarray) -> bool:
    """Whether two values are equal up to rounding."""
    return alike(value, other, 1e-8, 1e-13)


def is_one_of(value: np.ndarray | None, others: Sequence[np.ndarray]) -> bool:
    """Whether a value is the same as one of the others."""
    return value is not None and any(same(value, other) for other in others)


@lru_cache(maxsize=32)
def between(exercise: Exercise, method: Method, case: Case, *, given: bool) -> list[np.ndarray]:
    """The values that the right formula computes, with or without arguments, parameters and sizes."""
    known = [np.asarray(v, dtype=float) for v in (*case.state.values(), *case.args.values())]
    known += [np.asarray(float(size)) for size in (case.n, case.d, case.d + 1)]
    found = values(exercise, method, case, {})
    own = [v for v in found if not any(same(v, other) for other in known)]
    return own + known if given else own


def stand_ins(exercise: Exercise, method: Method, case: Case) -> list[np.ndarray]:
    """The right formula's intermediate values, and variants of them that right code may compute instead."""
    right = answers.right(exercise, method, case)
    ends = [*right, *(np.append(*right[::order]) for order in (1, -1) if len(right) == 2)]
    inner = [v for v in between(exercise, method, case, given=False) if not any(same(v, end) for end in ends)]
    vectors = [value for value in (*inner, *case.state.values()) if np.shape(value) == (case.d,)]
    packed = [np.append(*pair) for v in (*vectors, np.ones(case.d)) for pair in ((0.0, v), (v, 0.0))]
    numbers = [float(end) for end in right if not np.shape(end)]
    rows = [v for v in inner if v.shape == (case.n,) and v.sum()]
    factors = [np.asarray(number / v.sum()) for v in rows for number in numbers]  # one that all parts share
    shares = [v * number / v.sum() for v in rows for number in numbers]
    return [*inner, *shares, *packed, *factors, np.asarray(1 / case.n)]


def first_values(exercise: Exercise, method: Method, case: Case) -> list[np.ndarray]:
    """The first value with n rows that the right formula computes, and the parameters if it reads them."""
    right = answers.right(exercise, method, case)
    given = [np.asarray(value, dtype=float) for value in (*case.state.values(), *case.args.values())]
    rows = [value for value in values(exercise, method, case, {}) if value.shape[:1] == (case.n,)]
    inner = [value for value in rows if not any(same(value, other) for other in (*right, *given))]
    state = [np.asarray(v, dtype=float) for v in case.state.values()]
    state += [np.append(*pair) for pair in permutations(case.state.values(), 2)]
    return inner[:1] + (state if method.reads_state else [])
