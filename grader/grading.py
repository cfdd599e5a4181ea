"""Grade one submission: this combines the judge and the diagnosis."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import summary
from .check_runner import Checks, check_names
from .kata import Kata
from .other_exercise import told
from .sandbox import launch
from .submission import Submission
from .verdict import Check, Printed, Step, Verdict

if TYPE_CHECKING:
    from .engine.asking.learner import Learner
    from .engine.diagnosis import Named
    from .sandbox.client import Sandbox
    from .sandbox.limits import Limits

HERE = Path(__file__).resolve().parent


def grade(
    kata: Kata,
    submission: Submission,
    *,
    seed: int | None = None,
    hints: bool = True,
    diagnosed: bool = True,
    limits: "Limits | None" = None,
    start: launch.Start = launch.start,
    cancel: launch.Cancel | None = None,
    with_pytest: bool = True,
) -> Verdict:
    """The verdict on one submission.

    Args:
        kata: the exercise.
        submission: the file, already read.
        seed: of the probe data; by default a new one.
        hints: whether the findings carry their hints.
        diagnosed: whether to look for the mistakes; if not, every step that does not pass is blocked.
        limits: the limits of each call.
        start: starts the workers.
        cancel: cancels the grading, from another thread.
        with_pytest: whether pytest runs the checks; without it a grading starts faster.

    Raises:
        JudgeError, WorkerLost: if the grader itself failed, which says nothing about the submission.
        Cancelled: if it was cancelled.
    """
    begun = time.monotonic()
    process = start()  # it gets ready while NumPy and pytest are imported here
    import numpy as np

    from .sandbox.client import Sandbox
    from .sandbox.limits import Limits

    seed = new_seed() if seed is None else seed
    limits = limits or Limits()
    cancel = cancel or launch.Cancel()
    sandbox = Sandbox(load_request(kata, submission), limits, process=process, start=start, cancel=cancel)
    try:
        with np.errstate(all="ignore"):
            found, steps = _judged(kata, sandbox, submission, seed, with_pytest, diagnosed)
    except BaseException:
        cancel.check()  # if cancelled, the error came from killing the workers
        raise
    cancel.check()
    findings = tuple(summary.finding(kata, named, hints) for named in found)
    return Verdict(
        exercise=kata.name,
        twist=kata.twist,
        submission=submission.path,
        verdict=summary.outcome(steps, findings),
        steps=steps,
        findings=findings,
        printed=sandbox.output.text,
        truncated=sandbox.output.truncated,
        printed_by=tuple(Printed(*group) for group in sandbox.output.groups()),
        seed=seed,
        seconds=round(time.monotonic() - begun, 3),
    )


def new_seed() -> int:
    """The seed of new probe data."""
    return time.time_ns() % 1_000_000_007


def load_request(kata: Kata, submission: Submission) -> dict[str, Any]:
    """The request with which a sandbox loads a submission."""
    from .engine.diagnose.load_failures import load_request as request

    off_limits = [str(kata.solution_path.parent), str(HERE)]
    hidden = [str(kata.exercise_path.parent / ".grader"), *_history(HERE.parent / ".git")]
    asked = request(kata.declaration, submission.source, submission.filename, off_limits)
    return asked | {"hidden": hidden}


def _history(git: Path) -> list[str]:
    """The paths of git's files for the project; in a linked work tree, `.git` names the real folder."""
    try:
        named = git.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
    except (OSError, UnicodeError):
        return [str(git)]
    place = HERE.parent / named
    return [str(git), str(place.parent.parent if place.parent.name == "worktrees" else place)]


@contextmanager
def loaded(kata: Kata, submission: Submission) -> "Iterator[Sandbox]":
    """Yield a sandbox that has loaded the submission, for the caller's own requests; output is dropped."""
    from .sandbox.client import Sandbox
    from .sandbox.limits import Limits

    sandbox = Sandbox(load_request(kata, submission), Limits(), quiet=True)
    try:
        sandbox.load()
        yield sandbox
    finally:
        sandbox.end()


def _judged(
    kata: Kata, sandbox: "Sandbox", submission: Submission, seed: int, with_pytest: bool, diagnosed: bool
) -> tuple[list[Any], tuple[Step, ...]]:  # fmt: skip
    """The mistakes and the steps; the worker loads the file and answers while pytest is imported here."""
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np

    # Each thread has its own setting for floating-point warnings, and wrong submissions may overflow.
    threads = ThreadPoolExecutor(1, initializer=partial(np.seterr, all="ignore"))
    try:
        opening = threads.submit(_open, kata, sandbox, submission, seed)
        if with_pytest:
            from .judge import run_checks
        else:
            from .check_runner import run_checks
        from .engine.asking.requests import drawn

        drawn(kata.declaration, seed)  # while the worker loads the file
        fatal, learner = opening.result()
        if learner is None and diagnosed:
            fatal = [*told(kata, submission.source, _blamed(kata, sandbox, submission, seed, fatal))]
        exercise = kata.declaration
        if learner is None:
            why = "the file does not load"
            names = check_names(exercise)
            blocked = {step: tuple(Check(name, "blocked", why) for name in names[step]) for step in names}
            return _violations(kata, sandbox, [], fatal), summary.steps(kata, blocked, [])
        checks = run_checks(exercise, learner)
        failed = {name for name, said in checks.items() if any(c.status == "failed" for c in said)}
        named, advice = _diagnosed(learner, checks, failed, diagnosed)
    finally:
        sandbox.end()
        threads.shutdown()  # a cancelled grading has ended in this thread too
    found = _violations(kata, sandbox, named, [])
    return found + advice, summary.steps(kata, checks, found)


def _diagnosed(
    learner: Any, checks: Checks, failed: set[str], deeply: bool
) -> "tuple[list[Named], list[Named]]":
    """The mistakes in the steps that failed, and advice on the others; or only what needs no diagnosis."""
    from .engine.advice import advise
    from .engine.diagnose.load_failures import caused_by_missing_method, missing_methods, no_model

    if named := no_model(learner):
        return named, []
    named = missing_methods(learner) + ([learner.promoted] if learner.promoted else [])
    if failed and deeply:
        from .engine.diagnose.failed_steps import diagnose, find_unexplained

        missing = {found.line for found in named}
        follows = partial(caused_by_missing_method, learner)
        found = diagnose(learner, failed)
        named += [n for n in found if not (n.mistake == "raises" and (n.line in missing or follows(n)))]
        silent = {step for step in failed if not any(n.step == step for n in named)}
        named += find_unexplained(learner, silent, checks, named)
    elif not failed and not named and any(c.status == "blocked" for c in checks.get("vectorization", ())):
        from .engine.diagnose.vectorization import unjudged

        named += unjudged(learner)
    return named, advise(learner, set(checks) - failed) if deeply else []


def _open(
    kata: Kata, sandbox: "Sandbox", submission: Submission, seed: int
) -> "tuple[list[Named], Learner | None]":
    """Load the file and send what every grading asks; why it cannot be judged, or the learner."""
    from .engine import prefetch
    from .engine.asking.learner import Learner
    from .engine.diagnose import load_failures
    from .engine.diagnose.wrong_setting import promote

    exercise, facts, made = kata.declaration, dict[str, Any](), list[Learner]()

    def read() -> None:
        """Read what the code shows while the worker loads the file."""
        made.append(Learner(exercise, sandbox, facts, seed))
        _ = made[0].evenness

    loaded = sandbox.load(meanwhile=read)
    fatal = load_failures.diagnose(exercise, loaded, submission.source)
    if fatal or not isinstance(loaded, dict):
        return fatal, None
    facts.update(loaded)
    (learner,) = made
    prefetch.send_first(learner)
    learner.promoted = promote(learner)
    prefetch.send(learner)
    return [], learner


def _blamed(
    kata: Kata, sandbox: "Sandbox", submission: Submission, seed: int, fatal: "list[Named]"
) -> "list[Named]":
    """Why the file cannot be judged; an exception in a right method is blamed on the statement outside.

    The methods are right if they pass without the statements of the top level that raise.
    """
    loaded = sandbox.loaded
    stack: list[int] = loaded.get("raised", {}).get("stack", []) if isinstance(loaded, dict) else []
    if len(stack) < 2 or fatal[0].mistake != "import-fails" or fatal[0].line == stack[0]:
        return fatal
    from .engine.fix.edits.demo import last_outside, without_demo

    line = last_outside(kata.declaration, submission.source, stack)
    rest = without_demo(submission.source, stack[0])
    if line in (None, fatal[0].line) or rest is None:
        return fatal
    without = replace(submission, source=rest)
    verdict = grade(kata, without, seed=seed, hints=False, diagnosed=False, start=sandbox.start,
                    cancel=sandbox.cancel, with_pytest=False)  # fmt: skip
    right = {step.status for step in verdict.steps} <= {"passed", "todo"}
    return [replace(fatal[0], line=line), *fatal[1:]] if right else fatal


def _violations(kata: Kata, sandbox: "Sandbox", named: list[Any], fatal: list[Any]) -> list[Any]:
    """The guard's reports, then the findings that do not follow from them."""
    from .engine.diagnose.load_failures import find_violations

    refused = find_violations(kata.declaration, sandbox.violations)
    lines = {v.line for v in refused}
    rest = [n for n in [*fatal, *named] if n.mistake not in summary.EXCEPTIONS or n.line not in lines]
    found: list[Any] = refused + rest
    return found
