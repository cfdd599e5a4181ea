"""One grading of the exercise, as the journal remembers it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from ..verdict import Finding, Verdict
from .journal import Record

EVENT = "run"

Named = tuple[str, str]  # a mistake's id, the step in which it shows


@dataclass(frozen=True)
class Run:
    """What one grading said.

    Attributes:
        verdict: passed, failed or unfinished.
        steps: the status of each, by name and in order.
        mistakes: the errors that were found, the root cause first.
        advice: what was advised.
        digest: of the source that was graded.
        by: who asked: check, watch, interview or hint.
        untouched: whether nothing was written yet.
    """

    verdict: str
    steps: Mapping[str, str]
    mistakes: tuple[Named, ...] = ()
    advice: tuple[Named, ...] = ()
    digest: str = ""
    by: str = "check"
    untouched: bool = False

    @property
    def passed(self) -> bool:
        """Whether all was right."""
        return self.verdict == "passed"

    def facts(self) -> dict[str, Any]:
        """What a record of it holds."""
        return asdict(self)


def run_of(verdict: Verdict, source: str, by: str) -> Run:
    """What there is to remember of a grading of `source`."""
    return Run(
        verdict=verdict.verdict,
        steps={step.name: step.status for step in verdict.steps},
        mistakes=_named(verdict.errors),
        advice=_named(verdict.advice),
        digest=digest(source),
        by=by,
        untouched=verdict.untouched,
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
    )


def digest(source: str) -> str:
    """What tells one version of a file from another."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def _named(findings: tuple[Finding, ...]) -> tuple[Named, ...]:
    return tuple(dict.fromkeys((finding.mistake, finding.step) for finding in findings))


def _pairs(held: Any) -> tuple[Named, ...]:
    """The pairs of text in what a line of the journal held; whatever else is there is passed over."""
    items = held if isinstance(held, list | tuple) else ()
    pairs = [tuple(item) for item in items if isinstance(item, list | tuple)]
    return tuple((str(pair[0]), str(pair[1])) for pair in pairs if len(pair) == 2)
