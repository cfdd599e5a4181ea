"""The bell and the title of a terminal, for learners who look at another window."""

import os
from contextlib import suppress
from typing import Self, TextIO

RING = "\a"
KEEP_TITLE, BRING_TITLE_BACK = "\x1b[22;2t", "\x1b[23;2t"


class Bell:
    """Rings and sets the title while the `with` block runs; then the title is as it was before.

    A terminal that says it is dumb has no title; where it is `quiet`, no bell rings.
    """

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream, self._quiet = stream, quiet
        self._dumb = os.environ.get("TERM") == "dumb"

    def __enter__(self) -> Self:
        self._write("" if self._dumb else KEEP_TITLE)
        return self

    def __exit__(self, *_: object) -> None:
        self._write("" if self._dumb else BRING_TITLE_BACK)

    def tell(self, title: str, rings: bool) -> None:
        """Set the title, and ring if that is wanted."""
        entitled = "" if self._dumb else f"\x1b]2;{title}\x1b\\"
        self._write(entitled + (RING if rings and not self._quiet else ""))

    def _write(self, text: str) -> None:
        with suppress(OSError):  # the terminal has gone away, of which a signal tells
            self._stream.write(text)
            self._stream.flush()
