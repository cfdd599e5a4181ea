"""Simulate a person in an interview: a private checkout and clock, and typed answers."""

import os
import re
from pathlib import Path

from grader.kata import find_kata
from grader.practice.interview import InterviewState, state_of
from grader.practice.journal import JournalRecords
from grader.practice.questions import Question

from .checkouts import Checkout, lay_out
from .forked import PROGRAM, Command
from .terminals import Terminal

KATA = find_kata()
STUB, RIGHT = KATA.stub, KATA.solution_path.read_text(encoding="utf-8")
KEYS = "h hint  p problem"
PROMPT = "? for help):"
METHODS = {
    "predict": "return X @ self.w + self.b",
    "compute_loss": "return float(np.mean((y_hat - y) ** 2))",
    "compute_gradients": "error = y_hat - y\n        n = len(y)\n"
    "        return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))",
}


def with_methods(*names: str, **others: str) -> str:
    """The stub with these methods written correctly, and `others` with the given bodies."""
    text = STUB
    for name, body in ({name: METHODS[name] for name in names} | others).items():
        text = text.replace(f'raise NotImplementedError("{name}")', body)
    return text


class Home(Checkout):
    """A checkout in which a file sets the program's clock.

    Args:
        folder: an empty folder for the checkout.
    """

    def __init__(self, folder: Path) -> None:
        (folder / "tests" / "helpers").mkdir(parents=True)
        lay_out(folder, *PROGRAM, "exercises", "solutions")
        super().__init__(folder)
        self._ahead = folder / "ahead"

    def call(self, *options: str, size: tuple[int, int] = (100, 40)) -> Terminal:
        """Start `interview` in its own terminal."""
        return self.called("interview", *options, size=size)

    def called(self, *words: str, size: tuple[int, int] = (100, 40)) -> Terminal:
        """Start a command in its own terminal."""
        return Terminal(self.command(*words), folder=self.root, size=size)

    def command(self, *words: str) -> Command:
        """A command that runs here, with the clock that was set."""
        return Command(words, self.root, self._ahead)

    def put_clock(self, seconds: float) -> None:
        """Set the program's clock this many seconds ahead of the machine's."""
        part = self._ahead.with_suffix(".part")
        part.write_text(str(seconds), encoding="ascii")
        part.replace(self._ahead)

    def save(self, text: str) -> None:
        """Save the exercise by renaming, as many editors do, with a time by the program's clock."""
        part = self.exercise.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        ahead = float(self._ahead.read_text(encoding="ascii")) if self._ahead.exists() else 0.0
        if ahead:
            saved = part.stat().st_mtime + ahead
            os.utime(part, (saved, saved))
        part.replace(self.exercise)

    def past(self) -> JournalRecords:
        """The content of the journal."""
        return self.journal.read()

    def last(self) -> InterviewState:
        """The state of the last interview at the time of the last record."""
        past = self.past()
        found = state_of(past.records, KATA.to_write, past.records[-1].at)
        assert found is not None
        return found


def asked(terminal: Terminal, number: int) -> tuple[Question, dict[str, str]]:
    """Wait for the question with this number; return it, and the letter of each choice by its text."""
    heading = f"Question {number} of"
    screen = terminal.wait_until(
        lambda seen: heading in seen and PROMPT in seen.rpartition(heading)[2], heading
    )
    text, *lettered = re.split(r"\n  ([a-d])  ", screen.rpartition(heading)[2])
    texts = [" ".join(choice.partition("\n\n")[0].split()) for choice in lettered[1::2]]
    question = next(one for one in KATA.questions if one.text in " ".join(text.split()))
    return question, dict(zip(texts, lettered[::2], strict=True))


def prompted(terminal: Terminal, *texts: str) -> str:
    """Wait for these texts with the answer prompt below them; return what is shown then.

    What is typed before that, between two questions, the terminal may edit as a line.
    """
    terminal.wait_until(
        lambda screen: screen.endswith(PROMPT) and all(text in terminal.shown for text in texts), repr(texts)
    )
    return terminal.shown


def answer(terminal: Terminal, number: int, *, right: bool) -> str:
    """Answer the question with this number, and return its id."""
    question, letters = asked(terminal, number)
    choice = next(one for one in question.choices if one.right is right)
    terminal.press(letters[choice.text])
    return question.id
