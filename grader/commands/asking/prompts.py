"""Where a person reads what is asked and types what is answered, a line at a time."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from ...report import paint, quiz
from ...report.page import Page, wrap
from ...terminal.keys import without_sequences
from ...terminal.signals import when_resized
from ..shared import output

HELP = "?"
ANSWER_CELLS = 2
CLEAR = "\x1b[H\x1b[J"
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


def pick(
    screen: Screen, prompt: str, above: Fill, known: Mapping[str, int | Wish], what: str, how: str
) -> int | Wish:
    """What the word that is typed stands for; QUIT where the input ends.

    A word that is not `known` is refused as not a `what`, and it is said `how` to answer.
    """
    while True:
        try:
            line = screen.read(prompt, above)
        except EOFError:
            return Wish.QUIT
        typed = without_sequences(line).strip()
        if (word := typed.lower().rstrip(".)")) in known:
            return known[word]
        page = screen.page()
        said = "" if typed in ("", HELP) else f"'{page.crop(typed, 20)}' is not a {what}. "
        screen.show(quiz.note(page, said + how))


def terminal() -> Screen:
    """The screen of this process."""
    return Screen(
        page=lambda: paint.page_for(sys.stdout),
        show=lambda page: output.write("\n" + paint.painted(page, sys.stdout)),
        read=_read,
    )


def _in_rows(prompt: str) -> str:
    """A prompt below an empty row, broken at spaces, with room for an answer behind it."""
    return "\n" + "\n".join(wrap(prompt, paint.columns(sys.stdout) - ANSWER_CELLS)) + " "


def _read(prompt: str, above: Fill) -> str:
    def draw_again() -> None:
        output.write(CLEAR + paint.painted(above(paint.page_for(sys.stdout)), sys.stdout) + _in_rows(prompt))

    output.write(_in_rows(prompt))
    with when_resized(lambda: paint.columns(sys.stdout), draw_again):
        line = sys.stdin.buffer.readline()  # bytes: what is typed need not be in the terminal's encoding
    if not line:
        raise EOFError
    return line.decode(sys.stdin.encoding, errors="replace")
