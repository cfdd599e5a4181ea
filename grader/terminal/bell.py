"""The bell and the title of a terminal, for learners who are looking at another window."""

import os
from contextlib import suppress
from typing import Self, TextIO

RING = "\a"
KEEP_TITLE, BRING_TITLE_BACK = "\x1b[22;2t", "\x1b[23;2t"


class Bell:
    """Rings and sets the title while the `with` block runs, and then restores the old title.

    A dumb terminal (by TERM) has no title; with `quiet`, no bell rings.
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
        """Set the title, and ring if `rings` is true."""
        entitled = "" if self._dumb else f"\x1b]2;{title}\x1b\\"
        self._write(entitled + (RING if rings and not self._quiet else ""))

    def _write(self, text: str) -> None:
        with suppress(OSError):  # the terminal is gone; a signal reports that
            self._stream.write(text)
            self._stream.flush()
