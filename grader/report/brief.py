"""A task that is stated in brief: what can be asked, what was answered, and what was not asked."""

from collections.abc import Collection, Sequence

from ..practice.briefs import Asking, Brief, Point
from .page import Page
from .times import counted

OPEN = """\
This leaves some points open. While the clock runs, the key a shows what you can ask. Your code is graded by \
the answers."""


def statement(page: Page, brief: Brief, asked: Collection[str]) -> None:
    """The task, and what was answered about it."""
    page.prose(brief.text)
    page.blank()
    page.prose(OPEN)
    answered = [point for point in brief.points if point.id in asked]
    for point in answered:
        page.blank()
        page.prose(point.ask, label="You asked  ")
        page.prose(point.answer, label="Answer     ")


def questions(page: Page, points: Sequence[Point], answered: Collection[str]) -> None:
    """What can be asked, each with the number to press; and the answers to some."""
    page.row(("What you can ask: press its number", "label"))
    for number, point in enumerate(points, 1):
        page.prose(point.ask, label=f"  {number}  ", label_style="command")
        if point.id in answered:
            page.prose(point.answer, label="     Answer  ", label_style="passed")


def told(page: Page, asking: Asking) -> None:
    """What was asked about a task, and what would have mattered and was not asked."""
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
