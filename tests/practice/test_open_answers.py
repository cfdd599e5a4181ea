"""Questions without choices: what is asked, rated and recorded."""

from pathlib import Path
from random import Random

import pytest

from grader.commands.asking.questions import ask
from grader.practice import quiz
from grader.practice.journal import Journal
from grader.practice.questions import Question
from grader.practice.quiz import Answer

from ..helpers.clocks import TestClock
from ..helpers.fakes import QUESTIONS
from ..helpers.persons import Person

OPEN = Question(
    "sum", "adding", "Which of these is 1 + 1?", "", QUESTIONS[0].choices, "What is 1 + 1?", ("It is two.",)
)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty journal."""
    return Journal(tmp_path / ".grader", TestClock())


def test_open_answer_is_rated_point_by_point(journal: Journal) -> None:
    person = Person(["?", "it is  two", "x", "y", "p", "", "n", "y", "y"])
    first, second = ask([OPEN, QUESTIONS[1]], person.screen(), journal, Random(1), is_open=True)
    shown = " ".join("".join(person.shown).split())
    assert "What is 1 + 1?" in shown
    assert " a two" not in shown
    assert "Enter shows a model answer." in shown
    assert "A good answer makes these points 1 It is two. 2 It says none of these" in shown
    assert "'x' is not a rating. y: your answer made this point" in shown
    assert "No point is missing. Point 2 is made only partly." in shown
    assert (first, second.right) == (Answer("sum", True, "it is two", (2, 1)), False)
    assert second.choice == ""
    assert shown.endswith("Point 1 is missing. This question comes back first.")
    given = quiz.answers(journal.read().records)
    assert given == (first, second)
    assert quiz.due(QUESTIONS, given, Random(1))[0].id == second.question


@pytest.mark.parametrize("lines", [["q"], ["two", "q"], ["two"], ["two", "y"], []])
def test_open_answer_that_is_not_rated_is_none(journal: Journal, lines: list[str]) -> None:
    assert list(ask([OPEN], Person(lines).screen(), journal, Random(1), is_open=True)) == []
    assert journal.read().records == ()


def test_open_answer_that_is_put_off_is_shown_at_the_end(journal: Journal) -> None:
    person = Person(["s"])
    assert list(ask([OPEN], person.screen(), journal, Random(1), is_open=True)) == []
    assert "What is 1 + 1?\n\n  Right  two\n" in person.shown[-1]
