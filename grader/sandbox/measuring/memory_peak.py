"""Measure the peak memory that a call allocates, even if the submission uses tracemalloc itself.

Memory from `mmap` is not traced, so its length is added. While a call is measured, the submission cannot use
`tracemalloc` to stop the tracing, reset its peak or detect it.
"""

import _tracemalloc  # the C functions that `tracemalloc` exports
import mmap
import sys
from collections.abc import Callable
from typing import Any

_start, _stop, _reset_peak = _tracemalloc.start, _tracemalloc.stop, _tracemalloc.reset_peak
_get_traced_memory = _tracemalloc.get_traced_memory
SILENT = {"stop": None, "reset_peak": None, "clear_traces": None, "is_tracing": False}
"""Functions that would disturb the measurement, and what each returns during one."""


class _Now:
    weighing = False
    mapped = 0


class Map(mmap.mmap):
    """An `mmap` whose length is added to the measured memory."""

    def __new__(cls, fileno: int, length: int, *args: Any, **named: Any) -> "Map":
        """Make the map and add its length."""
        made = super().__new__(cls, fileno, length, *args, **named)
        _Now.mapped += len(made)
        return made


def _unless_weighing(function: Callable[..., Any], otherwise: object) -> Callable[..., Any]:
    def called(*args: Any) -> Any:
        return otherwise if _Now.weighing else function(*args)

    called.__name__ = called.__qualname__ = function.__name__
    return called


def take_over() -> None:
    """Replace `mmap` and the functions in SILENT; call this once, before the submission can hold them."""
    mmap.mmap = Map  # type: ignore[misc]
    for name, otherwise in SILENT.items():
        replaced = _unless_weighing(getattr(_tracemalloc, name), otherwise)
        for module in (_tracemalloc, sys.modules.get("tracemalloc")):
            if module is not None:
                setattr(module, name, replaced)


def peak(call: Callable[[], object]) -> int:
    """Make the call; return the peak memory in bytes that it allocated. Raises what the call raises."""
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
