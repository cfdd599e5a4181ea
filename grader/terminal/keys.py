"""Read single keys without Enter if stdin is a terminal; otherwise there are none.

Echo and line editing are off inside the `with` block and are restored at its end, even after an exception.
"""

import codecs
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
LOCAL_MODES = 3  # index of the flags for echo and line editing in the list from `tcgetattr`
END_OF_FILE, ESCAPE = "\x04", "\x1b"
SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)  # arrow keys and the like


def without_sequences(line: str) -> str:
    """A typed line without the escape sequences that arrow keys and the like have put into it."""
    return SEQUENCE.sub("", line)


class Keys:
    """The keys that were pressed on `stream`, if it is a terminal."""

    def __init__(self, stream: TextIO | None) -> None:
        self._fd = -1
        self._saved: list[int | list[bytes | int]] | None = None
        self._decoder = codecs.getincrementaldecoder("utf-8")("ignore")
        if stream is not None and stream.isatty():
            self._fd = stream.fileno()

    def __bool__(self) -> bool:
        """Whether this is a terminal, so that keys can be read."""
        return self._fd >= 0

    def __enter__(self) -> Self:
        self.take_hold()
        return self

    def __exit__(self, *_: object) -> None:
        self.give_back()

    def next(self) -> str:
        """Wait for a key; END_OF_FILE if there is no keyboard, or it has gone away."""
        while not (found := keys_in(self.typed())):
            continue
        return found[0]

    def typed(self) -> str:
        """Wait until something is typed, and return it as it came; END_OF_FILE as in `next`."""
        while self:
            if found := self._read():
                return found
            self._wait()
        return END_OF_FILE

    def pressed(self) -> list[str]:
        """The keys pressed since the last call, in lower case; END_OF_FILE if the terminal is gone."""
        return keys_in(self._read())

    if sys.platform == "win32":

        def take_hold(self) -> None:
            """Do nothing: Windows needs no setting."""

        def give_back(self) -> None:
            """Do nothing: there is nothing to restore."""

        def forget(self) -> None:
            """Drop what was typed until now."""
            self._read()

        def _read(self) -> str:
            found = ""
            while self and msvcrt.kbhit():
                key = msvcrt.getwch()
                if key in "\x00\xe0":
                    msvcrt.getwch()  # the second half of an arrow or function key
                else:
                    found += key
            return found

        def _wait(self) -> None:
            time.sleep(LOOK_SECONDS)  # Ctrl-C can interrupt this

    else:

        def take_hold(self) -> None:
            """Switch echo and line editing off if they are on, unless another program has the terminal."""
            if self and in_front(self._fd):
                with suppress(termios.error):  # the terminal is gone; reading it will report that
                    modes = termios.tcgetattr(self._fd)
                    self._saved = self._saved or modes
                    if modes[LOCAL_MODES] & (termios.ECHO | termios.ICANON):
                        tty.setcbreak(self._fd, termios.TCSADRAIN)

        def give_back(self) -> None:
            """Restore echo and line editing."""
            if self._saved is not None and in_front(self._fd):
                termios.tcsetattr(self._fd, termios.TCSADRAIN, self._saved)

        def forget(self) -> None:
            """Drop what was typed until now, unless another program has the terminal."""
            if self and in_front(self._fd):
                with suppress(termios.error):  # the terminal is gone; reading it will report that
                    termios.tcflush(self._fd, termios.TCIFLUSH)

        def _read(self) -> str:
            """What was typed since the last call.

            The shell may change the terminal's modes while this program is in the background, and the program
            does not learn of it. So each call sets them again.
            """
            self.take_hold()
            if not self or not in_front(self._fd) or not select.select([self._fd], [], [], 0)[0]:
                return ""
            try:
                raw = os.read(self._fd, 1024)
            except OSError:
                raw = b""
            return self._decoder.decode(raw) if raw else END_OF_FILE

        def _wait(self) -> None:
            select.select([self._fd] if in_front(self._fd) else [], [], [], LOOK_SECONDS)


def keys_in(text: str) -> list[str]:
    """The single keys in a terminal's input, in lower case, without escape sequences (but a lone Escape)."""
    return [ESCAPE] if text == ESCAPE else list(SEQUENCE.sub("", text).lower())


def in_front(fd: int) -> bool:
    """Whether this program is the terminal's foreground process (on Windows, always)."""
    try:
        return sys.platform == "win32" or os.tcgetpgrp(fd) == os.getpgrp()
    except OSError:
        return True  # not the controlling terminal of this program, so no other program has it
