"""Describe a value as plain facts, without trusting what it says about itself.

Types are read from the real type of an object, never through `isinstance`, `__class__` or `__eq__`,
which a learner's class can override.
"""

import collections
import sys
from types import TracebackType
from typing import Any

import numpy as np
from numpy import array, asarray, float64, ndarray  # bound now: a submission may patch numpy later

MOST_BYTES = 1 << 25
MOST_ITEMS = 200_000
SHOWN_ITEMS = 8

MOST_LINES = 10_000_000
MOST_CALLS = 20  # the lines of a traceback that are reported

_mro = type.__dict__["__mro__"].__get__
_name = type.__dict__["__name__"].__get__
_traceback = BaseException.__dict__["__traceback__"].__get__


class Kinds(tuple[type, ...]):
    """The base classes of a type, searched by identity: a metaclass can redefine equality."""

    __slots__ = ()

    def __contains__(self, kind: object) -> bool:
        for one in self:  # noqa: SIM110  a generator would take twice the time
            if one is kind:
                return True
        return False


def kinds(value: object) -> Kinds:
    """The real type of `value` and all its base classes."""
    return Kinds(_mro(type(value)))


def _type_name(kind: type) -> str:
    return str.__str__(_name(kind))[:100].encode("utf-8", "replace").decode()


def number(value: object) -> tuple[float, str] | None:
    """`value` as a float with its flavour (float, int, numpy, 0d), or None if it is no real number."""
    kind = type(value)
    if kind is float or kind is float64:  # by far the most common
        return float(value), "float" if kind is float else "numpy"  # type: ignore[arg-type]
    ancestry = kinds(value)
    if bool in ancestry or np.bool_ in ancestry:
        return None
    if np.ndarray in ancestry:
        plain = np.ndarray.view(value, np.ndarray)  # type: ignore[call-overload]
        real = plain.ndim == 0 and plain.dtype.kind in "fiu" and not _masked(ancestry)
        return (float(plain), "0d") if real else None
    try:
        if np.number in ancestry:
            return None if np.complexfloating in ancestry else (float(asarray(value)), "numpy")
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
    """`value` as a record: `kind` and `type`, and further keys for that kind.

    Kinds: none; number (`number`, and `dtype` if it is NumPy's); array (`shape`, `dtype`, and
    `array` unless it is too large or not real); sequence (`family`, `length`; `numbers` and `flavours` if
    all items are numbers, else the first `items`); other.
    """
    if type(value) is float:  # by far the most common, next to plain arrays
        return {"type": "float", "kind": "number", "number": value}
    if type(value) is ndarray:
        return {"type": "ndarray"} | _array(value, ())
    ancestry = kinds(value)
    record: dict[str, Any] = {"type": _type_name(type(value))}
    if value is None:
        return record | {"kind": "none"}
    if np.ndarray in ancestry:
        return record | _array(value, ancestry)
    found = number(value)
    if found is not None:
        precision = {"dtype": str(asarray(value).dtype)} if np.number in ancestry else {}
        return record | {"kind": "number", "number": found[0]} | precision
    for family in (list, tuple, collections.deque):
        if family in ancestry:
            return record | _sequence(value, family, depth)
    return record | {"kind": "other"}


def floats(items: list[Any] | tuple[Any, ...]) -> bool:
    """Whether all items are plain floats."""
    for item in items:  # noqa: SIM110  a generator would take twice the time
        if type(item) is not float:
            return False
    return True


def _array(value: Any, ancestry: tuple[type, ...]) -> dict[str, Any]:
    plain = np.ndarray.view(value, np.ndarray)
    record: dict[str, Any] = {"shape": list(plain.shape), "dtype": plain.dtype.str, "kind": "array"}
    if type(value) is not np.ndarray and _masked(ancestry):
        record["kind"] = "other"
    elif plain.ndim == 0 and plain.dtype.kind in "fiu":
        record |= {"kind": "number", "number": float(plain), "dtype": str(plain.dtype)}
    elif plain.dtype.kind in "fiub" and plain.size * plain.itemsize <= MOST_BYTES:
        record["array"] = array(plain, dtype=np.int8 if plain.dtype == np.bool_ else None, order="C")
    return record


def _sequence(value: Any, family: type, depth: int) -> dict[str, Any]:
    length = family.__len__(value)  # type: ignore[attr-defined]
    record: dict[str, Any] = {"kind": "sequence", "family": family.__name__, "length": length}
    if length > MOST_ITEMS:
        return record
    items = list(family.__iter__(value))  # type: ignore[attr-defined]
    if items and floats(items):
        return record | {"numbers": array(items, dtype=float), "flavours": ["float"]}
    numbers = [number(item) for item in items]
    known = [n for n in numbers if n is not None]
    if len(known) == length:
        record["numbers"] = array([n for n, _ in known], dtype=float)
        record["flavours"] = sorted({flavour for _, flavour in known})
    elif depth:
        record["items"] = [describe(item, depth - 1) for item in items[:SHOWN_ITEMS]]
    return record


def describe_exception(error: BaseException, filename: str) -> dict[str, Any]:
    """The exception's type and message, the innermost line of the learner's file, and the outer ones."""
    names = [_type_name(kind) for kind in kinds(error)]
    try:
        message = str.__str__(str(error))[:500]
    except BaseException:
        message = "(its message cannot be shown)"
    lines, line = list[int](), _line_of_syntax_error(error, filename)
    if line is None:
        lines = lines_of(_traceback(error), filename)
        deep = RecursionError in kinds(error)  # then the line that recurses occurs most often
        line = max(lines, key=lines.count) if deep and lines else next(reversed(lines), None)
    text = message.encode("utf-8", "replace").decode()
    stack = lines[:MOST_CALLS]
    return {"type": names[0], "ancestry": names, "message": text, "line": line, "stack": stack}


def _line_of_syntax_error(error: BaseException, filename: str) -> int | None:
    if SyntaxError not in kinds(error):
        return None
    line, place = (SyntaxError.__dict__[name].__get__(error) for name in ("lineno", "filename"))
    known = type(place) is str and place == filename and type(line) is int and 0 < line < MOST_LINES
    return line if known else None


def lines_of(trace: TracebackType | None, filename: str) -> list[int]:
    """The lines of `filename` in a traceback, the outermost first."""
    lines = []
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename and 0 < (trace.tb_lineno or 0) < MOST_LINES:
            lines.append(trace.tb_lineno)
        trace = trace.tb_next
    return lines
