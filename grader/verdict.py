"""Frozen records of the result of a grading."""

import json
from dataclasses import dataclass
from typing import Literal

SCHEMA = 2
FIELDS = (
    "schema", "exercise", "twist", "submission", "verdict", "steps", "findings", "fixed", "output", "seed",
    "seconds",
)  # fmt: skip
"""The fields of the JSON document, in the order of the contract."""

GIVEN = "init"
"""The step of the constructor: a stub that has this step gives its code; the learner writes all others."""

Status = Literal["passed", "failed", "todo", "blocked"]
Severity = Literal["error", "advice"]


@dataclass(frozen=True)
class CheckResult:
    """The result of one hidden check; `message` says why if it did not pass."""

    name: str
    status: Status
    message: str = ""


@dataclass(frozen=True)
class Step:
    """One step of the exercise with its checks, in order."""

    name: str
    status: Status
    checks: tuple[CheckResult, ...] = ()


@dataclass(frozen=True)
class Change:
    """A replacement of lines; if `end` is before `start`, the text is inserted before `start`."""

    # start, end: the first and the last line, from 1
    start: int
    end: int
    text: str  # the new text, with its line ends


@dataclass(frozen=True)
class Finding:
    """One mistake (or one piece of advice) that the numbers confirmed."""

    mistake: str  # its id in the catalogue
    severity: Severity  # advice never fails a submission
    step: str  # the step in which it occurs, or loading
    line: int | None  # the line of the file to look at, if there is one
    seen: str  # what was observed, compared with what was expected
    # a question, the mistake in words, the corrected expression; empty if hints are switched off
    hints: tuple[str, ...] = ()
    fix: tuple[Change, ...] | None = None  # makes its step pass; None if none was found or searched


@dataclass(frozen=True)
class FailingCase:
    """A small input for which a method gives a wrong result, with the result of running it."""

    method: str  # that was called
    code: tuple[str, ...]  # lines of Python that reproduce it without the grader
    expected: str  # the right result
    got: str  # the actual result


@dataclass(frozen=True)
class Printed:
    """The output of all calls of one method."""

    method: str  # that was called; empty for output printed at load
    lines: tuple[tuple[str, int, int], ...]  # each line once, with its count and its number of calls
    more: int = 0  # how many further lines were dropped


@dataclass(frozen=True)
class Verdict:
    """The complete result of grading one submission."""

    exercise: str
    submission: str
    verdict: Literal["passed", "failed", "unfinished"]
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    printed: str  # the first part of what the submission printed, unchanged
    truncated: bool  # whether it printed more
    seed: int
    seconds: float
    twist: str | None = None  # the name of the twist with which it was graded; None for the plain task
    fixed: bool | None = None  # whether all fixes together make it pass; None if none were searched
    printed_by: tuple[Printed, ...] = ()  # the output by method, up to a higher limit; not in the document

    @property
    def loaded(self) -> bool:
        """Whether the file could be loaded; if not, no step was judged."""
        return any(step.status != "blocked" for step in self.steps)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail the submission."""
        return tuple(f for f in self.findings if f.severity == "error")

    @property
    def advice(self) -> tuple[Finding, ...]:
        """The findings that do not fail the submission."""
        return tuple(f for f in self.findings if f.severity == "advice")

    @property
    def in_full(self) -> Finding | None:
        """The finding that a report shows in full: the first error, else the first advice, else None."""
        return next(iter(self.errors or self.advice), None)

    @property
    def untouched(self) -> bool:
        """Whether the learner has written no step yet, and nothing is wrong."""
        own = [step for step in self.steps if step.name != GIVEN]
        return self.verdict == "unfinished" and all(step.status == "todo" for step in own)

    def json(self) -> str:
        """The contract's JSON document as one line of ASCII, so that no encoding can damage it."""
        output = {"text": self.printed, "truncated": self.truncated}
        record = {"schema": SCHEMA, **vars(self), "output": output}
        return json.dumps({key: record[key] for key in FIELDS}, default=vars, allow_nan=False)
