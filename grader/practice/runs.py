"""One grading of the exercise, as the journal records it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from ..verdict import Finding, Step, Verdict
from .journal import Record

EVENT = "run"
WHERE_THERE_IS_ONE = ("checks", "kept", "saved")
"""The fields that a record leaves out if they are empty."""

MistakeInStep = tuple[str, str]  # a mistake's id, the step in which it shows


@dataclass(frozen=True)
class GradedRun:
    """The result of one grading."""

    verdict: str  # passed, failed or unfinished
    steps: Mapping[str, str]  # the status of each, by name and in order
    mistakes: tuple[MistakeInStep, ...] = ()  # the errors that were found, the root cause first
    advice: tuple[MistakeInStep, ...] = ()  # the pieces of advice
    digest: str = ""  # the digest of the graded source
    by: str = "check"  # the command that graded: check, watch, interview, hint or compare
    untouched: bool = False  # whether nothing was written yet
    # for each step that did not pass, the checks that did; empty if unknown
    checks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # the name of the first backup of the exercise with the same code; empty if there is none
    kept: str = ""
    saved: str = ""  # when the file was saved, in ISO 8601; empty if unknown

    @property
    def passed(self) -> bool:
        """Whether the whole exercise passed."""
        return self.verdict == "passed"

    def passed_of(self, step: str, checks: Sequence[str]) -> tuple[str, ...]:
        """Which of the checks of a step passed."""
        if self.steps.get(step) == "passed":
            return tuple(checks)
        return tuple(name for name in checks if name in self.checks.get(step, ()))

    def facts(self) -> dict[str, Any]:
        """The facts of its journal record."""
        return {key: held for key, held in asdict(self).items() if held or key not in WHERE_THERE_IS_ONE}


def run_of(verdict: Verdict, source: str, by: str, saved: float | None = None) -> GradedRun:
    """The run to record for a grading of `source`, saved at `saved` seconds since 1970 (None: unknown)."""
    return GradedRun(
        verdict=verdict.verdict,
        steps={step.name: step.status for step in verdict.steps},
        mistakes=_named(verdict.errors),
        advice=_named(verdict.advice),
        digest=digest(source),
        by=by,
        untouched=verdict.untouched,
        checks={step.name: passed for step in verdict.steps if (passed := _passed_nevertheless(step))},
        saved=_in_words(saved),
    )


def run_in(record: Record) -> GradedRun | None:
    """The run in a record; None if the record is of another kind, or not valid."""
    facts = record.facts
    steps = facts.get("steps")
    if record.event != EVENT or not isinstance(steps, dict):
        return None
    return GradedRun(
        verdict=str(facts.get("verdict")),
        steps={str(name): str(status) for name, status in steps.items()},
        mistakes=_pairs(facts.get("mistakes")),
        advice=_pairs(facts.get("advice")),
        digest=str(facts.get("digest", "")),
        by=str(facts.get("by", "check")),
        untouched=facts.get("untouched") is True,
        checks=_texts(facts.get("checks")),
        kept=str(facts.get("kept", "")),
        saved=str(facts.get("saved", "")),
    )


def last_run(records: Iterable[Record]) -> GradedRun | None:
    """The newest run in the records; None if there is none."""
    return next((run for record in reversed(tuple(records)) if (run := run_in(record))), None)


def digest(source: str) -> str:
    """A hash that identifies one version of a file."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def _in_words(seconds: float | None) -> str:
    """A moment in ISO 8601, in UTC; empty if there is none, or it is outside the calendar."""
    try:
        moment = None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        moment = None
    return "" if moment is None else moment.isoformat(timespec="milliseconds")


def _named(findings: tuple[Finding, ...]) -> tuple[MistakeInStep, ...]:
    return tuple(dict.fromkeys((finding.mistake, finding.step) for finding in findings))


def _passed_nevertheless(step: Step) -> tuple[str, ...]:
    """The checks that passed in a step that did not pass."""
    if step.status == "passed":
        return ()
    return tuple(check.name for check in step.checks if check.status == "passed")


def _texts(held: Any) -> dict[str, tuple[str, ...]]:
    """The lists of text in a value from the journal, by name; everything else is ignored."""
    items = held.items() if isinstance(held, dict) else ()
    return {str(name): tuple(map(str, texts)) for name, texts in items if isinstance(texts, list | tuple)}


def _pairs(held: Any) -> tuple[MistakeInStep, ...]:
    """The pairs of text in a value from the journal; everything else is ignored."""
    items = held if isinstance(held, list | tuple) else ()
    pairs = [tuple(item) for item in items if isinstance(item, list | tuple)]
    return tuple((str(pair[0]), str(pair[1])) for pair in pairs if len(pair) == 2)
