"""One grading of the exercise, as the journal remembers it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from ..verdict import Finding, Step, Verdict
from .journal import Record

EVENT = "run"
WHERE_THERE_IS_ONE = ("checks", "kept", "saved")
"""What a record leaves out where there is nothing to say of it."""

Named = tuple[str, str]  # a mistake's id, the step in which it shows


@dataclass(frozen=True)
class Run:
    """What one grading said."""

    verdict: str  # passed, failed or unfinished
    steps: Mapping[str, str]  # the status of each, by name and in order
    mistakes: tuple[Named, ...] = ()  # the errors that were found, the root cause first
    advice: tuple[Named, ...] = ()  # what was advised
    digest: str = ""  # of the source that was graded
    by: str = "check"  # who asked: check, watch, interview or hint
    untouched: bool = False  # whether nothing was written yet
    # of each step that did not pass, the checks that did; where that is not known, none
    checks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # the name of the first copy of the exercise that holds the same code; empty where none does
    kept: str = ""
    saved: str = ""  # when the file was saved, in ISO 8601; empty where that is not known

    @property
    def passed(self) -> bool:
        """Whether all was right."""
        return self.verdict == "passed"

    def passed_of(self, step: str, checks: Sequence[str]) -> tuple[str, ...]:
        """Which of the checks of a step passed."""
        if self.steps.get(step) == "passed":
            return tuple(checks)
        return tuple(name for name in checks if name in self.checks.get(step, ()))

    def facts(self) -> dict[str, Any]:
        """What a record of it holds."""
        return {key: held for key, held in asdict(self).items() if held or key not in WHERE_THERE_IS_ONE}


def run_of(verdict: Verdict, source: str, by: str, saved: float | None = None) -> Run:
    """What there is to remember of a grading of `source`, which was saved so many seconds after 1970."""
    return Run(
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


def run_in(record: Record) -> Run | None:
    """The run that a record tells of; none where it is another's, or makes no sense."""
    facts = record.facts
    steps = facts.get("steps")
    if record.event != EVENT or not isinstance(steps, dict):
        return None
    return Run(
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


def last_run(records: Iterable[Record]) -> Run | None:
    """The newest run that the records tell of."""
    return next((run for record in reversed(tuple(records)) if (run := run_in(record))), None)


def digest(source: str) -> str:
    """What tells one version of a file from another."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def _in_words(seconds: float | None) -> str:
    """A moment in ISO 8601; empty where there is none, or none that the calendar has."""
    try:
        moment = None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        moment = None
    return "" if moment is None else moment.isoformat(timespec="milliseconds")


def _named(findings: tuple[Finding, ...]) -> tuple[Named, ...]:
    return tuple(dict.fromkeys((finding.mistake, finding.step) for finding in findings))


def _passed_nevertheless(step: Step) -> tuple[str, ...]:
    """The checks that passed in a step that did not."""
    if step.status == "passed":
        return ()
    return tuple(check.name for check in step.checks if check.status == "passed")


def _texts(held: Any) -> dict[str, tuple[str, ...]]:
    """The lists of text in what a line of the journal held, by name; all else is passed over."""
    items = held.items() if isinstance(held, dict) else ()
    return {str(name): tuple(map(str, texts)) for name, texts in items if isinstance(texts, list | tuple)}


def _pairs(held: Any) -> tuple[Named, ...]:
    """The pairs of text in what a line of the journal held; whatever else is there is passed over."""
    items = held if isinstance(held, list | tuple) else ()
    pairs = [tuple(item) for item in items if isinstance(item, list | tuple)]
    return tuple((str(pair[0]), str(pair[1])) for pair in pairs if len(pair) == 2)
