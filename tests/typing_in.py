"""A pseudo-terminal (POSIX): the real program in it, what is typed, and what it shows."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

PATIENCE = 60.0
OWN_TERMINAL = """\
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Makes the pseudo-terminal the one from which Ctrl-C reaches the program, and becomes the program."""


class Terminal:
    """A program in a terminal of its own; to be used in a `with` statement.

    Args:
        arguments: of `python`.
        folder: where it runs.
        size: rows and columns.
    """

    def __init__(self, arguments: Sequence[str], folder: Path, size: tuple[int, int] = (24, 80)) -> None:
        self._own, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        hidden = ("COLUMNS", "LINES", "FORCE_COLOR", "GRADER_TRACEBACK")
        environment = {k: v for k, v in os.environ.items() if k not in hidden}
        environment |= {"TERM": "xterm-256color", "NO_COLOR": "1", "PYTHONPATH": str(folder)}
        self._process = subprocess.Popen(
            [sys.executable, "-c", OWN_TERMINAL, *arguments],
            cwd=folder, env=environment, stdin=other, stdout=other, stderr=other, start_new_session=True,
        )  # fmt: skip
        os.close(other)
        self.shown = ""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._own)

    def wait_for(self, text: str) -> str:
        """All that was shown, as soon as `text` is in what was not waited for before."""
        end, start = time.monotonic() + PATIENCE, len(self.shown)
        while text not in self.shown[start:]:
            if time.monotonic() > end or not self._read(end - time.monotonic()):
                raise AssertionError(f"{text!r} was not shown, but {self.shown[start:]!r}")
        return self.shown

    def type(self, text: str) -> None:
        """Type it."""
        os.write(self._own, text.encode())

    def ended(self) -> int:
        """The exit status, once all was shown."""
        end = time.monotonic() + PATIENCE
        while self._read(end - time.monotonic()):
            pass
        return self._process.wait(PATIENCE)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._own], [], [], max(seconds, 0.0))[0]:
            return False
        try:
            found = os.read(self._own, 65_536)
        except OSError:  # Linux says so when the other end is closed
            return False
        self.shown += found.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(found)
