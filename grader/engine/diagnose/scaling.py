"""Where the training gives its data other scales or centres: steps on these go another way."""

from collections.abc import Iterator

import numpy as np

from ...observation import close
from ..case import Case
from .trail import Trail

EXACT = 1e-6


def line_of_scaling(trail: Trail, case: Case) -> int | None:
    """The line on which scaled or centred features, or else targets, first appear."""
    return trail.first(lambda value: _scales(value, case.X)) or trail.first(lambda v: _centres(v, case.y))


def _scales(value: np.ndarray, X: np.ndarray) -> bool:
    """Whether a value is X with a scale and a shift for each column, not alike for all."""
    if value.shape != X.shape or not np.isfinite(value).all():
        return False
    centred = X - X.mean(axis=0)
    slopes = (centred * value).sum(axis=0) / (centred**2).sum(axis=0)
    shifts = value.mean(axis=0) - slopes * X.mean(axis=0)
    alike = np.allclose(slopes, slopes[0]) and np.allclose(shifts, 0.0)
    return not alike and bool(slopes.all()) and close(value, slopes * X + shifts, EXACT)


def _centres(value: np.ndarray, y: np.ndarray) -> bool:
    """Whether a value is y in one of the forms that people scale targets to."""
    return value.shape == y.shape and any(close(value, form, EXACT) for form in _scaled(y))


def _scaled(y: np.ndarray) -> Iterator[np.ndarray]:
    centred, low, high = y - y.mean(), y.min(), y.max()
    yield from (centred, *(centred / spread for spread in (y.std(), y.std(ddof=1), high - low)))
    yield (y - low) / (high - low)
    yield from (y / size for size in (high, np.abs(y).max(), y.std(), np.linalg.norm(y)))
