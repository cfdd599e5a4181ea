"""The questions: well-formed, not guessable from their form, and true as far as that can be computed."""

import ast
import importlib
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from grader.kata import KATAS, find_kata
from grader.practice import questions
from grader.practice.questions import Question
from grader.practice.quiz import topics
from grader.practice.tables import TableError
from grader.report import quiz
from grader.report.page import Page, cells

from . import facts

for path in sorted(Path(__file__).parent.glob("facts_*.py")):
    importlib.import_module(f".{path.stem}", __package__)

EXERCISES = {path.parent.name: questions.load(path) for path in sorted(KATAS.glob("*/questions.toml"))}
TWISTED = {path.parent.name: questions.load(path) for path in sorted(KATAS.glob("*/twist_questions.toml"))}
EXERCISES |= {name: EXERCISES[name] + asked for name, asked in TWISTED.items()}
QUESTIONS = {f"{name}/{question.id}": question for name, asked in EXERCISES.items() for question in asked}
NOT_COMPUTED = {"linear_regression/why-vectorize": "how long a loop takes is up to the machine"}
TOPICS = {
    "linear_regression": (
        "gradient derivation",
        "vectorization",
        "normal equation",
        "learning rate and convergence",
        "feature scaling",
    ),
    "logistic_regression": ("probabilities", "cross-entropy", "gradient derivation", "training"),
    "normal_equation": ("deriving it", "intercept", "dependent columns", "numerics and cost"),
    "ridge_regression": ("penalty", "gradient derivation", "choosing alpha", "shrinkage"),
    "standard_scaler": ("fit and transform", "statistics", "numerics", "when to scale"),
}
ROWS = 24
"""The rows of the smallest terminal; the last row is for typing."""

each_exercise = pytest.mark.parametrize("asked", EXERCISES.values(), ids=EXERCISES.keys())


@pytest.mark.parametrize("name", sorted(facts.CHECKS))
def test_stated_facts_are_true(name: str) -> None:
    facts.CHECKS[name](QUESTIONS[name])


def test_every_question_is_computed_or_has_a_reason_not_to_be() -> None:
    assert facts.CHECKS.keys() | NOT_COMPUTED.keys() == QUESTIONS.keys()
    assert facts.CHECKS.keys() & NOT_COMPUTED.keys() == set()


def test_the_topics_are_those_of_the_rubric() -> None:
    assert {name: topics(asked) for name, asked in EXERCISES.items()} == TOPICS
    assert all(len(asked) >= 10 for asked in EXERCISES.values())
    asked_for = {"why-divide-by-n", "zero-start", "when-normal-equation"}
    assert asked_for <= {question.id for question in EXERCISES["linear_regression"]}


@pytest.mark.parametrize("name", TWISTED)
def test_each_twist_has_three_questions_of_its_own(name: str) -> None:
    kata, plain = find_kata(name), find_kata(name).questions
    assert len({question.id for question in EXERCISES[name]}) == len(EXERCISES[name])
    assert Counter(one.twist for one in TWISTED[name]) == {
        twist.name: 3 for twist in kata.declaration.twists()
    }
    for twist in kata.declaration.twists():
        asked = kata.twisted(twist.name).questions
        assert [one for one in asked if one not in plain] == [
            one for one in TWISTED[name] if one.twist == twist.name
        ]
        assert {one.twist for one in plain} == {""}


@each_exercise
def test_texts_are_plain_and_distinct(asked: tuple[Question, ...]) -> None:
    for question in asked:
        texts = [question.text, *(text for choice in question.choices for text in (choice.text, choice.why))]
        assert all(text.isascii() and text.isprintable() for text in texts), question
        assert len(set(texts)) == len(texts), question
        assert question.text.endswith("?"), question
        assert all(choice.why.endswith((".", "?")) for choice in question.choices), question
        ast.parse(question.code)


@each_exercise
@pytest.mark.parametrize("width", [60, 80])
def test_question_and_answer_fit_a_screen(asked: tuple[Question, ...], width: int) -> None:
    for question in asked:
        page = quiz.question(Page(width), "Question 10 of 10", question)
        assert len(page.rows) + 2 < ROWS, question
        for chosen in range(len(question.choices)):
            page = quiz.chosen(Page(width), question, chosen)
            assert len(page.rows) <= ROWS / 2, question
            assert all(cells("".join(text for text, _ in row)) <= width for row in page.rows), question


@each_exercise
def test_length_does_not_give_the_right_choice_away(asked: tuple[Question, ...]) -> None:
    for question in asked:
        lengths = [len(choice.text) for choice in question.choices]
        right = lengths.pop(question.right)
        assert min(lengths) - 6 <= right <= max(lengths) + 6, question


@each_exercise
def test_open_question_speaks_of_no_choices_and_its_model_answer_fits(asked: tuple[Question, ...]) -> None:
    for question in asked:
        text = question.wording(is_open=True)
        assert not any(words in text for words in ("of these is", "Which of these")), question
        page = quiz.model(Page(80), question)
        assert len(page.rows) <= ROWS - 2, question
        assert all(cells(line) <= 80 for line in page.plain().splitlines()), question


@each_exercise
def test_right_choice_is_the_longest_no_more_often_than_by_chance(asked: tuple[Question, ...]) -> None:
    longest = sum(
        question.choices[question.right] == max(question.choices, key=lambda choice: len(choice.text))
        for question in asked
    )
    assert longest <= len(asked) / 3


def test_position_of_the_right_choice_reveals_nothing() -> None:
    random = Random(7)
    four = [question for question in QUESTIONS.values() if len(question.choices) == 4]
    places = Counter(question.shuffled(random).right for question in four for _ in range(100))
    assert all(0.2 < places[place] / places.total() < 0.3 for place in range(4))


GOOD = """
[[questions]]
id = "one"
topic = "sums"
question = \"""
How much is
1 + 1?\"""
code = \"""
a = 1
    b = 2
\"""
choices = [
    { text = "2", why = "it is", right = true },
    { text = "3", why = "too much" },
    { text = "1", why = "too little" },
]
"""


def loaded(tmp_path: Path, text: str) -> tuple[Question, ...]:
    """The questions loaded from a file with this text."""
    path = tmp_path / "questions.toml"
    path.write_text(text, encoding="utf-8")
    return questions.load(path)


def test_line_breaks_are_spaces_in_prose_and_kept_in_code(tmp_path: Path) -> None:
    (question,) = loaded(tmp_path, GOOD)
    assert (question.id, question.topic, question.text) == ("one", "sums", "How much is 1 + 1?")
    assert question.code == "a = 1\n    b = 2"
    assert [choice.text for choice in question.choices] == ["2", "3", "1"]
    assert question.right == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "one"', "", "question 1: id is missing"),
        ('topic = "sums"', "", "question 'one': topic is missing"),
        ("How much is\n1 + 1?", " ", "question 'one': question is missing"),
        ('why = "too much"', 'why = ""', "question 'one', choice 2: why is missing"),
        ('text = "3", ', "", "question 'one', choice 2: text is missing"),
        ("right = true", "right = false", "question 'one': exactly one choice must be right"),
        ('"too much"', '"too much", right = true', "question 'one': exactly one choice must be right"),
        ('{ text = "1", why = "too little" },', "", "question 'one': has 2 choices, and 3 or 4 are needed"),
        ("right = true", "rihgt = true", "question 'one', choice 1: there is no key 'rihgt'"),
        ('topic = "sums"', 'topic = "sums"\nlevel = 3', "question 'one': there is no key 'level'"),
        ("[[questions]]", "[[questions]", "questions.toml: Expected"),
    ],
)
def test_incomplete_question_is_refused_by_name(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(TableError) as refused:
        loaded(tmp_path, GOOD.replace(old, new, 1))
    assert said in str(refused.value)


def test_two_questions_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="'one': there are two with this id"):
        loaded(tmp_path, GOOD + GOOD)
