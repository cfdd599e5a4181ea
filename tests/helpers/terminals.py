"""Run the real program in a pseudo-terminal, press keys and read the screen."""

import codecs
import fcntl
import os
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

import pyte

from .forked import WORKS, Command, Forked
from .paths import ROOT

PATIENCE = 90.0
"""Seconds that a test waits for something to appear; the machine may be busy."""
LAST = "\0"
"""Marks the end of all output of a program; a screen ignores it."""
LEFT_OUT = ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "GRADER_TRACEBACK")

# Starts a new session whose controlling terminal is stderr, then the program itself in the same process.
# It restores SIGINT, because a process in the background of a shell script ignores Ctrl-C.
OWN_THE_TERMINAL = """\
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.setsid()
fcntl.ioctl(2, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


class NotSeen(AssertionError):
    """Expected text did not appear on the screen."""


class Terminal:
    """A program with its own terminal.

    Args:
        command: the program and its arguments, or a call of the grader.
        size: columns and rows.
        folder: its working directory.
        variables: more environment variables.
        typed_before: what is typed before the program starts.
        options: more arguments of `Popen`, such as another stdin.
    """

    def __init__(
        self,
        command: Sequence[str] | Command,
        *,
        size: tuple[int, int] = (100, 40),
        folder: Path = ROOT,
        variables: Mapping[str, str] = MappingProxyType({}),
        typed_before: str = "",
        **options: Any,
    ) -> None:
        self._screen = pyte.HistoryScreen(*size, history=10_000, ratio=1.0)
        self._stream = pyte.Stream(self._screen)
        self._news = threading.Condition()
        self.seen = ""
        self._drawn = 0
        self.master, slave = os.openpty()
        self.press(typed_before)
        self._set_size(*size)
        self.modes = termios.tcgetattr(slave)
        environment = {key: value for key, value in os.environ.items() if key not in LEFT_OUT}
        environment |= {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1", **variables}
        self.process: subprocess.Popen[bytes] | Forked
        if isinstance(command, Command) and WORKS:
            self.process = Forked(command, folder, environment, [slave] * 3, is_terminal=True)
        else:
            words = command.line if isinstance(command, Command) else command
            streams: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), slave)
            self.process = subprocess.Popen(
                [sys.executable, "-S", "-c", OWN_THE_TERMINAL, *words],
                cwd=folder, env=environment, **(streams | options),
            )  # fmt: skip
        self._slave = slave  # kept open: closing it could lose the last output of the program
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        """Return this terminal."""
        return self

    def shell_says(self, text: str) -> None:
        """Write to the screen, as the shell does while the program is stopped."""
        os.write(self._slave, text.encode())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Kill the program if it still runs, and close the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._slave)
        self._reader.join(PATIENCE)
        os.close(self.master)

    def _read(self) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        while True:
            try:
                raw = os.read(self.master, 1 << 16)
            except OSError:  # the other side is closed
                raw = b""
            with self._news:
                self.seen += decoder.decode(raw)
                self._news.notify_all()
            if not raw:
                return

    @property
    def screen(self) -> str:
        """The current text of the screen."""
        with self._news:
            return self._text()

    def _draw(self) -> None:
        """Feed new output to the screen; done only when it is read, because it is slow."""
        self._stream.feed(self.seen[self._drawn :])
        self._drawn = len(self.seen)

    def _text(self) -> str:
        self._draw()
        return "\n".join(row.rstrip() for row in self._screen.display).rstrip()

    @property
    def scrolled_off(self) -> str:
        """The text in the scroll-back, above the screen."""
        with self._news:
            return self._above()

    def _above(self) -> str:
        self._draw()
        rows = self._screen.history.top
        return "\n".join("".join(row[x].data for x in sorted(row)).rstrip() for row in rows)

    @property
    def shown(self) -> str:
        """The text of scroll-back and screen, with single spaces."""
        with self._news:
            return " ".join(f"{self._above()}\n{self._text()}".split())

    def wait_until(self, true: Callable[[str], bool], what: str) -> str:
        """Wait until `true(screen)` holds, and return the screen's text; `what` describes it in the error."""
        with self._news:
            if not self._news.wait_for(lambda: true(self._text()), PATIENCE):
                raise NotSeen(f"{what}: not seen on\n{self._text()}")
            return self._text()

    def wait_for_raw(self, text: str, start: int) -> None:
        """Wait until this text has been written after the first `start` characters of output."""
        with self._news:
            if not self._news.wait_for(lambda: text in self.seen[start:], PATIENCE):
                raise NotSeen(f"{text!r}: never written")

    def wait_for(self, *texts: str, without: str = "\0") -> str:
        """Wait until all these texts, and not `without`, are on the screen; return its text."""
        return self.wait_until(
            lambda screen: all(text in screen for text in texts) and without not in screen, repr(texts)
        )

    def press(self, keys: str | bytes) -> None:
        """Press keys one after another."""
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, rows: int) -> None:
        """Resize the window."""
        with self._news:
            self._draw()
            self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    def ended(self) -> int:
        """Wait for the end of the program and of its output; return its exit status."""
        status = self.process.wait(PATIENCE)
        try:
            os.write(self._slave, LAST.encode())
        except OSError:  # on BSD the terminal is gone when the session's leader ends
            self._reader.join(PATIENCE)
        else:
            self.wait_for_raw(LAST, 0)
        return status

    def is_as_before(self) -> bool:
        """Whether the terminal has the same modes as before the program started."""
        return termios.tcgetattr(self._slave) == self.modes


def grader(*words: str, clock: Path | None = None) -> list[str]:
    """The command line of the grader; with `clock`, that file sets its clock."""
    return Command(words, clock=clock).line
