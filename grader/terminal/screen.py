"""A screen that is redrawn in place (earlier output stays in the scroll-back), its bell and its title."""

import os
import sys
from contextlib import suppress
from typing import Self, TextIO

from ..report import paint
from ..report.page import Page, Row
from .keys import in_front

HOME, REST_OF_ROW, REST = "\x1b[H", "\x1b[K", "\x1b[J"
RING, KEEP_TITLE, BRING_TITLE_BACK = "\a", "\x1b[22;2t", "\x1b[23;2t"
USUAL_SIZE = 80, 24
NEVER = 0, 0  # the size of a screen that was not drawn


class Screen:
    """The visible part of a terminal; a dumb terminal gets one page after another, without escapes."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._dumb = os.environ.get("TERM") == "dumb"
        self._drawn_for = self._seen = NEVER
        self._body = ""
        self._foot: list[Row] = []

    def page(self) -> Page:
        """An empty page as wide as the terminal is now."""
        return paint.page_for(self._stream)

    @property
    def rows(self) -> int:
        """The number of rows of a page that are visible above the foot."""
        return self._present_size()[1] - 1

    def is_stale(self) -> bool:
        """Whether to redraw in the foreground: a drawing was skipped, or a resize has settled."""
        before, self._seen = self._seen, self._present_size()
        return self._seen == before != self._drawn_for and self._is_in_front()

    def open(self) -> None:
        """Push the current content of the screen up into the scroll-back, and start at the top."""
        if sys.platform == "win32":
            os.system("")  # makes the console understand escapes
        if not self._dumb:
            _write(self._stream, "\n" * self._present_size()[1] + HOME)

    def draw(self, body: Page, foot: Page) -> None:
        """Draw the body, and the first row of the foot below it."""
        if not self._is_in_front():
            self._drawn_for = NEVER
            return
        self._drawn_for = self._present_size()
        text = paint.painted(body, self._stream)
        self._foot = foot.rows
        if not self._dumb:
            _write(self._stream, HOME + text.replace("\n", REST_OF_ROW + "\n") + REST + self._painted(foot))
        elif text != self._body:
            _write(self._stream, text + "\n")
        self._body = text

    def draw_foot(self, foot: Page) -> None:
        """Redraw the last row if it has changed."""
        if foot.rows != self._foot and not self._dumb and self._is_in_front():
            _write(self._stream, "\r" + self._painted(foot) + REST_OF_ROW)
            self._foot = foot.rows

    def leave(self) -> None:
        """Erase the foot, so that further output starts there."""
        if not self._dumb:
            _write(self._stream, "\r" + REST_OF_ROW)

    def _is_in_front(self) -> bool:
        return in_front(self._stream.fileno())

    def _painted(self, foot: Page) -> str:
        row = Page(foot.width, foot.encoding, foot.rows[:1])
        return paint.painted(row, self._stream).rstrip("\n")

    def _present_size(self) -> tuple[int, int]:
        try:
            size = os.get_terminal_size(self._stream.fileno())
        except (OSError, ValueError):
            return USUAL_SIZE
        return size.columns or USUAL_SIZE[0], size.lines or USUAL_SIZE[1]


class Bell:
    """Rings and sets the title for learners at another window; restores the old title after the `with` block.

    A dumb terminal (by TERM) has no title; with `quiet`, no bell rings.
    """

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream, self._quiet = stream, quiet
        self._dumb = os.environ.get("TERM") == "dumb"

    def __enter__(self) -> Self:
        _write(self._stream, "" if self._dumb else KEEP_TITLE)
        return self

    def __exit__(self, *_: object) -> None:
        _write(self._stream, "" if self._dumb else BRING_TITLE_BACK)

    def tell(self, title: str, rings: bool) -> None:
        """Set the title, and ring if `rings` is true."""
        entitled = "" if self._dumb else f"\x1b]2;{title}\x1b\\"
        _write(self._stream, entitled + (RING if rings and not self._quiet else ""))


def _write(stream: TextIO, text: str) -> None:
    with suppress(OSError):  # the terminal is gone; a signal reports that
        stream.write(text)
        stream.flush()


def is_there() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()
