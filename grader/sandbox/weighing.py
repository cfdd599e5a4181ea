"""The peak of the memory that a call allocates, also where the submission uses tracemalloc itself.

What `mmap` gives is not traced; it is added by its length. While a call is weighed, nothing that can be
reached by the names of `tracemalloc` ends the tracing, takes its peak back or tells of it.
"""

import _tracemalloc  # what `tracemalloc` makes its functions of
import mmap
import sys
from collections.abc import Callable
from typing import Any

_start, _stop, _reset_peak = _tracemalloc.start, _tracemalloc.stop, _tracemalloc.reset_peak
_get_traced_memory = _tracemalloc.get_traced_memory
SILENT = {"stop": None, "reset_peak": None, "clear_traces": None, "is_tracing": False}
"""What would disturb a weighing, and what it says instead."""


class _Now:
    weighing = False
    mapped = 0


class Map(mmap.mmap):
    """Mapped memory that is weighed."""

    def __new__(cls, fileno: int, length: int, *args: Any, **named: Any) -> "Map":
        """The map, with its length noted."""
        made = super().__new__(cls, fileno, length, *args, **named)
        _Now.mapped += len(made)
        return made


def _unless_weighing(function: Callable[..., Any], otherwise: object) -> Callable[..., Any]:
    def called(*args: Any) -> Any:
        return otherwise if _Now.weighing else function(*args)

    called.__name__ = called.__qualname__ = function.__name__
    return called


def take_over() -> None:
    """Replace the functions of `tracemalloc` in SILENT, and `mmap`; once, before anybody can have them."""
    mmap.mmap = Map  # type: ignore[misc]
    for name, otherwise in SILENT.items():
        replaced = _unless_weighing(getattr(_tracemalloc, name), otherwise)
        for module in (_tracemalloc, sys.modules.get("tracemalloc")):
            if module is not None:
                setattr(module, name, replaced)


def peak(call: Callable[[], object]) -> int:
    """Make the call; the most memory in bytes that was allocated in it at any time. Raises what it raises."""
    _start()
    _reset_peak()
    before = _get_traced_memory()[0]
    _Now.weighing, _Now.mapped = True, 0
    try:
        call()
        return _get_traced_memory()[1] - before + _Now.mapped
    finally:
        _Now.weighing = False
        _stop()
