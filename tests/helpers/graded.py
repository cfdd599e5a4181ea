"""Grade in this process, as the command does, and compare the outcome with the expected one."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader import submission
from grader.fixing import with_fixes
from grader.grading import grade
from grader.kata import Kata, find_kata
from grader.sandbox import launch
from grader.sandbox.client import Sandbox
from grader.sandbox.fork_client import ForkServer
from grader.sandbox.limits import Limits
from grader.submission import Submission
from grader.verdict import Verdict

from .labels import Labelled

KATA: Kata = find_kata()
SEED = 20261123
# Forks a worker in milliseconds: hundreds of submissions are graded.
FORK_SERVER = ForkServer()
# For code that never ends: right code needs milliseconds, so a shorter deadline changes no verdict.
IMPATIENT = Limits(processor=1.0, wall=2.5)


def graded(
    raw: bytes | str,
    folder: Path,
    *,
    seed: int = SEED,
    limits: Limits | None = None,
    start: launch.Start = FORK_SERVER.start,
    kata: Kata = KATA,
) -> Verdict:
    """The verdict on a text, which is written to a file in `folder`."""
    path = folder / "submission.py"
    path.write_bytes(raw.encode("utf-8") if isinstance(raw, str) else raw)
    with warnings.catch_warnings():
        # pytest's deprecation warnings must not become errors in the pytest that runs the hidden checks.
        warnings.simplefilter("ignore", pytest.PytestDeprecationWarning)
        return grade(kata, submission.read(str(path)), seed=seed, limits=limits, start=start)


def graded_text(source: str, kata: Kata = KATA, seed: int = 5) -> Verdict:
    """The verdict on a text, graded without pytest and without a file."""
    return grade(kata, Submission("some.py", source), seed=seed, start=FORK_SERVER.start, with_pytest=False)


def fixed_text(source: str, kata: Kata = KATA, seed: int = 5) -> Verdict:
    """The same verdict with its fixes."""
    verdict = graded_text(source, kata, seed)
    return with_fixes(kata, Submission("some.py", source), verdict, start=FORK_SERVER.start)


def graded_label(
    one: Labelled, folder: Path, *, seed: int | None = None, start: launch.Start = FORK_SERVER.start
) -> Verdict:
    """The verdict on a labelled submission; one that is known never to end gets less time."""
    limits = IMPATIENT if "times-out" in one.ids else None
    seed, kata = one.rank if seed is None else seed, find_kata(one.exercise).twisted(one.twist)
    return graded(one.raw, folder, seed=seed, limits=limits, start=start, kata=kata)


@pytest.fixture(scope="module")
def forked_workers() -> Iterator[None]:
    """Fork workers by default instead of starting them: a started one takes 0.2 s to import NumPy."""
    usual = Sandbox.__init__.__kwdefaults__
    assert usual is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(usual, "start", FORK_SERVER.start)
        yield


def errors(verdict: Verdict) -> list[str]:
    """The ids of the errors, in the order of the report."""
    return [found.mistake for found in verdict.errors]


def trouble(one: Labelled, verdict: Verdict) -> str:
    """What is wrong with the verdict on a labelled submission; empty if it is as expected."""
    found = set(errors(verdict))
    advice = {finding.mistake for finding in verdict.advice}
    if one.expected == "pass":
        right = verdict.verdict == "passed" and not found
        other = sorted(advice ^ one.advice) if one.folder in ("correct", "right") else []
        return "" if right and not other else f"{verdict.verdict} with {sorted(found | advice)}"
    if one.expected == "unfinished":
        todo = {step.name for step in verdict.steps if step.status == "todo"}
        right = verdict.verdict == "unfinished" and not found and todo == one.todo
        return "" if right else f"{verdict.verdict} with {sorted(found)}, todo are {sorted(todo)}"
    missing = [sorted(slot) for slot in one.required if not slot & found]
    extra = sorted(found - one.ids) if one.expected == "wrong" else []
    if verdict.verdict != "failed" or missing or extra:
        return f"{verdict.verdict} with {sorted(found)}, not {[sorted(slot) for slot in one.required]}"
    return ""


def line_trouble(one: Labelled, verdict: Verdict) -> str:
    """What is wrong with the lines of the findings; empty if nothing is.

    Each must be a marked line; if fewer lines are marked than there are mistakes, one of them must be.
    """
    lines = [found.line for found in verdict.findings if found.mistake in (one.ids or one.advice)]
    right = [line in one.marked for line in lines]
    enough = all(right) if len(one.marks) >= len(one.required) else any(right)
    if not one.marked or (lines and enough):
        return ""
    return f"lines {lines}, not {sorted(one.marked)}"


def outcome(verdict: Verdict) -> tuple[object, ...]:
    """The part of a verdict that must be the same for every seed: verdict, findings, statuses of the steps.

    The contract does not promise which of several checks of a failed step fail; a random fit may vary them.
    The observed numbers vary too.
    """
    findings = [(found.mistake, found.severity, found.step, found.line) for found in verdict.findings]
    steps = [(step.name, step.status) for step in verdict.steps]
    return verdict.verdict, findings, steps
