"""An array that tells when it is walked over in C, for a counting pass whose results are thrown away."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from .counting import Spy


class SpyArray(np.ndarray):
    """An ndarray that reports iteration and `tolist` to its `spy`."""

    spy: Spy | None = None

    def __array_finalize__(self, parent: Any) -> None:
        if parent is not None:
            self.spy = getattr(parent, "spy", None)

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


def watched(array: np.ndarray, spy: Spy) -> SpyArray:
    """`array` as a SpyArray that reports to `spy`."""
    seen = array.view(SpyArray)
    seen.spy = spy
    return seen
