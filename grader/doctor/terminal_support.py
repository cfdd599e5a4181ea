"""The terminal: its width, and whether it supports colour, Unicode and single keys."""

import os
from typing import TextIO

from ..report import paint
from ..report.doctor import Line
from ..report.page import ASCII

NARROW, WIDE = 60, 100


def screen(stdin: TextIO | None, stdout: TextIO | None) -> list[Line]:
    """Check width, colour, Unicode and keys."""
    return [_width(stdout), _colour(stdout), _unicode(stdout), _keys(stdin, stdout)]


def _width(stdout: TextIO | None) -> Line:
    width = paint.columns(stdout)
    said = f"{width} columns"
    if width < NARROW:
        remedy = f"Make the window wider: from {NARROW} columns on, everything fits well."
        return Line("warning", "width", said, remedy)
    beside = f"; from {WIDE} columns on, compare shows code side by side" if width < WIDE else ""
    return Line("ok", "width", said + beside)


def _colour(stdout: TextIO | None) -> Line:
    if os.environ.get("NO_COLOR"):
        return Line("ok", "colour", "off, because NO_COLOR is set")
    if stdout is not None and paint.shows_colour(stdout):
        return Line("ok", "colour", "on")
    why = "TERM is dumb" if os.environ.get("TERM") == "dumb" else "the output is not a terminal"
    return Line("ok", "colour", f"off: {why}; colour never carries the meaning alone")


def _unicode(stdout: TextIO | None) -> Line:
    page = paint.page_for(stdout)
    if page.symbols is ASCII:
        remedy = "It reads well; for better symbols use a UTF-8 locale, or set PYTHONUTF8=1."
        return Line("warning", "Unicode", f"no: the output is {page.encoding}, so symbols are ASCII", remedy)
    return Line("ok", "Unicode", f"yes ({page.encoding})")


def _keys(stdin: TextIO | None, stdout: TextIO | None) -> Line:
    if not all(stream is not None and stream.isatty() for stream in (stdin, stdout)):
        return Line("ok", "single keys", "none: this is not a terminal, and no command waits for a key")
    return Line("ok", "single keys", "yes")
