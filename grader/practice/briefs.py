"""A task stated in two sentences, and the questions that can be asked about what it leaves open."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .appointment import ASKED
from .journal import Record
from .tables import TableError, prose, read, refuse_others

STATEMENT, STUB = "brief.toml", "brief_stub.txt"
MAX_POINTS = 9
"""The most questions that a brief can have: each is chosen by one digit."""


@dataclass(frozen=True)
class Point:
    """A question that can be asked."""

    id: str  # its id in the journal
    ask: str  # the question itself
    answer: str  # the interviewer's answer, which the grading follows
    # what goes wrong if you assume something else; empty if it makes no difference
    matters: str = ""


@dataclass(frozen=True)
class Brief:
    """A task as interviewers state it."""

    text: str  # two sentences
    points: tuple[Point, ...]  # what can be asked

    def mixed(self, interview: str) -> tuple[Point, ...]:
        """The questions, shuffled, in an order that is always the same for one interview."""
        from random import Random

        return tuple(Random(interview).sample(self.points, len(self.points)))


@dataclass(frozen=True)
class AskedPoints:
    """What was asked in an interview, and what was not."""

    asked: tuple[Point, ...]  # the questions that were asked and mattered
    missed: tuple[Point, ...]  # those that would have mattered and were not asked
    idle: tuple[Point, ...]  # those that were asked but did not matter


def asked_in(records: Iterable[Record], interview: str) -> tuple[str, ...]:
    """The ids of the questions that were asked in an interview, in the order of asking."""
    own = [r for r in records if r.event == ASKED and r.facts.get("interview") == interview]
    return tuple(dict.fromkeys(str(record.facts.get("question")) for record in own))


def asking(brief: Brief, asked: Iterable[str]) -> AskedPoints:
    """Sort the questions of a brief by whether they were asked (`asked`: their ids) and mattered."""
    asked = set(asked)
    return AskedPoints(
        asked=tuple(p for p in brief.points if p.matters and p.id in asked),
        missed=tuple(p for p in brief.points if p.matters and p.id not in asked),
        idle=tuple(p for p in brief.points if not p.matters and p.id in asked),
    )


def stub(folder: Path) -> str:
    """The exercise's stub for brief tasks, which leaves open the same things; empty if there is none."""
    path = folder / STUB
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def load(folder: Path) -> Brief | None:
    """The brief in an exercise's folder; None if it has none.

    Raises:
        TableError: if the file is not valid TOML, lacks something, has unknown keys, or has no stub.
    """
    path = folder / STATEMENT
    if not path.is_file():
        return None
    table = read(path)
    if not stub(folder):
        raise TableError(f"{STUB}, which belongs to it, is missing or empty")
    points = tuple(_point(each, number) for number, each in enumerate(table.get("questions", []), 1))
    if len({point.id for point in points}) != len(points):
        raise TableError("two questions have the same id")
    if not 0 < len(points) <= MAX_POINTS:
        raise TableError(f"there are {len(points)} questions, and 1 to {MAX_POINTS} are possible")
    return Brief(prose(table, "text", "the brief"), points)


def _point(table: dict[str, object], number: int) -> Point:
    where = f"question {table.get('id') or number}"
    refuse_others(table, {"id", "ask", "answer", "matters"}, where)
    matters = prose(table, "matters", where) if "matters" in table else ""
    id_, ask, answer = (prose(table, key, where) for key in ("id", "ask", "answer"))
    return Point(id_, ask, answer, matters)
