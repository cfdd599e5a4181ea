"""NumPy for the formulas, with faster versions of what they call thousands of times on small arrays."""

from types import ModuleType
from typing import Any

import numpy as np

_FLOAT = np.dtype(float)


def _is_plain(array: Any, more: tuple[Any, ...], named: dict[str, Any]) -> bool:
    return type(array) is np.ndarray and not more and not named


def _sum(array: Any, *more: Any, **named: Any) -> Any:
    return np.add.reduce(array, None) if _is_plain(array, more, named) else np.sum(array, *more, **named)


def _mean(array: Any, *more: Any, **named: Any) -> Any:
    if _is_plain(array, more, named) and array.dtype is _FLOAT and array.size:
        return np.add.reduce(array, None) / array.size
    return np.mean(array, *more, **named)


def _clip(array: Any, *more: Any, **named: Any) -> Any:
    return array.clip(*more) if type(array) is np.ndarray and not named else np.clip(array, *more, **named)


PLAIN = ModuleType("numpy")
"""Used like NumPy; the results are the same to the bit."""
PLAIN.__dict__.update(vars(np) | {"sum": _sum, "mean": _mean, "clip": _clip})
