"""Say what a value is, in plain facts, trusting nothing that it says about itself.

Types are read from the real type of an object, never through `isinstance`, `__class__` or `__eq__`,
which a learner's class can answer as it likes.
"""

import collections
import sys
from types import TracebackType
from typing import Any

import numpy as np

MOST_BYTES = 1 << 25
MOST_ITEMS = 200_000
SHOWN_ITEMS = 8

_mro = type.__dict__["__mro__"].__get__


def kinds(value: object) -> tuple[type, ...]:
    """The real ancestry of `value`'s type."""
    found: tuple[type, ...] = _mro(type(value))
    return found


def number(value: object) -> tuple[float, str] | None:
    """`value` as a float with its flavour (float, int, numpy, 0d), or None if it is no real number."""
    ancestry = kinds(value)
    if bool in ancestry or np.bool_ in ancestry:
        return None
    if np.ndarray in ancestry:
        plain = np.array(value, copy=True, subok=False)
        real = plain.ndim == 0 and plain.dtype.kind in "fiu" and not _masked(ancestry)
        return (float(plain), "0d") if real else None
    try:
        if np.number in ancestry:
            return None if np.complexfloating in ancestry else (float(np.asarray(value)), "numpy")
        if float in ancestry:
            return float.__float__(value), "float"  # type: ignore[arg-type]
        if int in ancestry:
            return float(int.__int__(value)), "int"  # type: ignore[arg-type]
    except OverflowError:
        return float("inf"), "int"
    return None


def _masked(ancestry: tuple[type, ...]) -> bool:
    masked = sys.modules.get("numpy.ma")
    return masked is not None and masked.MaskedArray in ancestry


def describe(value: object, depth: int = 2) -> dict[str, Any]:
    """`value` as a record: `kind` and `type`, and what belongs to that kind.

    Kinds: none, number (`number`, `flavour`), array (`array`, or `shape` and `dtype` alone where it is
    too large or not real), sequence (`length`; `numbers` and `flavours` where all are numbers, else the
    first `items`), other.
    """
    ancestry = kinds(value)
    record: dict[str, Any] = {"type": str(type.__dict__["__name__"].__get__(type(value)))[:100]}
    if value is None:
        return record | {"kind": "none"}
    if np.ndarray in ancestry:
        return record | _array(value, ancestry)
    found = number(value)
    if found is not None:
        return record | {"kind": "number", "number": found[0], "flavour": found[1]} | _precision(value)
    for family in (list, tuple, collections.deque):
        if family in ancestry:
            return record | _sequence(value, family, depth)
    return record | {"kind": "other"}


def _precision(value: object) -> dict[str, Any]:
    return {"dtype": str(np.asarray(value).dtype)} if np.number in kinds(value) else {}


def _array(value: Any, ancestry: tuple[type, ...]) -> dict[str, Any]:
    plain = np.ndarray.view(value, np.ndarray)
    record: dict[str, Any] = {"shape": list(plain.shape), "dtype": plain.dtype.str, "kind": "array"}
    if _masked(ancestry):
        record["kind"] = "other"
    elif plain.ndim == 0 and plain.dtype.kind in "fiu":
        record |= {"kind": "number", "number": float(plain), "flavour": "0d", "dtype": str(plain.dtype)}
    elif plain.dtype.kind in "fiu" and plain.size * plain.itemsize <= MOST_BYTES:
        record["array"] = np.array(plain, order="C")
    return record


def _sequence(value: Any, family: type, depth: int) -> dict[str, Any]:
    length = family.__len__(value)  # type: ignore[attr-defined]
    record: dict[str, Any] = {"kind": "sequence", "family": family.__name__, "length": length}
    if length > MOST_ITEMS:
        return record
    items = list(family.__iter__(value))  # type: ignore[attr-defined]
    numbers = [number(item) for item in items]
    known = [n for n in numbers if n is not None]
    if len(known) == length:
        record["numbers"] = np.array([n for n, _ in known], dtype=float)
        record["flavours"] = sorted({flavour for _, flavour in known})
    elif depth:
        record["items"] = [describe(item, depth - 1) for item in items[:SHOWN_ITEMS]]
    return record


def describe_exception(error: BaseException, filename: str) -> dict[str, Any]:
    """What was raised, and the innermost line of the learner's file that led there."""
    names = [str(t.__name__)[:100] for t in kinds(error)]
    try:
        message = str(error)[:500]
    except BaseException:
        message = "(its message cannot be shown)"
    line = error.lineno if isinstance(error, SyntaxError) and error.filename == filename else None
    if line is None:
        line = innermost_line(error.__traceback__, filename)
    text = message.encode("utf-8", "replace").decode()
    return {"type": names[0], "ancestry": names, "message": text, "line": line}


def innermost_line(trace: TracebackType | None, filename: str) -> int | None:
    """The line of `filename` nearest to where the exception came from."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
