"""Hints on a screen that is drawn again and again: one rung at a key, shown until the next verdict."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..hinting import Subject, subject
from ..practice.journal import JournalError
from ..practice.runs import digest
from . import hint

if TYPE_CHECKING:
    from ..kata import Kata
    from ..practice.ladder import Rung
    from ..practice.practice import Practice
    from ..report.page import Page
    from ..submission import Submission
    from ..verdict import Verdict


@dataclass(frozen=True)
class Given:
    """A hint: what it is about, none where there is nothing to hint at; its rungs, and a word on the next."""

    about: Subject | None
    rungs: int = 0
    on_the_next: str = ""


def climb(kata: "Kata", practice: "Practice", submission: "Submission", verdict: "Verdict") -> Given:
    """One rung more of what comes first, which is remembered."""
    if (found := subject(kata, verdict)) is None:
        return Given(None)
    try:
        rung = practice.climb(found.hinted, digest(submission.source))
    except JournalError as error:
        return Given(found, 1, str(error))
    return Given(found, rung.number, _on_the_next(rung))


def show(page: "Page", given: Given, submission: "Submission", verdict: "Verdict") -> None:
    """The rungs, and what to do."""
    if given.about is None:
        hint.show_nothing(page, verdict, None)
    else:
        hint.show(page, given.about, submission, given.rungs, "save.", given.on_the_next)


def _on_the_next(rung: "Rung") -> str:
    if rung.wait is None:
        return ""
    seconds = f"{math.ceil(rung.wait)} s"
    return f"press h again, in {seconds} or later" + ("" if rung.is_new else ", since this hint is new")
