"""What a grading says: frozen records that know nothing of how they came about."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

SCHEMA = 1

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
class Finding:
    """One mistake (or one piece of advice) that the numbers confirmed.

    Attributes:
        mistake: its id in the catalogue.
        severity: advice never fails a submission.
        step: the step in which it shows, or loading.
        line: the line of the file to look at, if there is one.
        seen: what was seen against what was expected.
        hints: a question, the mistake named, the mended expression; empty where none are wanted.
    """

    mistake: str
    severity: Severity
    step: str
    line: int | None
    seen: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """All that there is to say about one submission."""

    exercise: str
    submission: str
    verdict: Literal["passed", "failed", "unfinished"]
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    printed: str
    truncated: bool
    seed: int
    seconds: float

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
    def untouched(self) -> bool:
        """Whether nothing is wrong and no step was written; the first one is given."""
        return self.verdict == "unfinished" and all(step.status == "todo" for step in self.steps[1:])

    def document(self) -> dict[str, Any]:
        """The JSON document of the contract."""
        record = asdict(self)
        output = {"text": record.pop("printed"), "truncated": record.pop("truncated")}
        tail = {key: record.pop(key) for key in ("seed", "seconds")}
        return {"schema": SCHEMA, **record, "output": output, **tail}
