"""Choose the subject of a hint: the first mistake, or else the next step to write."""

from .fixing import looked_for
from .kata import Kata
from .practice import ladder
from .practice.ladder import Hinted, Subject
from .verdict import Finding, Verdict


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
    first = findings[0]
    entry = kata.catalogue[first.mistake]
    top = ladder.FIX if looked_for(first) else ladder.TOP
    return Subject(Hinted(entry.id, first.step), entry.title, first.hints or entry.hints, top, first)


def _of_step(kata: Kata, step: str) -> Subject:
    return Subject(ladder.todo(step), f"How to start {step}", kata.beginnings[step], ladder.TOP)
