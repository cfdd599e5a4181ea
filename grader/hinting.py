"""What a hint is about: the mistake that comes first, or else the step that is to be written next."""

from dataclasses import dataclass

from .fixing import looked_for
from .kata import Kata
from .practice import ladder
from .practice.ladder import Hinted
from .verdict import Finding, Verdict


@dataclass(frozen=True)
class Subject:
    """What a hint is about."""

    hinted: Hinted  # the ladder, as it is remembered
    title: str  # what it is about, in a few words that give the mistake away
    hints: tuple[str, ...]  # the rungs: a question, the mistake or the way in words, the code
    finding: Finding | None = None  # the mistake; none where the step is not written yet

    @property
    def top(self) -> int:
        """The number of the last rung: a fix, where one is looked for, comes after the code."""
        return ladder.FIX if self.finding is not None and looked_for(self.finding) else ladder.TOP


def subject(kata: Kata, verdict: Verdict, step: str | None = None) -> Subject | None:
    """What there is to hint at; none where all is right, or what was asked for is.

    Without a step it is about whatever comes first.
    """
    if step is None:
        return _of_errors(kata, verdict.errors) or _of_todo(kata, verdict)
    own = tuple(finding for finding in verdict.errors if finding.step == step)
    status = next(s.status for s in verdict.steps if s.name == step)
    if own or status in ("blocked", "failed"):  # what it is blocked by comes first
        return _of_errors(kata, own or verdict.errors)
    if status == "todo":
        return _of_step(kata, step)
    return _of_errors(kata, tuple(finding for finding in verdict.advice if finding.step == step))


def _of_errors(kata: Kata, findings: tuple[Finding, ...]) -> Subject | None:
    if not findings:
        return None
    entry = kata.catalogue[findings[0].mistake]
    hints = findings[0].hints or entry.hints
    return Subject(Hinted(entry.id, findings[0].step), entry.title, hints, findings[0])


def _of_todo(kata: Kata, verdict: Verdict) -> Subject | None:
    step = next((step.name for step in verdict.steps if step.status == "todo"), None)
    return None if step is None else _of_step(kata, step)


def _of_step(kata: Kata, step: str) -> Subject:
    return Subject(ladder.todo(step), f"How to begin {step}", kata.beginnings[step])
