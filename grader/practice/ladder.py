"""The ladder of hints: one rung per call, remembered until the mistake is gone.

The journal tells how many rungs the learner has seen. A grading in which the mistake is gone, or a newly
laid out stub, starts the ladder again at the bottom; a grading in which the step could not be judged does
not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..verdict import Finding
from .attempts import HINT
from .journal import Record
from .runs import GradedRun, run_in
from .stretches import LAID_OUT

REPORT_RUNG, LAST_RUNG, FIX_RUNG = 2, 3, 4
"""The rung that a report shows anyway, the last one in the catalogue, and the one after it: the learner's
own code, corrected."""
PAUSE_SECONDS = 10.0
TODO = "todo-"


@dataclass(frozen=True)
class HintTarget:
    """The subject of a ladder."""

    finding: str  # the id of a mistake; `todo-STEP` for a step that is not written yet
    step: str  # the step in which it shows


@dataclass(frozen=True)
class Subject:
    """The same, with its hints."""

    hinted: HintTarget
    title: str  # the subject in a few words, which give the mistake away
    hints: tuple[str, ...]  # in order: a question, the mistake or the method in words, the code
    top: int  # the number of the last rung: TOP, or FIX if fixes are searched
    finding: Finding | None = None  # the mistake; None if the step is not written yet


@dataclass(frozen=True)
class Rung:
    """The rung to show."""

    number: int  # from 1 (a question) to 3 (the code) and 4 (a fix)
    is_new: bool  # whether it was not shown before
    wait: float | None  # seconds until the next one can be shown; None if this is the last


def todo(step: str) -> HintTarget:
    """The subject of the ladder for a step that is not written yet."""
    return HintTarget(f"{TODO}{step}", step)


def next_rung(
    records: Iterable[Record], hinted: HintTarget, now: datetime, *, top: int = LAST_RUNG, hurry: bool = False
) -> Rung:
    """The rung to show now: the next one, unless the last was first asked for under `PAUSE_SECONDS` ago.

    `top` is the number of the last rung; with `hurry` there is no wait. `now` is timezone-aware; if the clock
    was set back since, there is no wait either.
    """
    number, since = reached(records, hinted)
    passed = (now - since).total_seconds() if since is not None else PAUSE_SECONDS
    left = PAUSE_SECONDS - passed if 0 <= passed < PAUSE_SECONDS else 0.0
    if number >= top:
        return Rung(top, is_new=False, wait=None)
    if left and not hurry:
        return Rung(number, is_new=False, wait=left)
    return Rung(number + 1, is_new=True, wait=PAUSE_SECONDS if number + 1 < top else None)


def reached(records: Iterable[Record], hinted: HintTarget) -> tuple[int, datetime | None]:
    """The highest rung that was shown for the mistake as it stands (0 for none), and when it was asked for.

    A rung that a report showed was not asked for: the time is None, and the next rung needs no wait.
    """
    number, since, subject = 0, None, (hinted.finding, hinted.step)
    for record in records:
        run = run_in(record)
        if record.event == LAID_OUT or (run is not None and not _stands(hinted, run)):
            number, since = 0, None
        elif record.event == HINT and (record.facts.get("finding"), record.facts.get("step")) == subject:
            shown = _rung(record.facts.get("rung"))
            asked = None if record.facts.get("asked") is False else record.at
            number, since = (shown, asked) if shown > number else (number, since)
    return number, since


def _stands(hinted: HintTarget, run: GradedRun) -> bool:
    status = run.steps.get(hinted.step)
    if status == "blocked":
        return True  # unknown: keep the rungs
    if hinted.finding.startswith(TODO):
        return status == "todo"
    return (hinted.finding, hinted.step) in run.mistakes + run.advice


def _rung(held: Any) -> int:
    return held if isinstance(held, int) and 1 <= held <= FIX_RUNG else 0
