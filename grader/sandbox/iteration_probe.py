"""An array that tells when it is walked over in C, for a pass whose results are thrown away.

`sum`, `list`, `tolist`, star expressions and `np.vectorize` give no Python frames that could be counted. An
array subclass hears of them; what would make a plain array of it is replaced while the pass goes on.
"""

import array
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from .counting import Spy

_names = getattr(getattr(np.broadcast_to, "__wrapped__", None), "__globals__", {})
BROADCAST = getattr(_names.get("_broadcast_to"), "__code__", None)
"""NumPy's own way to a broadcast view, which makes an `nditer` and does not walk it."""


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
    """Have what makes plain arrays keep a SpyArray one, and what takes them apart tell the spy.

    Args:
        spy: who is told.
        names: the globals of the submission, where the same functions may stand under names of their own.
    """
    others: dict[Any, Any] = {getattr(np, name): _keeping(getattr(np, name), spy) for name in MAKERS}
    others[np.nditer] = _noting(np.nditer, spy, _items)
    others[struct.unpack] = _noting(struct.unpack, spy, len)
    others[array.array] = _numbers(spy)
    places = [vars(np), vars(struct), vars(array), names]
    # What a submission has may compare as it likes; and the guard hears of `id`, which takes longer.
    before = [
        (place, name, one)
        for place in places
        for name, value in place.items()
        for one in others
        if value is one
    ]
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
        if sys._getframe(1).f_code is not BROADCAST:  # it only asks the walk for a view
            spy.note(length(result))
        return result

    return made


def _items(walk: Any) -> int:
    """How many steps an `nditer` makes."""
    first = walk.value
    return int(walk.itersize // max(1, np.size(first[0] if isinstance(first, tuple) else first)))


def _numbers(spy: Spy) -> type:
    class Numbers(array.array):  # type: ignore[type-arg]
        def __iter__(self) -> Iterator[Any]:
            spy.note(len(self))
            return super().__iter__()

        def tolist(self) -> list[Any]:
            spy.note(len(self))
            return super().tolist()

    return Numbers
