"""Add audit events to imports, and to functions that make files or processes without raising one."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

AUDIT_GAPS = {
    "os": ("mkfifo", "mknod"),
    "posix": ("mkfifo", "mknod"),
    "signal": ("pidfd_send_signal",),
    "_signal": ("pidfd_send_signal",),
    "_posixsubprocess": ("fork_exec",),
    "_posixshmem": ("shm_open", "shm_unlink"),
}


def announce() -> None:
    """Replace each function that the platform has by one that raises an audit event first."""
    for name, functions in AUDIT_GAPS.items():
        try:
            module = import_module(name)
        except ImportError:
            continue
        for function in functions:
            if hasattr(module, function):
                setattr(module, function, _announced(function, getattr(module, function)))
    sys.meta_path.insert(0, _Announcer)
    _announce_semaphores()
    for name in ("os", "posix"):
        if name in sys.modules:
            sys.modules[name].open = _announced_open(sys.modules[name].open)  # type: ignore[attr-defined]


class _Announcer:
    """A finder that finds nothing: it only announces imports that raise no event, such as `importlib`'s."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        """Raise an audit event for the import."""
        sys.audit("kata.import", name)


def _announce_semaphores() -> None:
    """Announce semaphores: `multiprocessing` makes a file for each, and process pools start with one."""
    if os.name != "posix":
        return
    try:
        made: Any = import_module("_multiprocessing")
    except ImportError:
        return

    class SemLock(made.SemLock):  # type: ignore[misc]
        def __new__(cls, *args: Any, **named: Any) -> Any:
            sys.audit("kata.semaphore")
            return super().__new__(cls, *args, **named)

    made.SemLock = SemLock


def _announced(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **named: Any) -> Any:
        sys.audit(f"kata.{name}", *args[:1])
        return function(*args, **named)

    return call


def _announced_open(function: Callable[..., int]) -> Callable[..., int]:
    def open(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if dir_fd is None:
            return function(path, flags, mode)
        sys.audit("kata.open_at", path, flags, dir_fd)
        return function(path, flags, mode, dir_fd=dir_fd)

    return open
