"""Tell whether a call goes through the samples one by one in C, where no instructions can be counted."""

from array import array
from typing import Any

import numpy as np

from .describe import kinds

# Those that iterate in Python frames need no entry: they are counted.
WALKERS = {
    "sum", "list", "tuple", "set", "frozenset", "sorted", "min", "max", "any", "all", "map", "filter",
    "zip", "enumerate", "reversed", "iter", "dict", "fsum", "prod", "sumprod", "dist", "hypot", "reduce",
    "deque", "array", "accumulate", "starmap", "chain", "islice", "fromiter", "mean", "fmean", "Counter",
    "extend", "join", "fromkeys", "union",
}  # fmt: skip
UNWALKED = {"sum": 1, "reduce": 2}  # the position of an initial value, which is not iterated over
WALKING_METHODS = {"tolist", "__iter__"}
SIZED = (list, tuple, np.flatiter, memoryview, array)
WALKING_MODULES = {"builtins", "math", "functools", "itertools", "collections", "statistics", "array"}


def walks(function: Any, args: tuple[Any, ...], least: int) -> bool:
    """Whether a call of `function` goes through at least `least` items of one of these arguments."""
    name, owner = str(getattr(function, "__name__", "")), getattr(function, "__self__", None)
    if name in WALKING_METHODS and is_long(owner, least):
        return True
    if np.vectorize in kinds(function) or _is_of_objects(function):
        return any(is_long(argument, least) for argument in args)
    if np.ufunc in kinds(owner) or np.ndarray in kinds(owner) or name not in WALKERS:
        return False
    known = _is_in_c(function) or (name == "fromiter" and _home(function) == "numpy")
    walked = args[: UNWALKED.get(name)]
    return known and (len(args) >= least or any(is_long(argument, least) for argument in walked))


def is_long(value: Any, least: int) -> bool:
    """Whether a value has at least `least` items that are handed out one by one."""
    ancestry = kinds(value)
    if np.ndarray in ancestry:
        return bool(value.ndim and value.shape[0] >= least)
    if np.nditer in ancestry:
        return bool(value.itersize >= least)
    return any(kind in ancestry for kind in SIZED) and len(value) >= least


def unpacks(function: Any, result: Any, least: int) -> bool:
    """Whether a function written in C has returned a list or tuple with an object for each sample."""
    sequence = list in kinds(result) or tuple in kinds(result)
    return sequence and len(result) >= least and _is_in_c(function)


def _is_in_c(function: Any) -> bool:
    """Whether a function is one of the standard library's that may iterate in C."""
    return _home(function) in WALKING_MODULES or _home(function).startswith("_")


def _home(function: Any) -> str:
    return str(getattr(function, "__module__", None) or "builtins")


def _is_of_objects(function: Any) -> bool:
    """Whether a function is a ufunc made by `frompyfunc`, which works on Python objects."""
    return np.ufunc in kinds(function) and all(set(kind) <= set("O->") for kind in function.types)
