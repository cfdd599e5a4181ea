"""The ladder of hints: one rung per call, remembered until the mistake is gone.

It is found from the journal how far somebody has climbed. A grading in which the mistake is gone, and a
stub that is laid out, take the climber down again; a grading in which its step could not be judged does
not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .attempts import HINT
from .journal import Record
from .runs import Run, run_in
from .stretches import LAID_OUT

TOLD, TOP, FIX = 2, 3, 4
"""The rung that a report shows of itself, the last one that the catalogue has, and the one after it: the
learner's own code, corrected."""
PAUSE_SECONDS = 10.0
TODO = "todo-"


@dataclass(frozen=True)
class Hinted:
    """What a ladder is about."""

    finding: str  # the id of a mistake; `todo-STEP` for a step that is not written yet
    step: str  # the step in which it shows


@dataclass(frozen=True)
class Rung:
    """The rung that is to be shown."""

    number: int  # 1, the question, to 3, the code, and 4, a fix
    is_new: bool  # whether it was not shown before
    wait: float | None  # seconds until the next one is given; none where this is the last


def todo(step: str) -> Hinted:
    """What the ladder of a step that is not written yet is about."""
    return Hinted(f"{TODO}{step}", step)


def climb(
    records: Iterable[Record], hinted: Hinted, now: datetime, *, top: int = TOP, hurry: bool = False
) -> Rung:
    """The rung to show now: the next one, unless the last one was first asked for a few seconds ago.

    `top` is the number of the last rung; with `hurry` it goes on however soon it is. `now` is aware; a clock
    that was set back since is no reason to wait.
    """
    number, since = reached(records, hinted)
    passed = (now - since).total_seconds() if since is not None else PAUSE_SECONDS
    left = PAUSE_SECONDS - passed if 0 <= passed < PAUSE_SECONDS else 0.0
    if number >= top:
        return Rung(top, is_new=False, wait=None)
    if left and not hurry:
        return Rung(number, is_new=False, wait=left)
    return Rung(number + 1, is_new=True, wait=PAUSE_SECONDS if number + 1 < top else None)


def reached(records: Iterable[Record], hinted: Hinted) -> tuple[int, datetime | None]:
    """The highest rung that was shown since it stands, 0 where none was; and when it was asked for.

    A rung that was read in a report was not asked for: there is no moment, and so nothing to wait for.
    """
    number, since = 0, None
    for record in records:
        run = run_in(record)
        if record.event == LAID_OUT or (run is not None and not _stands(hinted, run)):
            number, since = 0, None
        elif record.event == HINT and _is_about(hinted, record.facts):
            shown = _rung(record.facts.get("rung"))
            asked = None if record.facts.get("asked") is False else record.at
            number, since = (shown, asked) if shown > number else (number, since)
    return number, since


def _stands(hinted: Hinted, run: Run) -> bool:
    status = run.steps.get(hinted.step)
    if status == "blocked":
        return True  # nobody can say
    if hinted.finding.startswith(TODO):
        return status == "todo"
    return (hinted.finding, hinted.step) in run.mistakes + run.advice


def _is_about(hinted: Hinted, facts: dict[str, Any]) -> bool:
    return (facts.get("finding"), facts.get("step")) == (hinted.finding, hinted.step)


def _rung(held: Any) -> int:
    return held if isinstance(held, int) and 1 <= held <= FIX else 0
