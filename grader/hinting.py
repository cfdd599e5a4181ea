"""Choose the subject of a hint: the first mistake, or else the next step to write."""

from dataclasses import dataclass

from .fixing import looked_for
from .kata import Kata
from .practice import ladder
from .practice.ladder import Hinted
from .verdict import Finding, Verdict


@dataclass(frozen=True)
class Subject:
    """The subject of a hint, with its hints."""

    hinted: Hinted  # the same subject, as the records of given hints identify it
    title: str  # the subject in a few words, which give the mistake away
    hints: tuple[str, ...]  # in order: a question, the mistake or the method in words, the code
    finding: Finding | None = None  # the mistake; None if the step is not written yet

    @property
    def top(self) -> int:
        """The number of the last hint: the code, or the fix after it if fixes are searched."""
        return ladder.FIX if self.finding is not None and looked_for(self.finding) else ladder.TOP


def subject(kata: Kata, verdict: Verdict, step: str | None = None) -> Subject | None:
    """The subject of the next hint; None if everything, or the given step, is right.

    Without a step it is the first mistake, else the first step to write.
    """
    if step is None:
        todo = next((step.name for step in verdict.steps if step.status == "todo"), None)
        return _of_errors(kata, verdict.errors) or (None if todo is None else _of_step(kata, todo))
    own = tuple(finding for finding in verdict.errors if finding.step == step)
    status = next(s.status for s in verdict.steps if s.name == step)
    if own or status in ("blocked", "failed"):  # for a blocked step: the mistakes that block it
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


def _of_step(kata: Kata, step: str) -> Subject:
    return Subject(ladder.todo(step), f"How to start {step}", kata.beginnings[step])
