"""Parts of a screen that is continuously redrawn: what changed, its last row, and the help on its keys."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..verdict import Status, Verdict
from .page import Page, Span, cells
from .times import right_of

UNFINISHED = ("failed", "todo")


def foot(page: Page, doing: str, style: str, keys: Mapping[str, str]) -> Page:
    """Add the last row: what is being done, and as many keys as fit; the last two keys come first."""
    spans: list[Span] = [(page.crop_words(doing, page.width - 1), style)]
    room = page.width - 1 - cells(spans[0][0])
    shown: set[str] = set()
    for key in (*list(keys)[-2:], *list(keys)[:-2]):
        if (wide := cells(f"  {key} {keys[key]}")) <= room:
            shown.add(key)
            room -= wide
    for key in filter(shown.__contains__, keys):
        spans += [("  ", ""), (key, "command"), (f" {keys[key]}", "dim")]
    page.row(*spans)
    return page


def waiting(page: Page, why: str) -> None:
    """Show `why` there is nothing to grade, if not empty; a git command at its end gets its own row."""
    if why:
        said, colon, command = why.rpartition(": ")
        if command.startswith("git "):
            why = f"{said}{colon.rstrip()}\n{command}"
        page.blank()
        page.prose(f"{why}\nUntil then nothing is graded.", label="Waiting  ", label_style="todo")


def help_on_keys(page: Page, keys: Mapping[str, str]) -> None:
    """Show a row for each key."""
    page.blank()
    page.row(("Keys (no Enter needed)", "label"))
    for key, text in keys.items():
        page.prose(text, label=f"  {key}  ", label_style="command")


# -- what changed since the previous verdict


@dataclass(frozen=True)
class Progress:
    """The steps that pass now and did not before, and those that no longer pass."""

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def known(before: Mapping[str, Status], now: Verdict) -> dict[str, Status]:
    """The last known status of each step; one that is blocked now, say by a typo, keeps its old status."""
    return {**before, **{step.name: step.status for step in now.steps if step.status != "blocked"}}


def progress(before: Mapping[str, Status], now: Verdict) -> Progress:
    """The progress of a verdict over the known statuses; empty if nothing was known."""
    judged = [(step.name, step.status, before.get(step.name)) for step in now.steps]
    return Progress(
        gained=tuple(name for name, status, was in judged if status == "passed" and was in UNFINISHED),
        lost=tuple(name for name, status, was in judged if status in UNFINISHED and was == "passed"),
    )


def say(page: Page, verdict: Verdict, progress: Progress) -> None:
    """Show a row for each kind of change and, after a gain, a heading for the errors that follow."""
    if progress.gained or progress.lost:
        page.blank()
    if progress.gained:
        passed = sum(step.status == "passed" for step in verdict.steps)
        count = right_of(passed, len(verdict.steps))
        text = f"{_names(progress.gained)} pass{'es' * (len(progress.gained) == 1)} now; {count}."
        page.prose(text, label=f"{page.symbols.passed} ", style="passed", label_style="passed")
    if progress.lost:
        text = f"{_names(progress.lost)} passed before and no longer do{'es' * (len(progress.lost) == 1)}."
        page.prose(text, label=f"{page.symbols.failed} ", style="failed", label_style="failed")
    if progress.gained and verdict.errors:
        page.blank()
        page.row(("Still to fix", "dim"))


def _names(names: tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
