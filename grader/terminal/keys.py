"""Single keys, without Enter, where a terminal is at the other end of stdin; none elsewhere.

Echo and line editing are off meanwhile and come back with the end of the `with` block, however that ends.
"""

import os
import re
import sys
import time
from contextlib import suppress
from typing import Self, TextIO

if sys.platform == "win32":
    import msvcrt
else:
    import select
    import termios
    import tty

LOOK_SECONDS = 0.02
LOCAL_MODES = 3  # where `tcgetattr` puts the flags for echo and line editing
END_OF_FILE, ESCAPE = "\x04", "\x1b"
SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)  # arrows and the like: one key each


def without_sequences(line: str) -> str:
    """A line as it was typed, without what arrows and the like have put into it."""
    return SEQUENCE.sub("", line)


class Keys:
    """The keys that were pressed on stdin, if it is there, since they were last asked for."""

    def __init__(self, stream: TextIO | None) -> None:
        self._fd = -1
        self._saved: list[int | list[bytes | int]] | None = None
        if stream is not None and stream.isatty():
            self._fd = stream.fileno()

    def __bool__(self) -> bool:
        """Whether keys can be pressed at all."""
        return self._fd >= 0

    def __enter__(self) -> Self:
        self.take_hold()
        return self

    def __exit__(self, *_: object) -> None:
        self.give_back()

    def next(self) -> str:
        """Wait for a key; END_OF_FILE where there is no keyboard, or where it has gone away."""
        while self:
            if found := self.pressed():
                return found[0]
            self._wait()
        return END_OF_FILE

    if sys.platform == "win32":

        def take_hold(self) -> None:
            """There is nothing to set."""

        def give_back(self) -> None:
            """There is nothing to set back."""

        def forget(self) -> None:
            """Drop what was typed until now."""
            self.pressed()

        def pressed(self) -> list[str]:
            """The keys, in order, in lower case."""
            found = []
            while self and msvcrt.kbhit():
                key = msvcrt.getwch()
                if key in "\x00\xe0":
                    msvcrt.getwch()  # the second half of an arrow or function key
                else:
                    found.append(key.lower())
            return found

        def _wait(self) -> None:
            time.sleep(LOOK_SECONDS)  # Ctrl-C gets through meanwhile

    else:

        def take_hold(self) -> None:
            """Switch echo and line editing off, if they are on; not where another program is in front."""
            if self and in_front(self._fd):
                with suppress(termios.error):  # the terminal has gone away, of which reading tells
                    modes = termios.tcgetattr(self._fd)
                    self._saved = self._saved or modes
                    if modes[LOCAL_MODES] & (termios.ECHO | termios.ICANON):
                        tty.setcbreak(self._fd, termios.TCSADRAIN)

        def give_back(self) -> None:
            """Switch them back as they were."""
            if self._saved is not None and in_front(self._fd):
                termios.tcsetattr(self._fd, termios.TCSADRAIN, self._saved)

        def forget(self) -> None:
            """Drop what was typed until now; not where another program has the terminal."""
            if self and in_front(self._fd):
                with suppress(termios.error):  # the terminal has gone away, of which reading tells
                    termios.tcflush(self._fd, termios.TCIFLUSH)

        def pressed(self) -> list[str]:
            """The keys, in order, in lower case; END_OF_FILE where the terminal has gone away.

            The shell sets the terminal as it likes while this program is in the background, and tells
            nobody when it is brought back: so hold is taken at each look.
            """
            self.take_hold()
            if not self or not in_front(self._fd) or not select.select([self._fd], [], [], 0)[0]:
                return []
            try:
                raw = os.read(self._fd, 1024)
            except OSError:
                raw = b""
            return keys_in(raw.decode("utf-8", "ignore")) if raw else [END_OF_FILE]

        def _wait(self) -> None:
            select.select([self._fd] if in_front(self._fd) else [], [], [], LOOK_SECONDS)


def keys_in(text: str) -> list[str]:
    """The single keys of what a terminal sent; Escape is one, escape sequences are none."""
    return [ESCAPE] if text == ESCAPE else list(SEQUENCE.sub("", text).lower())


def in_front(fd: int) -> bool:
    """Whether the terminal listens to this program, and not to one that was started after it was stopped."""
    try:
        return sys.platform == "win32" or os.tcgetpgrp(fd) == os.getpgrp()
    except OSError:
        return True  # it is not the terminal that controls this program, so nobody else has it
