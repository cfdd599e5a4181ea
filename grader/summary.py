"""What a grading found, as the parts of a verdict: the findings with their hints, the steps, the outcome."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from .kata import Kata
from .verdict import CheckResult, Finding, Status, Step

if TYPE_CHECKING:
    from .engine.diagnosis import Named

EXCEPTIONS = ("raises", "import-fails")
OF_ONE_STEP = ("raises", "returns-none", "too-much-memory")  # corrected by the right code of their step


def finding(kata: Kata, named: "Named", hints: bool) -> Finding:
    """The finding, with hints that fit what was seen and the step."""
    from .engine.declaration.exception_hints import meaning

    entry = kata.catalogue[named.mistake]
    rungs = (named.hints or entry.hints) if hints else ()
    special = named.hint or (meaning(named.seen) if entry.id in EXCEPTIONS else "")
    if rungs and special:
        rungs = (rungs[0], special, rungs[2])
    if rungs and entry.id in OF_ONE_STEP and named.step in kata.beginnings:
        rungs = (*rungs[:2], kata.beginnings[named.step][2])
    elif rungs and entry.id in OF_ONE_STEP and named.step == kata.steps[0]:
        rungs = (*rungs[:2], kata.catalogue["parameters-missing"].hints[2])
    severity = named.severity or entry.severity
    return Finding(entry.id, severity, named.step, named.line, named.seen, rungs)


def steps(
    kata: Kata, checks: dict[str, tuple[CheckResult, ...]], named: Iterable["Named"]
) -> tuple[Step, ...]:
    """All steps with their checks; one that fails only because of another step's mistake is blocked.

    So is one that judges a method on further data, if a mistake of that method is found in its first step:
    whether it would pass may be chance then.
    """
    named = list(named)
    blamed = [n.step for n in named if n.severity != "advice"]
    why = f"{f'the finding in {blamed[0]}' if len(set(blamed)) == 1 else 'another finding'} explains it"
    unsure = _judged_again(kata, named)
    steps = []
    for name in kata.steps:
        results = checks.get(name, ())
        status = _status(results)
        hidden = {"failed", "passed"} if name in unsure else {"failed"}
        if status in hidden and name not in blamed:
            status = "blocked"
            results = tuple(
                c if c.status not in hidden else CheckResult(c.name, "blocked", why) for c in results
            )
        if status == "passed" and name in blamed:  # right answers, but by a forbidden method
            status = "failed"
        steps.append(Step(name, status, results))
    return tuple(steps)


def _judged_again(kata: Kata, named: Iterable["Named"]) -> set[str]:
    """The second steps of methods (see `exercise.Apart`) that have a mistake of their own in the first."""
    errors = [n for n in named if n.severity != "advice"]
    return {
        method.apart.step
        for method in kata.declaration.methods
        if method.apart is not None
        and any(n.step == method.step and n.mistake.startswith(f"{method.family}-") for n in errors)
    }


def _status(checks: Iterable[CheckResult]) -> Status:
    statuses = [check.status for check in checks]
    for status in ("failed", "blocked", "todo"):
        if status in statuses:
            return status
    return "passed" if statuses else "failed"


def outcome(
    steps: tuple[Step, ...], findings: tuple[Finding, ...]
) -> Literal["passed", "failed", "unfinished"]:
    """The verdict on the whole file."""
    if any(f.severity == "error" for f in findings) or any(s.status == "failed" for s in steps):
        return "failed"
    if all(step.status == "passed" for step in steps):
        return "passed"
    return "unfinished" if any(step.status == "todo" for step in steps) else "failed"
