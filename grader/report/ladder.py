"""Show the hints on one mistake or step, as many as were asked for."""

from collections.abc import Sequence

from ..command_line import command
from ..practice.ladder import Subject
from ..verdict import Verdict
from . import fixes
from .finding import kind, where
from .listing import RUNGS
from .page import Page, cells

BEGINNING = ("Ask yourself", "The idea", "In code")


def rungs(
    page: Page, about: Subject, number: int, path: str, lines: list[str], fix: Sequence[str] | str = ""
) -> None:
    """Show the first `number` rungs, each with its name, and from the second on the line to look at.

    `fix` is the rung after these: the rows of its diff, or a sentence about it; empty if it is not shown.
    """
    rungs, finding, step = about.hints[:number], about.finding, about.hinted.step
    severity = "error" if finding is None else finding.severity
    named = len(rungs) > 1 or severity == "advice"  # a report names advice anyway
    count = f"hint {len(rungs) + bool(fix)} of {about.top}"
    title = f"{about.title} ({count})" if named else count
    page.prose(title, label=f"{kind(step, severity)}: ", style="title")
    if named and finding is not None and finding.line is not None:
        where(page, path, finding.line, lines)
    labels = RUNGS if finding is not None else BEGINNING
    width = max(cells(label) for label in labels) + 2
    for label, text in zip(labels, rungs, strict=False):
        page.blank()
        rung(page, label.ljust(width), text)
    if fix:
        page.blank()
        _fix(page, fix)


def _fix(page: Page, shown: Sequence[str] | str) -> None:
    if isinstance(shown, str):
        page.prose(shown, label=f"{fixes.TITLE}: ")
        return
    page.row((f"{fixes.TITLE}:", "label"))
    fixes.rows(page, shown)


def rung(page: Page, label: str, text: str) -> None:
    """Show one rung next to its name, or below it if its code would have to be wrapped."""
    lines = text.split("\n")
    if len(lines) > 1 and max(cells(line) for line in lines) > page.width - cells(label):
        page.row((label.rstrip(), "label"))
        label = " " * (cells(label) - cells(label.lstrip()) + 2)
    page.prose(text, label=label)


def notes(page: Page, said: Sequence[tuple[str, str]]) -> None:
    """Show notes: what to do now, how to get the next rung."""
    page.blank()
    for label, text in said:
        page.prose(text, label=label.ljust(7))


def nothing_to_hint_at(page: Page, verdict: Verdict, step: str | None) -> None:
    """Say that everything, or `step`, is right, and which steps have advice."""
    name, all_right = verdict.exercise, verdict.verdict == "passed"
    what = "Everything is right" if all_right else f"{step} is right"
    page.prose(f"{what}: no hint is needed.", style="passed")
    for other in sorted({finding.step for finding in verdict.advice}):
        page.prose(command(name, "hint", other), label=f"{kind(other, 'advice')}: ", style="command")
    if not all_right:
        page.prose(command(name, "hint"), label="Next   ")
