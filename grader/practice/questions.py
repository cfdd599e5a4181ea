"""Multiple-choice questions, read from an exercise's `questions.toml`."""

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from .tables import TableError, prose, read, refuse_others

MIN_CHOICES, MAX_CHOICES = 3, 4


@dataclass(frozen=True)
class Choice:
    """One of the offered answers."""

    text: str  # the answer itself; if wrong, a common misconception
    why: str  # why the misconception is wrong or, for the right answer, why it is right
    right: bool = False  # whether it is the right one


@dataclass(frozen=True)
class Question:
    """One question."""

    id: str  # its id in the journal
    topic: str  # its topic, as the interview's rubric names it
    text: str  # the question itself
    code: str  # lines of code that the question is about; may be empty
    choices: tuple[Choice, ...]  # the answers offered, exactly one of them right
    open_text: str = ""  # the wording without choices; if empty, `text` is used
    # the points of a good answer, if they read better than the right choice and its reason
    own_points: tuple[str, ...] = ()
    twist: str = ""  # the twist that it is about; empty for the plain task

    @property
    def right(self) -> int:
        """The index of the right choice, from 0."""
        return next(place for place, choice in enumerate(self.choices) if choice.right)

    def wording(self, *, is_open: bool) -> str:
        """The text, for choices or, if `is_open`, without."""
        return (is_open and self.open_text) or self.text

    @property
    def points(self) -> tuple[str, ...]:
        """The points of a good answer."""
        right = self.choices[self.right]
        return self.own_points or (right.text, right.why)

    @property
    def wrong(self) -> tuple[Choice, ...]:
        """The wrong choices: common misconceptions."""
        return tuple(choice for choice in self.choices if not choice.right)

    def shuffled(self, random: Random) -> "Question":
        """The same question with its choices shuffled."""
        return replace(self, choices=tuple(random.sample(self.choices, len(self.choices))))


def load(path: Path) -> tuple[Question, ...]:
    """The questions of a file, in its order.

    Raises:
        TableError: if the file is not valid TOML, a question is incomplete, or two have the same id.
    """
    tables = read(path).get("questions", [])
    found: dict[str, Question] = {}
    for number, table in enumerate(tables, 1):
        where = f"{path.name}: question {table.get('id') or number!r}"
        question = _question(table, where)
        if question.id in found:
            raise TableError(f"{where}: there are two with this id")
        found[question.id] = question
    return tuple(found.values())


def _question(table: dict[str, Any], where: str) -> Question:
    known = {"id", "topic", "question", "code", "choices", "open", "points", "twist"}
    refuse_others(table, known, where)
    choices = tuple(_choice(c, f"{where}, choice {n}") for n, c in enumerate(table.get("choices", []), 1))
    if not MIN_CHOICES <= len(choices) <= MAX_CHOICES:
        raise TableError(
            f"{where}: has {len(choices)} choices, and {MIN_CHOICES} or {MAX_CHOICES} are needed"
        )
    if sum(choice.right for choice in choices) != 1:
        raise TableError(f"{where}: exactly one choice must be right")
    id_, topic, text = (prose(table, key, where) for key in ("id", "topic", "question"))
    open_text = prose(table, "open", where) if "open" in table else ""
    points = tuple(prose({"points": point}, "points", where) for point in table.get("points", []))
    code, twist = table.get("code", "").strip("\n"), table.get("twist", "")
    return Question(id_, topic, text, code, choices, open_text, points, twist)


def _choice(table: dict[str, Any], where: str) -> Choice:
    refuse_others(table, {"text", "why", "right"}, where)
    return Choice(prose(table, "text", where), prose(table, "why", where), table.get("right") is True)
