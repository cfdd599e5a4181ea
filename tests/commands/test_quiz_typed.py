"""The quiz as a person uses it: the real program in a pseudo-terminal, with typed answers."""

import re
import signal
import sys
import time
from pathlib import Path

import pytest

from grader.terminal.signals import when_resized

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from ..helpers.checkouts import Checkout, lay_out
from ..helpers.forked import PROGRAM, Command
from ..helpers.sessions import answer, asked, prompted
from ..helpers.terminals import Terminal


@pytest.fixture
def home(tmp_path: Path) -> Checkout:
    """A separate checkout, so that no real journal is written."""
    return lay_out(tmp_path, *PROGRAM, "exercises")


def quiz(home: Checkout, *options: str, typed_before: str = "") -> Terminal:
    """The quiz in its own pseudo-terminal, without colours."""
    command = Command(("quiz", *options), home.root)
    return Terminal(command, folder=home.root, variables={"NO_COLOR": "1"}, typed_before=typed_before)


def answers(home: Checkout) -> list[tuple[str, bool]]:
    """The recorded answers: the question, and whether it was answered right."""
    past = home.journal.read().of("answer")
    return [(record.facts["question"], record.facts["right"]) for record in past]


def test_answers_wrong_keys_and_quitting(home: Checkout) -> None:
    with quiz(home, "--count", "3", "--topic", "normal") as terminal:
        first, _ = asked(terminal, 1)
        terminal.press("\x1b[Az\x1bOB")
        prompted(terminal, "'z' is not a choice. Press a letter from a to d;")
        answer(terminal, 1, right=False)
        second, _ = asked(terminal, 2)
        right = first.choices[first.right]
        assert "✗ Wrong" in terminal.shown
        assert "\x1b[1;31m" not in terminal.seen
        assert f"{right.text} {right.why}" in terminal.shown
        assert answers(home) == [(first.id, False)]
        answer(terminal, 2, right=True)
        prompted(terminal, "✓ Right", "Question 3 of 3: normal equation")
        terminal.press("q")
        assert terminal.ended() == 0
        assert "1 of 2 right normal equation 1 of 2" in terminal.shown
    assert answers(home) == [(first.id, False), (second.id, True)]
    with quiz(home) as again:
        assert asked(again, 1)[0] == first


@pytest.mark.parametrize("options", [(), ("--open",)])
def test_key_before_the_question_is_ignored(home: Checkout, options: tuple[str, ...]) -> None:
    with quiz(home, "--count", "1", *options, typed_before="b\n") as terminal:
        terminal.wait_for("for help):")
        time.sleep(0.3)
        assert "Right" not in terminal.shown
        assert "Wrong" not in terminal.shown
        assert "Point 1" not in terminal.shown
        terminal.press("q\n")
        assert terminal.ended() == 0
    assert answers(home) == []


def test_open_quiz_and_a_resize(home: Checkout) -> None:
    with quiz(home, "--open", "--count", "1") as terminal:
        terminal.wait_for("Say or type your answer, then press Enter (? for help):")
        assert not re.search(r"^  a  ", terminal.screen, re.MULTILINE)
        wide = terminal.screen
        terminal.resize(44, 40)
        terminal.wait_until(lambda screen: screen.count("Question 1 of 1") == 1 and screen != wide, "redrawn")
        terminal.wait_for("Question 1 of 1", "for help):")
        assert terminal.screen.endswith("then press Enter\n(? for help):")
        words = " ".join(wide.partition("Question")[2].split())
        assert "│" in wide or words in terminal.shown  # no word is cut off
        terminal.press("?\n")
        terminal.wait_until(
            lambda screen: screen.endswith("(? for help):") and "Answer as you would" in screen, "the help"
        )
        terminal.press("becausf\x7fe")
        terminal.wait_for("for help): because")
        terminal.resize(50, 40)
        terminal.wait_until(lambda screen: screen.endswith("for\nhelp): because"), "what was typed")
        terminal.signal(signal.SIGSTOP)
        terminal.shell_says("\r\nwhat the shell says\r\n")
        terminal.signal(signal.SIGCONT)
        terminal.wait_until(
            lambda screen: screen.endswith("for\nhelp): because") and "shell" not in screen, "the question"
        )
        terminal.press(" of d\x17 n\n")
        for number, key in ((1, "y"), (2, "p"), (3, "n")):
            terminal.wait_for(f"Point {number} of 3: ")
            terminal.press(key)
        assert terminal.ended() == 0
        assert "Point 3 was not made. This question comes back first. 0 of 1 right" in terminal.shown
        assert "quiz --open" in terminal.shown
    (record,) = home.journal.read().of("answer")
    assert (record.facts["choice"], record.facts["ratings"]) == ("because of n", [2, 1, 0])


def test_interrupted_quiz_has_kept_what_was_answered(home: Checkout) -> None:
    with quiz(home) as terminal:
        question = answer(terminal, 1, right=True)
        prompted(terminal, "✓ Right", "Question 2 of")
        terminal.press("\x03")
        assert terminal.ended() == 130
        assert "1 of 1 right" in terminal.shown
        assert "Interrupted." in terminal.shown
        assert "Traceback" not in terminal.shown
    assert answers(home) == [(question, True)]


def test_end_of_the_input_ends_the_quiz(home: Checkout) -> None:
    with Terminal(Command(("quiz",), home.root), folder=home.root, size=(60, 40)) as terminal:
        prompted(terminal)
        terminal.press("\xff")
        terminal.press("z")
        prompted(terminal, "is not a choice")
        terminal.press("\x04")
        assert terminal.ended() == 0
        assert "No question was answered." in terminal.shown
    assert answers(home) == []


def test_journal_error_is_shown_and_the_quiz_continues(home: Checkout) -> None:
    home.journal.folder.write_text("no folder", encoding="utf-8")
    with quiz(home, "--count", "2") as terminal:
        prompted(terminal)
        terminal.press("a\n")  # the newline is typed out of habit
        prompted(terminal, "cannot be written", "The answers are not saved this time.", "Question 2 of 2")
        terminal.press("b")
        assert terminal.ended() == 0
        assert "of 2 right" in terminal.shown


def test_damaged_journal_is_mentioned(home: Checkout) -> None:
    home.journal.folder.mkdir()
    home.journal.path.write_text("half a li\n", encoding="utf-8")
    with quiz(home, "--count", "1") as terminal:
        assert "line 1 is damaged and was skipped." in prompted(terminal)


@pytest.mark.parametrize(("width", "times"), [(80, 0), (44, 1)])
def test_width_that_changes_while_the_prompt_is_written_is_seen(width: int, times: int) -> None:
    drawn_again: list[int] = []
    with when_resized(80, lambda: width, lambda: drawn_again.append(width)):
        assert drawn_again == [width] * times
