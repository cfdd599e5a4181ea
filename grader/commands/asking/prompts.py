"""Show a prompt to a person, and read the key or the line that answers it."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto

from ...report import paint, quiz
from ...report.page import Page, wrap
from ...terminal.keys import END_OF_FILE, ESCAPE, Keys, without_sequences
from ...terminal.signals import when_resized
from ..shared import streams

HELP = "?"
ANSWER_CELLS = 2
CLEAR = "\x1b[H\x1b[J"
PASSED_OVER = ("\r", "\n", ESCAPE)
"""Keys to ignore: many people press Enter after a key, which must not answer the next question."""
Fill = Callable[[Page], Page]


class Wish(Enum):
    """What a person can ask for instead of giving an answer."""

    SKIP = auto()
    QUIT = auto()


@dataclass(frozen=True)
class Screen:
    """The screen and the keyboard of a person, as functions that tests can replace."""

    page: Callable[[], Page]  # gives an empty page of the current width
    show: Callable[[Page], None]  # prints a page below what is on the screen
    # shows a prompt and returns the line that was typed; raises EOFError at the end of input. It also takes
    # what is above the prompt, to redraw that when the width changes.
    read: Callable[[str, Fill], str]
    key: Callable[[str, Fill], str]  # the same for a single key, without Enter


def pick(
    screen: Screen, prompt: str, above: Fill, known: Mapping[str, int | Wish], what: str, how: str
) -> int | Wish:
    """Read a key until it is one of `known`, and return its value there; QUIT at the end of input.

    For any other key, a note says that it is not a `what`, and `how` to answer.
    """
    while True:
        try:
            typed = without_sequences(screen.key(prompt, above)).strip()
        except EOFError:
            return Wish.QUIT
        if (word := typed.lower().rstrip(".)")) in known:
            return known[word]
        page = screen.page()
        said = "" if typed in ("", HELP) else f"'{page.crop(typed, 20)}' is not a {what}. "
        screen.show(quiz.note(page, said + how))


def terminal() -> Screen:
    """The screen of this process."""
    return Screen(
        page=streams.page,
        show=lambda page: streams.write("\n" + paint.painted(page, sys.stdout)),
        read=_read,
        key=_key,
    )


def _in_rows(prompt: str) -> str:
    """A prompt, wrapped, below an empty row, with room for an answer after it."""
    return "\n" + "\n".join(wrap(prompt, paint.columns(sys.stdout) - ANSWER_CELLS)) + " "


def _read(prompt: str, above: Fill) -> str:
    with _prompted(prompt, above):
        line = sys.stdin.buffer.readline()  # bytes: the input may not be valid in the terminal's encoding
    if not line:
        raise EOFError
    return line.decode(sys.stdin.encoding, errors="replace")


def _key(prompt: str, above: Fill) -> str:
    with _prompted(prompt, above), Keys(sys.stdin) as keys:
        while (key := keys.next()) in PASSED_OVER:
            continue
    if key == END_OF_FILE:
        raise EOFError
    streams.write(f"{key if key.isprintable() else ''}\n")
    return key


@contextmanager
def _prompted(prompt: str, above: Fill) -> Iterator[None]:
    """Show a prompt; while it waits, redraw it and what is above it when the width changes."""

    def draw_again() -> None:
        streams.write(CLEAR + paint.painted(above(streams.page()), sys.stdout) + _in_rows(prompt))

    drawn = paint.columns(sys.stdout)
    streams.write(_in_rows(prompt))
    with when_resized(drawn, lambda: paint.columns(sys.stdout), draw_again):
        yield
