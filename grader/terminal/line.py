"""A line that a person types, kept here and not by the terminal: a new drawing of the screen can show it."""

from collections.abc import Iterable

from ..report.page import cells
from .keys import END_OF_FILE, without_sequences

ENDS, ERASE, ERASE_WORD, ERASE_ALL = "\r\n", "\b\x7f", "\x17", "\x15"


class Line:
    """What was typed so far, and how much of it is on the screen."""

    def __init__(self) -> None:
        self.text = self.shown = ""
        self.is_over = False

    def take(self, typed: str) -> None:
        """Add what was typed, up to the end of the line; keys that erase do so.

        Raises:
            EOFError: at the end of the input, if nothing was typed before.
        """
        for key in without_sequences(typed):
            self.is_over = key in ENDS or key == END_OF_FILE
            if key == END_OF_FILE and not self.text:
                raise EOFError
            if self.is_over:
                return
            if key in ERASE:
                self.text = self.text[:-1]
            elif key == ERASE_WORD:
                self.text = self.text.rstrip().rpartition(" ")[0]
            elif key == ERASE_ALL:
                self.text = ""
            elif key.isprintable():
                self.text += key

    def update(self, start: int, columns: int) -> str:
        """What to write so that the screen shows the line; it starts behind `start` cells of its row."""
        before, self.shown = self.shown, self.text
        if self.text.startswith(before):
            return self.text[len(before) :]
        up = _rows(before, start, columns)
        to_start = "\r" + (f"\x1b[{up}A" if up else "") + (f"\x1b[{start}C" if start else "")
        return to_start + "\x1b[J" + self.text


def _rows(text: Iterable[str], at: int, columns: int) -> int:
    """In how many further rows the text goes on, if it starts `at` this column."""
    rows = 0
    for sign in text:
        if at + cells(sign) > columns:
            rows, at = rows + 1, 0
        at += cells(sign)
    return rows
