"""Write to stdout and stderr: nothing if the reader has gone away (`| head`), and a word if work is slow."""

import errno
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Timer
from typing import Self

from ...report import paint
from ...report.page import WIDEST, Page, cells, harmless, wrap

LOOKING_FOR_A_FIX = "looking for a fix..."
SLOW_SECONDS = 2.0


def write(text: str) -> None:
    """Write `text` to stdout, if there is one, and flush it."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        give_up(error)


def page(widest: int = WIDEST) -> Page:
    """An empty page that fits stdout, at most `widest` cells wide."""
    return paint.page_for(sys.stdout, widest)


def put(filled: Page) -> None:
    """Print a page to stdout."""
    write(paint.painted(filled, sys.stdout))


def show(fill: Callable[[Page], object]) -> None:
    """Let `fill` fill an empty page, and print it to stdout."""
    shown = page()
    fill(shown)
    put(shown)


def write_ascii(text: str) -> None:
    """Write ASCII text to stdout and flush it, with any encoding of stdout."""
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        write(text)
        return
    try:
        raw.write(text.encode("ascii"))
        raw.flush()
    except OSError as error:
        give_up(error)


def encoding() -> str:
    """The encoding of stdout."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def tell(text: str) -> None:
    """Print a message to stderr, if there is one: wrapped on a terminal, otherwise on one line."""
    if sys.stderr is not None:
        with suppress(OSError):  # if stderr is closed, the exit status still tells
            text = harmless(text, sys.stderr.encoding)
            print("\n".join(_rows(text) if sys.stderr.isatty() else [text]), file=sys.stderr, flush=True)


def _rows(text: str) -> list[str]:
    """Wrap the text, but keep a command at its end on one line, so that it can be copied."""
    width = paint.columns(sys.stderr)
    found = re.match(r"(.*(?::|See)) ((?:python3?|py|kata|export|git|jupyter|\.venv\S*) .*)", text)
    if found is None or cells(text) <= width:
        return wrap(text, width)
    *rows, last = wrap(found[1], width)
    together = f"{last} {found[2]}"
    return [*rows, together] if cells(together) <= width else [*rows, last, f"  {found[2]}"]


def give_up(error: OSError) -> None:
    """Stop writing if the reader has gone away; raise any other error."""
    if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL
        raise error
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())  # otherwise the interpreter complains when it flushes at exit


class slow_notice:  # noqa: N801  used like a function
    """Slow work in a `with` block: on a terminal, `text` is shown if it takes long, and erased at its end."""

    def __init__(self, text: str = "grading...", *, wanted: bool = True) -> None:
        self._text = text
        self._lock = Lock()
        self._is_over = self._is_shown = False
        self._timer = Timer(SLOW_SECONDS, self._show)
        self._timer.daemon = True
        terminals = all(s is not None and s.isatty() for s in (sys.stdout, sys.stderr))
        self._wanted = wanted and terminals and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Self:
        if self._wanted:
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._is_over = True
            if self._is_shown:
                self._write("\r" + " " * len(self._text) + "\r")

    def _show(self) -> None:
        page = paint.page_for(sys.stderr)
        page.row((self._text, "dim"))
        text = paint.painted(page, sys.stderr).rstrip("\n")
        with self._lock:
            if not self._is_over:
                self._is_shown = True
                self._write(text)

    @staticmethod
    def _write(text: str) -> None:
        with suppress(OSError):  # the terminal was closed
            sys.stderr.write(text)
            sys.stderr.flush()
