"""Find the lines of the training that pick, shuffle, change or scale its samples."""

import ast
from collections.abc import Iterator

import numpy as np

from ....observation import close
from ...declaration.case import Case
from ...source.syntax import STATEMENTS, names_read, parts
from ...training.trajectory import METHOD
from ..lines.trail import Trail
from .steps import Steps

EXACT = 1e-6


def inner_loop(steps: Steps) -> int | None:
    """The inner loop, if two are nested (around the update); else the line that picks samples."""
    event, outline = steps.updated, steps.outline
    line = event.line if event else None
    around = [n for n in outline.loops_around(line) if isinstance(n, STATEMENTS)] if line else []
    if len(around) >= 2:
        return around[-1].lineno
    loops = [n for n in parts(outline.working(METHOD)) if isinstance(n, STATEMENTS)]
    inner = (n for loop in loops for n in ast.walk(loop) if n is not loop)
    if nested := next((n.lineno for n in inner if isinstance(n, STATEMENTS)), None):
        return nested
    n, d = steps.case.n, steps.case.d
    picked = steps.trail.first(
        lambda v: (
            _picks(v, n)
            or (v.ndim == 2 and 0 < v.shape[0] < n and v.shape[1] == d)
            or _resamples(v, steps.case.X)
        )
    )
    return _index_of(steps, picked) or picked or line


def resamples(steps: Steps) -> bool:
    """Whether the training draws rows of X with repetition."""
    return steps.trail.first(lambda value: _resamples(value, steps.case.X)) is not None


def _resamples(value: np.ndarray, X: np.ndarray) -> bool:
    """Whether a value has only rows of X, and some of them more than once."""
    if value.ndim != 2 or value.shape[1:] != X.shape[1:] or not X.size:
        return False
    drawn, known = ({row.tobytes() for row in rows} for rows in (value, X))
    return drawn <= known and len(drawn) < len(value)


def _index_of(steps: Steps, line: int | None) -> int | None:
    """The line that draws, in a loop, the index with which the statement on a line picks samples."""
    statement, function = steps.outline.statement_at(line), steps.outline.function_at(line)
    slices = [n.slice for n in parts(statement).of(ast.Subscript)]
    names = {name for index in slices for name in names_read(index)}
    drawn = [n for n in parts(function).of(ast.Assign) if isinstance(n.value, ast.Call)]
    named = (n.lineno for n in drawn for t in n.targets if isinstance(t, ast.Name) and t.id in names)
    early = (at for at in named if statement and at <= statement.lineno)
    return max((at for at in early if steps.outline.loops_around(at)), default=None)


def _picks(value: np.ndarray, n: int) -> bool:
    """Whether a value holds indices of some of the samples, or of some more than once."""
    if value.ndim != 1 or not value.size or not np.ptp(value):
        return False
    drawn = len({*value.tolist()})
    return drawn < max(n, value.size) and bool(np.isin(value, np.arange(n)).all())


def altered(steps: Steps) -> int | None:
    """The line of the training that assigns other values to one of its arguments."""
    given = [name for name in steps.exercise.takes[METHOD] if name in steps.case.args]
    lines = {name: steps.outline.line_that_rebinds(METHOD, name) for name in given}
    bound = {name: line for name, line in lines.items() if line}
    for name, line in bound.items():
        right = steps.case.args[name]
        values = [e.value for e in steps.trail.events if e.line == line and e.value is not None]
        other = [v for v in values if v.shape == right.shape and not close(v, right, 1e-6)]
        if other and len(bound) == 1:  # several assigned together may only be shuffled
            return line
    return None


def unpaired(steps: Steps) -> int | None:
    """The line that shuffles the features and not the targets, or the targets and not the features."""
    X, y = steps.case.X, steps.case.y
    for one, other in ((X, y), (y, X)):
        event = steps.trail.event(lambda value, one=one: _order(value, one) is not None)  # type: ignore[misc]
        order = None if event is None or event.value is None else _order(event.value, one)
        if event and order is not None and not steps.trail.line_of(other[order]):
            return event.line
    return None


def _order(value: np.ndarray, rows: np.ndarray) -> list[int] | None:
    """The order in which a value has these rows; None if it is their own, or if it has others."""
    if value.shape != rows.shape or close(value, rows, EXACT):
        return None
    same = (value.reshape(len(rows), 1, -1) == rows.reshape(1, len(rows), -1)).all(axis=2)
    order = [int(k) for k in same.argmax(axis=1)]
    return order if same.any(axis=1).all() and len({*order}) == len(rows) else None


def line_of_scaling(trail: Trail, case: Case) -> int | None:
    """The line of `fit` that scales or centres the features, or else the targets, itself or by a helper."""
    scaled = trail.event(lambda value: _scales(value, case.X)) or trail.event(lambda v: _centres(v, case.y))
    return scaled.place if scaled else None


def _scales(value: np.ndarray, X: np.ndarray) -> bool:
    """Whether a value is X with its columns scaled and shifted, not just multiplied by one number."""
    if value.shape != X.shape or not np.isfinite(value).all():
        return False
    centred = X - X.mean(axis=0)
    slopes = (centred * value).sum(axis=0) / (centred**2).sum(axis=0)
    shifts = value.mean(axis=0) - slopes * X.mean(axis=0)
    alike = np.allclose(slopes, slopes[0]) and np.allclose(shifts, 0.0)
    return not alike and bool(slopes.all()) and close(value, slopes * X + shifts, EXACT)


def _centres(value: np.ndarray, y: np.ndarray) -> bool:
    """Whether a value is y scaled in one of the usual ways, which leave labels of 0 and 1 as they are."""
    if value.shape != y.shape or close(value, y, EXACT):
        return False
    return any(close(value, form, EXACT) for form in _scaled(y))


def _scaled(y: np.ndarray) -> Iterator[np.ndarray]:
    centred, low, high = y - y.mean(), y.min(), y.max()
    yield from (centred, *(centred / spread for spread in (y.std(), y.std(ddof=1), high - low)))
    yield (y - low) / (high - low)
    yield from (y / size for size in (high, np.abs(y).max(), y.std(), np.linalg.norm(y)))
