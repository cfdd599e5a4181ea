"""The line that a person types: keys that erase, the end, and what is written to the terminal."""

import pyte
import pytest

from grader.terminal.line import Line


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("two  words", "two  words"),
        ("tow\x7f\bwo", "two"),
        ("\x7f\x7fa", "a"),
        ("one two\x17three", "onethree"),
        ("one \x17two", "two"),
        ("one two\x15three", "three"),
        ("a\x1b[Db\x1bOAc\td", "abcd"),
        ("résumé 数\x7f", "résumé "),
    ],
)
def test_keys_that_erase_and_keys_that_are_none(typed: str, text: str) -> None:
    line = Line()
    line.take(typed)
    assert line.text == text
    assert not line.is_over
    line.take("!\nmore")
    assert (line.text, line.is_over) == (text + "!", True)


def test_end_of_input_is_the_end_of_the_line_unless_it_is_empty() -> None:
    line = Line()
    with pytest.raises(EOFError):
        line.take("\x04")
    line.take("all\x04")
    assert (line.text, line.is_over) == ("all", True)


@pytest.mark.parametrize(
    ("text", "start"), [("twelve signs", 0), ("twelve signs", 3), ("ten to the 10th", 9), ("数数数数数数", 2)]
)
def test_screen_shows_the_line_across_rows(text: str, start: int) -> None:
    screen = pyte.Screen(10, 8)
    stream = pyte.Stream(screen)
    stream.feed("above\r\n")
    stream.feed("." * start)
    line = Line()
    for key in [*text, *["\x7f"] * len(text), *text, "\x15", "x"]:  # the whole line twice, and erased
        line.take(key)
        stream.feed(line.update(start, 10))
        shown = "".join(screen.display[1:]).replace(" ", "")
        assert shown == "." * start + line.text.replace(" ", "")
    assert screen.display[0].rstrip() == "above"
