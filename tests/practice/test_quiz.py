"""The quiz: the order of the questions, what is asked, with choices and without, recorded and shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.commands.shared.asking import Console, Fill, ask
from grader.practice import quiz
from grader.practice.journal import Journal, Record
from grader.practice.questions import Choice, Question
from grader.practice.quiz import Answer
from grader.report.page import Page
from grader.report.quiz import chosen, model, note, put_off, question, rated, summary

from ..helpers.clocks import START, TestClock
from ..helpers.fakes import QUESTIONS, Fakes, fakes
from ..helpers.goldens import hold_text

__all__ = ["fakes"]
SIZES = {"80": (80, "utf-8"), "60": (60, "utf-8"), "ascii": (80, "ascii")}
SHOWN = Question(
    "gradient",
    "gradient derivation",
    "Of which loss is this the gradient with respect to w, where error is y_hat - y and n is the number of"
    " samples?",
    "dw = X.T @ error / n  # (d,)\nw -= lr * dw",
    (
        Choice("sum(error ** 2) / n", "The 2 comes down when the square is differentiated."),
        Choice(
            "sum(error ** 2) / (2 * n)", "The 1/2 cancels the 2 that comes down from the square.", right=True
        ),
        Choice(
            "Of none: a gradient has to be a column, of shape (d, 1), and this one comes out as (d,)",
            "A gradient has the shape of what it is the gradient of, and here w is (d,); it is the transpose"
            " that turns n errors into d numbers.",
        ),
    ),
)


@dataclass
class Person:
    """Types the given lines, one per prompt, and leaves when there are no more."""

    lines: list[str]
    shown: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)

    def screen(self) -> Console:
        """The screen that this person uses."""
        return Console(lambda: Page(80), lambda page: self.shown.append(page.plain()), self.read, self.read)

    def read(self, prompt: str, above: Fill) -> str:
        """The next line; a line that is a choice's text becomes its letter."""
        if not self.lines:
            raise EOFError
        line = self.lines.pop(0)
        self.above.append(above(Page(80)).plain())
        asked = next(page for page in reversed(self.shown) if page.startswith("Question "))
        rows = [row.split(maxsplit=1) for row in asked.splitlines()]
        return next((row[0] for row in rows if row[1:] == [line]), line) + "\n"


def answered(*facts: tuple[str, bool]) -> list[Answer]:
    """Answers to these questions, given by id, in this order."""
    return [Answer(question, right, "") for question, right in facts]


def ids(questions: Iterable[Question]) -> list[str]:
    """The ids of the questions."""
    return [question.id for question in questions]


def test_wrong_ones_come_first_then_new_ones_then_the_rest() -> None:
    due = quiz.due(QUESTIONS, answered(("sum", True), ("half", False)), Random(1))
    assert ids(due) == ["half", "double", "sum"]


def test_only_the_last_answer_counts() -> None:
    given = answered(("sum", False), ("half", True), ("sum", True), ("half", False), ("double", True))
    assert ids(quiz.due(QUESTIONS, given, Random(1))) == ["half", "sum", "double"]


def test_oldest_comes_first_among_the_wrong_and_among_the_right() -> None:
    for right in (False, True):
        given = answered(("half", right), ("sum", right), ("double", right), ("half", right))
        assert ids(quiz.due(QUESTIONS, given, Random(1))) == ["sum", "double", "half"]


def test_new_ones_are_mixed() -> None:
    orders = {tuple(ids(quiz.due(QUESTIONS, [], Random(seed)))) for seed in range(50)}
    assert len(orders) == 6


@given(
    st.lists(st.tuples(st.sampled_from(["sum", "double", "half", "gone"]), st.booleans())),
    st.integers(),
)
def test_every_question_is_due_once_and_in_three_groups(facts: list[tuple[str, bool]], seed: int) -> None:
    due = ids(quiz.due(QUESTIONS, answered(*facts), Random(seed)))
    assert sorted(due) == sorted(ids(QUESTIONS))
    last = dict(facts)
    groups = [{False: 0, None: 1, True: 2}[last.get(id_)] for id_ in due]
    assert groups == sorted(groups)


def test_answers_are_read_from_records_and_damaged_ones_passed_over() -> None:
    facts: list[dict[str, Any]] = [
        {"question": "sum", "right": True, "choice": "two", "interview": None},
        {"question": "sum", "right": "yes"},
        {"question": 3, "right": False},
        {"right": False},
        {"question": "half", "right": False},
    ]
    records = [Record(START, "answer", fact) for fact in facts] + [Record(START, "run", facts[0])]
    assert quiz.answers(records) == (Answer("sum", True, "two"), Answer("half", False, ""))


def test_scores_by_topic() -> None:
    given = answered(("half", False), ("sum", True), ("double", False), ("gone", True))
    assert quiz.by_topic(QUESTIONS, given) == {"adding": (1, 2), "halving": (0, 1)}
    assert quiz.by_topic(QUESTIONS, answered(("half", True))) == {"halving": (1, 1)}


def test_first_of_each_topic() -> None:
    assert ids(quiz.first_of_each_topic(QUESTIONS)) == ["sum", "half"]
    assert quiz.topics(QUESTIONS) == ("adding", "halving")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty journal."""
    return Journal(tmp_path / ".grader", TestClock())


def test_each_answer_is_recorded_before_the_comment(journal: Journal) -> None:
    person = Person(["two", "three", "q"])
    asked = ask(QUESTIONS, person.screen(), journal, Random(1), "an interview")
    assert next(asked) == Answer("sum", True, "two")
    assert "Right" in person.shown[-1]
    assert next(asked) == Answer("double", False, "three")
    assert "Wrong  too much" in person.shown[-1]
    assert "two\n" in person.shown[-1]
    assert [record.facts for record in journal.read().of("answer")] == [
        {"question": "sum", "right": True, "choice": "two", "interview": "an interview"},
        {"question": "double", "right": False, "choice": "three", "interview": "an interview"},
    ]
    assert list(asked) == []


def test_skipped_question_is_not_an_answer(journal: Journal) -> None:
    person = Person(["s", "two"])
    (answer,) = ask(QUESTIONS, person.screen(), journal, Random(1))
    assert answer.question == "double"
    assert "Question 3 of 3" in person.shown[-2]
    assert [record.facts["question"] for record in journal.read().of("answer")] == ["double"]
    assert person.shown[-1].startswith("The answers to the questions that you skipped\n\n")
    assert all(text in person.shown[-1] for text in (QUESTIONS[0].text, "  Right  two\n"))
    assert QUESTIONS[2].text not in person.shown[-1]  # neither answered nor postponed


def test_stopped_quiz_continues_at_the_same_question(journal: Journal) -> None:
    person = Person(["s", "two"])
    (answer,) = ask(QUESTIONS, person.screen(), journal, Random(1), "an interview")
    stopped_at = person.shown[-2]
    records = journal.read().records
    skipped, again = quiz.put_off(records), Person(["three"])
    done = {answer.question, *skipped}
    assert skipped == ("sum",)
    list(ask(QUESTIONS, again.screen(), journal, Random(2), "an interview", done=done, put_off=skipped))
    assert again.shown[0] == stopped_at  # its choices are in the same order too
    assert "Right  two" in again.shown[-1]


def test_text_above_a_prompt_can_be_redrawn(journal: Journal) -> None:
    person = Person(["two", "one"])
    list(ask(QUESTIONS[:2], person.screen(), journal, Random(1)))
    assert person.above[0] == person.shown[0]
    assert person.above[1] == f"{person.shown[1]}\n{person.shown[2]}"  # the previous answer, and the question


@pytest.mark.parametrize("line", ["b", "B", "b)", " b. ", "2"])
def test_choice_is_its_letter_or_its_number(journal: Journal, line: str) -> None:
    (answer,) = ask(QUESTIONS[:1], Person([line]).screen(), journal, Random(1))
    assert answer.choice == QUESTIONS[0].shuffled(Random(1)).choices[1].text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("?", "Press a letter from a to c"),
        ("", "Press a letter from a to c"),
        ("d", "'d' is not a choice."),
        ("0", "'0' is not a choice."),
        ("ab", "'ab' is not a choice."),
        ("\x1b[A", "Press a letter from a to c"),
        ("z9\x1b[A", "'z9' is not a choice."),
        ("\x07", r"'\x07' is not a choice."),
        ("y" * 5_000, "'yyyyyyyyyyyyyyyyyyy…' is not a choice."),
    ],
)
def test_invalid_choice_is_explained(journal: Journal, line: str, said: str) -> None:
    person = Person([line, "two"])
    (answer,) = ask(QUESTIONS[:1], person.screen(), journal, Random(1))
    assert answer.right
    assert person.shown[1].startswith(said)
    assert "s skips the question and shows its answer at the end, q ends the" in " ".join(
        person.shown[1].split()
    )


def test_journal_error_is_shown_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    person = Person(["two", "two", "one"])
    given = list(ask(QUESTIONS, person.screen(), Journal(tmp_path / "file", TestClock()), Random(1)))
    assert [answer.right for answer in given] == [True, True, False]
    shown = " ".join("".join(person.shown).split())
    assert shown.count("cannot be written") == 1
    assert shown.count("The answers are not saved this time.") == 1


def test_without_a_terminal_the_questions_are_printed(fakes: Fakes) -> None:
    out = fakes.run("quiz")
    assert all(f"Question {n} of 3: {q.topic}\n\n{q.text}\n" in out for n, q in enumerate(QUESTIONS, 1))
    assert out.count(" two\n") == 3
    assert "it is" not in out
    assert not fakes.journal.exists()
    assert "Question 1 of 1: halving" in fakes.run("quiz", "--count", "1", "--topic", "halv")


def screens(width: int, encoding: str) -> str:
    """Everything that the quiz can show, one below the other."""
    scores = {"gradient derivation": (2, 3), "feature scaling": (0, 1)}
    pages = [
        question(Page(width, encoding), "Question 3 of 10", SHOWN),
        note(Page(width, encoding), "'x' is not a choice. Press a letter from a to c."),
        chosen(Page(width, encoding), SHOWN, 0),
        chosen(Page(width, encoding), SHOWN, 1),
        chosen(Page(width, encoding), SHOWN, 2),
        put_off(Page(width, encoding), [SHOWN, QUESTIONS[0]], is_open=False),
        question(Page(width, encoding), "Question 3 of 10", SHOWN, is_open=True),
        model(Page(width, encoding), SHOWN),
        rated(Page(width, encoding), [], [2]),
        rated(Page(width, encoding), [1, 3], [2]),
        summary(Page(width, encoding), scores, "python -m grader quiz"),
        summary(Page(width, encoding), {}, "python -m grader quiz"),
    ]
    return "-----\n".join(page.plain() for page in pages)


@pytest.mark.parametrize("size", SIZES)
def test_screens(size: str) -> None:
    hold_text("quiz", size, screens(*SIZES[size]), *SIZES[size])


OPEN = Question(
    "sum", "adding", "Which of these is 1 + 1?", "", QUESTIONS[0].choices, "What is 1 + 1?", ("It is two.",)
)


def test_open_answer_is_rated_point_by_point(journal: Journal) -> None:
    person = Person(["?", "it is  two", "x", "y", "p", "", "n", "y", "y"])
    first, second = ask([OPEN, QUESTIONS[1]], person.screen(), journal, Random(1), is_open=True)
    shown = " ".join("".join(person.shown).split())
    assert "What is 1 + 1?" in shown
    assert " a two" not in shown
    assert "Enter shows a model answer." in shown
    assert "A good answer makes these points 1 It is two. 2 It says none of these" in shown
    assert "'x' is not a rating. y: your answer made this point" in shown
    assert "No point is missing. Point 2 was made only partly." in shown
    assert (first, second.right) == (Answer("sum", True, "it is two", (2, 1)), False)
    assert second.choice == ""
    assert shown.endswith("Point 1 was not made. This question comes back first.")
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
