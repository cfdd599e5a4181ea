"""Write to stdout and stderr; say nothing if the reader has gone away (`| head`)."""

import errno
import os
import re
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress

from ...report import paint
from ...report.page import WIDEST, Page, cells, harmless, wrap
from .patience import Patience

LOOKING_FOR_A_FIX = "looking for a fix..."


def write(text: str) -> None:
    """Put all of `text` on stdout now, if there is one."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        give_up(error)


def page(widest: int = WIDEST) -> Page:
    """An empty page that fits stdout, of at most `widest` cells."""
    return paint.page_for(sys.stdout, widest)


def put(filled: Page) -> None:
    """Put a page on stdout."""
    write(paint.painted(filled, sys.stdout))


def show(fill: Callable[[Page], object]) -> None:
    """Put a page on stdout once `fill` has filled it."""
    shown = page()
    fill(shown)
    put(shown)


def write_ascii(text: str) -> None:
    """The same for text that is ASCII, whatever the encoding of stdout is."""
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
    """Say something on stderr, if there is one: in rows that fit a terminal, elsewhere in one row."""
    if sys.stderr is not None:
        with suppress(OSError):  # where nobody listens, the exit status says it too
            text = harmless(text, sys.stderr.encoding)
            print("\n".join(_rows(text) if sys.stderr.isatty() else [text]), file=sys.stderr, flush=True)


def _rows(text: str) -> list[str]:
    """The text broken at spaces; a command at its end, which is to be copied, is left whole."""
    width = paint.columns(sys.stderr)
    found = re.match(r"(.*(?::|See)) ((?:python3?|py|kata|export|git|jupyter|\.venv\S*) .*)", text)
    if found is None or cells(text) <= width:
        return wrap(text, width)
    *rows, last = wrap(found[1], width)
    together = f"{last} {found[2]}"
    return [*rows, together] if cells(together) <= width else [*rows, last, f"  {found[2]}"]


def patience(text: str = "grading...", *, wanted: bool = True) -> AbstractContextManager[object]:
    """For a `with` block around slow work: on a terminal it says what goes on, if it takes long."""
    streams = (sys.stdout, sys.stderr)
    if (
        not wanted
        or os.environ.get("TERM") == "dumb"
        or not all(s is not None and s.isatty() for s in streams)
    ):
        return nullcontext()
    return Patience(text)


def give_up(error: OSError) -> None:
    """Stop writing if the reader has gone away; raise any other error."""
    if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL
        raise error
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())  # or the interpreter complains when it flushes at its end
