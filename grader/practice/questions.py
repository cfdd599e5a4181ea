"""Multiple-choice questions: what one consists of, and how they are read from a kata's `questions.toml`."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

FEWEST, MOST = 3, 4


class QuestionsError(Exception):
    """A question is incomplete: a fault of the grader's own. The message names the question."""


@dataclass(frozen=True)
class Choice:
    """One of the answers that are offered."""

    text: str  # the answer itself; if wrong, a belief that people hold
    why: str  # what is wrong with that belief or, for the right answer, why it is so
    right: bool = False  # whether it is the right one


@dataclass(frozen=True)
class Question:
    """One question."""

    id: str  # its name in the journal
    topic: str  # what it belongs to, in the words of the interview's rubric
    text: str  # the question itself
    code: str  # lines of code that the question is about; empty where it is about none
    choices: tuple[Choice, ...]  # the answers offered, exactly one of them right
    open_text: str = ""  # the question where no choices are offered; the same one where that is empty
    # what a good answer holds, where that reads better than the right choice and its reason
    own_points: tuple[str, ...] = ()
    twist: str = ""  # the twist of the task that it is about; empty for the plain task

    @property
    def right(self) -> int:
        """The place of the right choice, from 0."""
        return next(place for place, choice in enumerate(self.choices) if choice.right)

    @property
    def points(self) -> tuple[str, ...]:
        """What a good answer holds, point by point."""
        right = self.choices[self.right]
        return self.own_points or (right.text, right.why)

    @property
    def wrong(self) -> tuple[Choice, ...]:
        """The other choices: what people believe, and what is wrong with that."""
        return tuple(choice for choice in self.choices if not choice.right)

    def shuffled(self, random: Random) -> "Question":
        """The same question with its choices in another order."""
        return replace(self, choices=tuple(random.sample(self.choices, len(self.choices))))


def load(path: Path) -> tuple[Question, ...]:
    """The questions of a file, in its order.

    Raises:
        QuestionsError: if the file is no TOML, or a question is incomplete or shares its id.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("questions", [])
    except ValueError as error:
        raise QuestionsError(f"{path.name}: {error}") from None
    found: dict[str, Question] = {}
    for number, table in enumerate(tables, 1):
        where = f"{path.name}: question {table.get('id') or number!r}"
        question = _question(table, where)
        if question.id in found:
            raise QuestionsError(f"{where}: there are two with this id")
        found[question.id] = question
    return tuple(found.values())


def _question(table: dict[str, Any], where: str) -> Question:
    known = {"id", "topic", "question", "code", "choices", "open", "points", "twist"}
    _refuse_others(table, known, where)
    choices = tuple(
        _choice(choice, f"{where}, choice {number}")
        for number, choice in enumerate(table.get("choices", []), 1)
    )
    if not FEWEST <= len(choices) <= MOST:
        raise QuestionsError(f"{where}: has {len(choices)} choices, and {FEWEST} or {MOST} are needed")
    if sum(choice.right for choice in choices) != 1:
        raise QuestionsError(f"{where}: exactly one choice must be right")
    id_, topic, text = (_prose(table, key, where) for key in ("id", "topic", "question"))
    open_text = _prose(table, "open", where) if "open" in table else ""
    points = tuple(_prose({"points": point}, "points", where) for point in table.get("points", []))
    code, twist = table.get("code", "").strip("\n"), table.get("twist", "")
    return Question(id_, topic, text, code, choices, open_text, points, twist)


def _choice(table: dict[str, Any], where: str) -> Choice:
    _refuse_others(table, {"text", "why", "right"}, where)
    return Choice(_prose(table, "text", where), _prose(table, "why", where), table.get("right") is True)


def _prose(table: dict[str, Any], key: str, where: str) -> str:
    """A text whose line breaks in the file count as spaces."""
    text = " ".join(str(table.get(key, "")).split())
    if not text:
        raise QuestionsError(f"{where}: {key} is missing")
    return text


def _refuse_others(table: dict[str, Any], known: set[str], where: str) -> None:
    if other := sorted(table.keys() - known):
        raise QuestionsError(f"{where}: there is no key {other[0]!r}")
