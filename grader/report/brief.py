"""Screens for a briefly stated task: the questions, the answers, and what was not asked."""

from collections.abc import Collection, Sequence

from ..practice.briefs import Asking, Brief, Point
from .page import Page
from .times import counted

OPEN = """\
This leaves some points open. While the clock runs, the key a shows what you can ask, and so does the option \
--ask. Your code is graded by the answers."""


def spoken(brief: Brief) -> str:
    """The interviewer's statement of the task."""
    return f"{brief.text}\n\n{OPEN}"


def statement(page: Page, brief: Brief, asked: Collection[str]) -> None:
    """Show the task, and the answers given so far."""
    page.prose(brief.text)
    page.blank()
    page.prose(OPEN)
    for point in brief.points:
        if point.id in asked:
            page.blank()
            answer(page, point)


def answer(page: Page, point: Point) -> None:
    """Show a question and the interviewer's answer."""
    page.prose(point.ask, label="You asked  ")
    page.prose(point.answer, label="Answer     ")


def questions(page: Page, points: Sequence[Point], answered: Collection[str], how: str) -> None:
    """Show the questions with their numbers and `how` to ask them, and the answers to the `answered` ones."""
    page.prose(f"What you can ask: {how}", style="label")
    for number, point in enumerate(points, 1):
        page.prose(point.ask, label=f"  {number}  ", label_style="command")
        if point.id in answered:
            page.prose(point.answer, label="     Answer  ", label_style="passed")


def told(page: Page, asking: Asking) -> None:
    """Show what was asked about a task, and what mattered but was not asked."""
    asked, missed, idle = asking.asked, asking.missed, asking.idle
    page.row(("What the brief left open", "label"))
    left = counted(len(asked) + len(missed), "point")
    page.prose(
        f"It left {left} open, and you asked about {len(asked) if asked else 'none'} of them.", label="  "
    )
    for point in missed:
        page.blank()
        page.prose(point.ask, label="  Not asked  ", style="title")
        page.prose(point.answer, label="  Answer     ")
        page.prose(point.matters, label="  Matters    ")
    if idle:
        page.blank()
    for point in idle:
        page.prose(point.ask, label="  Asked, but it changes nothing  ")
