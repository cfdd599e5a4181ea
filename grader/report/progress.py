"""What one verdict changes against the one before: what passes now is said before what comes next."""

from dataclasses import dataclass

from ..verdict import Verdict
from .page import Page


@dataclass(frozen=True)
class Progress:
    """The steps that pass and did not, and those that did and do not."""

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def progress(before: Verdict | None, now: Verdict) -> Progress:
    """The progress from one verdict to the next; none for the first."""
    if before is None:
        return Progress()
    then = _passed(before)
    return Progress(
        gained=tuple(name for name in _passed(now) if name not in then),
        lost=tuple(name for name in then if name not in _passed(now)),
    )


def say(page: Page, verdict: Verdict, progress: Progress) -> None:
    """A row for each kind of change, and a heading for what follows where something was gained."""
    if progress.gained or progress.lost:
        page.blank()
    if progress.gained:
        count = f"{len(_passed(verdict))} of {len(verdict.steps)} steps are right"
        text = f"{_names(progress.gained)} pass{'es' * (len(progress.gained) == 1)} now; {count}."
        page.prose(text, label=f"{page.symbols.passed} ", style="passed", label_style="passed")
    if progress.lost:
        text = f"{_names(progress.lost)} passed before and no longer do{'es' * (len(progress.lost) == 1)}."
        page.prose(text, label=f"{page.symbols.failed} ", style="failed", label_style="failed")
    if progress.gained and verdict.errors:
        page.blank()
        page.row(("What comes next", "dim"))


def _passed(verdict: Verdict) -> list[str]:
    return [step.name for step in verdict.steps if step.status == "passed"]


def _names(names: tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
