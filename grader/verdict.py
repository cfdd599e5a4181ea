"""The result of a grading, as frozen records."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

SCHEMA = 2
FIELDS = (
    "exercise", "twist", "submission", "verdict", "steps", "findings", "fixed", "output", "seed", "seconds"
)  # fmt: skip
"""Of the document, in the order of the contract."""

GIVEN = "init"
"""The step of the constructor, which every stub that has it gives; all other steps are the learner's."""

Status = Literal["passed", "failed", "todo", "blocked"]
Severity = Literal["error", "advice"]


@dataclass(frozen=True)
class Check:
    """One hidden check: its name, how it went and, where it did not pass, why."""

    name: str
    status: Status
    message: str = ""


@dataclass(frozen=True)
class Step:
    """One step of the exercise with its checks, in order."""

    name: str
    status: Status
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True)
class Change:
    """Lines of the file that are replaced; with `end` before `start`, the text is put before `start`."""

    # start, end: the first and the last line, from 1
    start: int
    end: int
    text: str  # what is there instead, with its line ends


@dataclass(frozen=True)
class Finding:
    """One mistake (or one piece of advice) that the numbers confirmed."""

    mistake: str  # its id in the catalogue
    severity: Severity  # advice never fails a submission
    step: str  # the step in which it shows, or loading
    line: int | None  # the line of the file to look at, if there is one
    seen: str  # what was seen against what was expected
    # a question, the mistake named, the corrected expression; empty where none are wanted
    hints: tuple[str, ...] = ()
    fix: tuple[Change, ...] | None = None  # what makes its step pass; none where none was found or looked for


@dataclass(frozen=True)
class FailingCase:
    """A small input on which a method goes wrong: it was run, and this is what came of it."""

    method: str  # that was called
    code: tuple[str, ...]  # Python that shows it without the grader, line by line
    expected: str  # what is right
    got: str  # what came


@dataclass(frozen=True)
class Printed:
    """What the calls of one method printed."""

    method: str  # that was called; empty for what was printed at load
    lines: tuple[tuple[str, int, int], ...]  # each line once, with how often and in how many calls it came
    more: int = 0  # how many further lines there were


@dataclass(frozen=True)
class Verdict:
    """All that there is to say about one submission."""

    exercise: str
    submission: str
    verdict: Literal["passed", "failed", "unfinished"]
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    printed: str  # the beginning of what the submission printed, as it came
    truncated: bool
    seed: int
    seconds: float
    twist: str | None = None  # the name of the twist by which it was graded; none for the plain task
    fixed: bool | None = None  # whether all fixes together make it pass; none where none was looked for
    printed_by: tuple[Printed, ...] = ()  # the same by method and further on; no part of the document

    @property
    def loaded(self) -> bool:
        """Whether the file could be loaded; where it could not, no step was judged."""
        return any(step.status != "blocked" for step in self.steps)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail the submission."""
        return tuple(f for f in self.findings if f.severity == "error")

    @property
    def advice(self) -> tuple[Finding, ...]:
        """The findings that do not."""
        return tuple(f for f in self.findings if f.severity == "advice")

    @property
    def in_full(self) -> Finding | None:
        """The finding that a report shows in full: the first error or, where there is none, advice."""
        return next(iter(self.errors or self.advice), None)

    @property
    def untouched(self) -> bool:
        """Whether nothing is wrong and no step was written but the one that is given."""
        own = [step for step in self.steps if step.name != GIVEN]
        return self.verdict == "unfinished" and all(step.status == "todo" for step in own)

    def json(self) -> str:
        """The document of the contract in one line of ASCII, so that no encoding can spoil it."""
        return json.dumps(_document(dict(vars(self))), default=vars, allow_nan=False)

    def document(self) -> dict[str, Any]:
        """The JSON document of the contract, as plain data."""
        return _document(asdict(self))


def _document(record: dict[str, Any]) -> dict[str, Any]:
    record["output"] = {"text": record.pop("printed"), "truncated": record.pop("truncated")}
    return {"schema": SCHEMA, **{key: record[key] for key in FIELDS}}
