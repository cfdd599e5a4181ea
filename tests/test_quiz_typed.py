"""The quiz as it is used: the real program in a pseudo-terminal, answered by typing."""

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.kata import find_kata
from grader.practice.clock import SystemClock
from grader.practice.journal import Journal
from grader.practice.questions import Question

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from .typist import Typist

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = find_kata(None).questions
PROMPT = r"for help\):$"

Start = Callable[..., Typist]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A checkout of its own, so that nobody's journal is written."""
    for name in ("grader", "exercises"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", ".grader"))
    return tmp_path


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Starts the quiz in a terminal."""
    begun: list[Typist] = []

    def start(*arguments: str, **options: object) -> Typist:
        begun.append(Typist(home, "quiz", *arguments, **options))  # type: ignore[arg-type]
        return begun[-1]

    yield start
    for typist in begun:
        typist.leave()


def answers(home: Path) -> list[tuple[str, bool]]:
    """What the journal remembers."""
    past = Journal(home / "exercises" / ".grader", SystemClock()).read()
    return [(record.facts["question"], record.facts["right"]) for record in past.of("answer")]


def asked(typist: Typist) -> Question:
    """The question that is on the screen last."""
    shown = typist.see(PROMPT).rpartition("Question ")[2]
    return next(question for question in QUESTIONS if question.text in shown)


def letter(typist: Typist, question: Question, *, right: bool) -> str:
    """The letter of a right or of a wrong choice, as it stands on the screen."""
    shown = typist.see(PROMPT).rpartition("Question ")[2]
    choice = next(choice for choice in question.choices if choice.right is right)
    found = re.search(rf" ([a-d]) {re.escape(choice.text)}(?= [b-d] | Your answer)", shown)
    assert found is not None, shown
    return found[1]


def test_answers_wrong_keys_and_quitting(start: Start, home: Path) -> None:
    typist = start("--count", "3", "--topic", "normal")
    first = asked(typist)
    choice = letter(typist, first, right=False)
    typist.type("\x1b[A\n")
    typist.see("is no choice. Type a letter from a to d and Enter")
    typist.see(PROMPT)
    typist.type(f"{choice}\n")
    second = asked(typist)
    right = first.choices[first.right]
    assert "✗ Wrong" in typist.text
    assert f"{right.text} {right.why}" in typist.text
    assert answers(home) == [(first.id, False)]
    typist.type(f"{letter(typist, second, right=True)}\n")
    typist.see("✓ Right")
    typist.see("Question 3 of 3: normal equation")
    typist.see(PROMPT)
    typist.type("q\n")
    assert typist.end() == 0
    assert "1 of 2 right normal equation 1 of 2" in typist.text
    assert answers(home) == [(first.id, False), (second.id, True)]
    again = start()
    assert asked(again) == first


def test_interrupted_quiz_has_kept_what_was_answered(start: Start, home: Path) -> None:
    typist = start()
    question = asked(typist)
    typist.type(f"{letter(typist, question, right=True)}\n")
    typist.see(rf"Right.*{PROMPT}")
    typist.type("\x03")
    assert typist.end() == 130
    assert "1 of 1 right" in typist.text
    assert "Interrupted." in typist.text
    assert "Traceback" not in typist.text
    assert answers(home) == [(question.id, True)]


def test_end_of_the_input_ends_the_quiz(start: Start, home: Path) -> None:
    typist = start(columns=60, environment={"NO_COLOR": ""})
    typist.see(PROMPT)
    typist.type("\xff\n")
    typist.see(f"is no choice.*{PROMPT}")
    typist.type("\x04")
    assert typist.end() == 0
    assert "No question was answered." in typist.text
    assert answers(home) == []


def test_journal_that_cannot_be_kept_is_told_and_the_quiz_goes_on(start: Start, home: Path) -> None:
    (home / "exercises" / ".grader").write_text("no folder", encoding="utf-8")
    typist = start("--count", "2")
    typist.see(PROMPT)
    typist.type("a\n")
    typist.see("cannot be written")
    typist.see("The answers are not remembered this time.")
    typist.see("Question 2 of 2")
    typist.see(PROMPT)
    typist.type("b\n")
    assert typist.end() == 0
    assert "of 2 right" in typist.text


def test_damaged_journal_is_mentioned(start: Start, home: Path) -> None:
    (home / "exercises" / ".grader").mkdir()
    (home / "exercises" / ".grader" / "journal.jsonl").write_text("half a li\n", encoding="utf-8")
    typist = start("--count", "1")
    assert "line 1 is damaged and was passed over." in typist.see(PROMPT)
