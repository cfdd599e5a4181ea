"""An array that reports when C code iterates over it, for calls whose results are not used.

`sum`, `list`, `tolist`, star expressions and `np.vectorize` run no Python code that could be counted. A
subclass of the array type detects them. Functions that would turn it into a plain array are replaced
meanwhile.
"""

import array
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from .instruction_count import Spy

_names = getattr(getattr(np.broadcast_to, "__wrapped__", None), "__globals__", {})
BROADCAST = getattr(_names.get("_broadcast_to"), "__code__", None)
"""NumPy's own function for a broadcast view: it makes an `nditer` but does not iterate over it."""


class SpyArray(np.ndarray):
    """An ndarray that reports iteration, `tolist` and work on Python objects to its `spy`."""

    spy: Spy | None = None

    def __array_finalize__(self, parent: Any) -> None:
        if parent is not None:
            self.spy = getattr(parent, "spy", None)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, out: Any = (), **more: Any) -> Any:
        on_objects = all(set(kind) <= set("O->") for kind in ufunc.types)  # made by frompyfunc
        for given in inputs:
            if isinstance(given, np.ndarray) and self.spy is not None and (on_objects or given.dtype == "O"):
                self.spy.note(given.size)
        if out:
            more["out"] = tuple(_plain(one) for one in out)
        result = getattr(ufunc, method)(*(_plain(one) for one in inputs), **more)
        if out:
            return out if len(out) > 1 else out[0]
        return tuple(map(self._wrapped, result)) if isinstance(result, tuple) else self._wrapped(result)

    def _wrapped(self, result: Any) -> Any:
        return watched(result, self.spy) if isinstance(result, np.ndarray) and self.spy else result

    def _note(self) -> None:
        if self.spy is not None and self.ndim:
            self.spy.note(self.shape[0] if self.ndim == 1 else self.size // self.shape[-1])

    def __iter__(self) -> Iterator[Any]:
        if self.spy is not None and self.ndim:
            self.spy.note(self.shape[0])
        return super().__iter__()  # type: ignore[no-any-return,misc,unused-ignore]

    def tolist(self) -> Any:
        self._note()
        return super().tolist()


def _plain(value: Any) -> Any:
    return value.view(np.ndarray) if isinstance(value, SpyArray) else value


def watched(array: np.ndarray, spy: Spy) -> SpyArray:
    """`array` as a SpyArray that reports to `spy`."""
    seen = array.view(SpyArray)
    seen.spy = spy
    return seen


MAKERS = ("asarray", "array", "ascontiguousarray", "asfortranarray", "require", "asarray_chkfinite", "copy")


@contextmanager
def replaced_makers(spy: Spy, names: dict[str, Any]) -> Iterator[None]:
    """Make array constructors preserve a SpyArray, and functions that take arrays apart tell the spy.

    Args:
        spy: the spy that is told.
        names: the globals of the submission, which may hold the same functions under other names.
    """
    others: dict[Any, Any] = {getattr(np, name): _keeping(getattr(np, name), spy) for name in MAKERS}
    others[np.nditer] = _noting(np.nditer, spy, _items)
    others[struct.unpack] = _noting(struct.unpack, spy, len)
    others[array.array] = _numbers(spy)
    places = [vars(np), vars(struct), vars(array), names]
    # Use `is`: a submission's objects may redefine `==`, and `id` is slower because it raises an audit event.
    bound = [(place, name, value) for place in places for name, value in place.items()]
    before = [(place, name, one) for place, name, value in bound for one in others if value is one]
    for place, name, value in before:
        place[name] = others[value]
    try:
        yield
    finally:
        for place, name, value in before:
            place[name] = value


def _keeping(make: Callable[..., Any], spy: Spy) -> Callable[..., Any]:
    def made(given: Any, *args: Any, **named: Any) -> Any:
        result = make(given, *args, **named)
        return watched(result, spy) if isinstance(given, SpyArray) else result

    return made


def _noting(make: Callable[..., Any], spy: Spy, length: Callable[[Any], int]) -> Callable[..., Any]:
    def made(*args: Any, **named: Any) -> Any:
        result = make(*args, **named)
        if sys._getframe(1).f_code is not BROADCAST:  # that only takes a view from the iterator
            spy.note(length(result))
        return result

    return made


def _items(walk: Any) -> int:
    """The number of steps that an `nditer` makes."""
    first = walk.value
    return int(walk.itersize // max(1, np.size(first[0] if isinstance(first, tuple) else first)))


def _numbers(spy: Spy) -> type:
    class CountedArray(array.array):  # type: ignore[type-arg]
        def __iter__(self) -> Iterator[Any]:
            spy.note(len(self))
            return super().__iter__()

        def tolist(self) -> list[Any]:
            spy.note(len(self))
            return super().tolist()

    return CountedArray
