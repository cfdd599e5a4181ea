"""Where a person reads what is asked, and presses a key or types a line to answer."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto

from ...report import paint, quiz
from ...report.page import Page, wrap
from ...terminal.keys import END_OF_FILE, ESCAPE, Keys, without_sequences
from ...terminal.signals import when_resized
from ..shared import output

HELP = "?"
ANSWER_CELLS = 2
CLEAR = "\x1b[H\x1b[J"
PASSED_OVER = ("\r", "\n", ESCAPE)
"""Enter behind a key is a habit, and no answer to the next question."""
Fill = Callable[[Page], Page]


class Wish(Enum):
    """What may be typed in place of a choice."""

    SKIP = auto()
    QUIT = auto()


@dataclass(frozen=True)
class Screen:
    """Where a person reads and types."""

    page: Callable[[], Page]  # gives an empty page of the present width
    show: Callable[[Page], None]  # puts a page under what is there
    # shows a prompt and gives the line that was typed; EOFError where the input has ended. It is told what
    # stands above the prompt, to draw that again where the width changes.
    read: Callable[[str, Fill], str]
    key: Callable[[str, Fill], str]  # the same for a single key, without Enter


def pick(
    screen: Screen, prompt: str, above: Fill, known: Mapping[str, int | Wish], what: str, how: str
) -> int | Wish:
    """What the key that is pressed stands for; QUIT where the input ends.

    A key that is not `known` is refused as not a `what`, and it is said `how` to answer.
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
        page=output.page,
        show=lambda page: output.write("\n" + paint.painted(page, sys.stdout)),
        read=_read,
        key=_key,
    )


def _in_rows(prompt: str) -> str:
    """A prompt below an empty row, broken at spaces, with room for an answer behind it."""
    return "\n" + "\n".join(wrap(prompt, paint.columns(sys.stdout) - ANSWER_CELLS)) + " "


def _read(prompt: str, above: Fill) -> str:
    with _prompted(prompt, above):
        line = sys.stdin.buffer.readline()  # bytes: what is typed need not be in the terminal's encoding
    if not line:
        raise EOFError
    return line.decode(sys.stdin.encoding, errors="replace")


def _key(prompt: str, above: Fill) -> str:
    with _prompted(prompt, above), Keys(sys.stdin) as keys:
        while (key := keys.next()) in PASSED_OVER:
            continue
    if key == END_OF_FILE:
        raise EOFError
    output.write(f"{key if key.isprintable() else ''}\n")
    return key


@contextmanager
def _prompted(prompt: str, above: Fill) -> Iterator[None]:
    """Show a prompt and, where the width changes meanwhile, draw it again with what is above it."""

    def draw_again() -> None:
        output.write(CLEAR + paint.painted(above(output.page()), sys.stdout) + _in_rows(prompt))

    drawn = paint.columns(sys.stdout)
    output.write(_in_rows(prompt))
    with when_resized(drawn, lambda: paint.columns(sys.stdout), draw_again):
        yield
