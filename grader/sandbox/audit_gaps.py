"""Functions that make files and processes without an audit event: here they get one."""

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
}


def announce() -> None:
    """Put a function that announces itself in the place of each one, where the platform has it."""
    for name, functions in AUDIT_GAPS.items():
        try:
            module = import_module(name)
        except ImportError:
            continue
        for function in functions:
            if hasattr(module, function):
                setattr(module, function, _announced(function, getattr(module, function)))
    for name in ("os", "posix"):
        if name in sys.modules:
            sys.modules[name].open = _announced_open(sys.modules[name].open)  # type: ignore[attr-defined]


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
