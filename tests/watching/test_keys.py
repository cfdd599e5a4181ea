"""Reading single keys from a terminal that another program uses for a while."""

import os
from collections.abc import Iterator
from typing import TextIO

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import termios

from grader.terminal import keys as module
from grader.terminal.keys import LOCAL_MODES, Keys


@pytest.fixture
def pair() -> Iterator[tuple[int, TextIO]]:
    """Both sides of a pseudo-terminal: the side that types, and the program's stdin."""
    master, slave = os.openpty()
    with os.fdopen(slave, encoding="utf-8") as stdin:
        yield master, stdin
    os.close(master)


def is_held(stdin: TextIO) -> bool:
    """True if echo and line editing are off."""
    flags = termios.tcgetattr(stdin.fileno())[LOCAL_MODES]
    return not flags & (termios.ECHO | termios.ICANON)


def test_terminal_is_set_when_the_program_comes_to_the_front(
    pair: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    master, stdin = pair
    before = termios.tcgetattr(stdin.fileno())
    in_front = False
    monkeypatch.setattr(module, "in_front", lambda fd: in_front)
    with Keys(stdin) as keys:
        assert keys.pressed() == []
        assert not is_held(stdin)
        in_front = True
        assert keys.pressed() == []
        assert is_held(stdin)
        termios.tcsetattr(stdin.fileno(), termios.TCSANOW, before)  # as a shell does when it takes over
        os.write(master, b"q")
        assert keys.next() == "q"
    assert termios.tcgetattr(stdin.fileno()) == before


def test_keys_that_were_pressed_before_are_forgotten(pair: tuple[int, TextIO]) -> None:
    master, stdin = pair
    os.write(master, b"y\ny")
    with Keys(stdin) as keys:
        keys.forget()
        os.write(master, b"n")
        assert keys.next() == "n"


def test_what_is_piped_is_kept() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"y\n")
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as stdin:
        with Keys(stdin) as keys:
            keys.forget()
        assert stdin.read() == "y\n"
