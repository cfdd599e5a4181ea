"""Grade one submission: load it in a worker, run the hidden checks, and name the mistakes in what failed."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import summary
from .check_runner import Checks, check_names
from .kata import Kata
from .other_exercise import naming_other_exercises
from .sandbox import launch
from .submission import Submission
from .verdict import CheckResult, Printed, Step, Verdict

if TYPE_CHECKING:
    from .engine.asking.learner import Learner
    from .engine.declaration.exercise import Exercise
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
    from .sandbox.client import Sandbox
    from .sandbox.limits import Limits

    seed = new_seed() if seed is None else seed
    limits, cancel = limits or Limits(), cancel or launch.Cancel()
    sandbox = Sandbox(load_request(kata, submission), limits, process=process, start=start, cancel=cancel)
    try:
        named, steps = _Grading(kata, submission, sandbox, seed, with_pytest, diagnosed).judge()
    except BaseException:
        cancel.check()  # if cancelled, the error came from killing the workers
        raise
    cancel.check()
    findings = tuple(summary.finding(kata, one, hints) for one in named)
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


@dataclass(frozen=True)
class _Grading:
    """One submission on its way through a sandbox: loaded, checked, diagnosed."""

    kata: Kata
    submission: Submission
    sandbox: "Sandbox"
    seed: int
    with_pytest: bool
    diagnosed: bool

    def judge(self) -> "tuple[list[Named], tuple[Step, ...]]":
        """The mistakes, and the steps; ends the sandbox."""
        from concurrent.futures import ThreadPoolExecutor

        import numpy as np

        # Each thread has its own setting for floating-point warnings, and wrong submissions may overflow.
        threads = ThreadPoolExecutor(1, initializer=partial(np.seterr, all="ignore"))
        try:
            with np.errstate(all="ignore"):
                opening = threads.submit(self._open)
                run_checks = self._import_while_loading()
                failures, learner = opening.result()
                if learner is None:
                    return self._not_loaded(failures)
                checks = run_checks(self.kata.declaration, learner)
                named, advice = _diagnosed(learner, checks, self.diagnosed)
        finally:
            self.sandbox.end()
            threads.shutdown()  # a cancelled grading has ended in this thread too
        named = self._with_violations(named)
        return named + advice, summary.steps(self.kata, checks, named)

    def _import_while_loading(self) -> "Callable[[Exercise, Learner], Checks]":
        """Import what runs the checks, and draw the data."""
        if self.with_pytest:
            from .judge import run_checks
        else:
            from .check_runner import run_checks
        from .engine.asking.requests import drawn

        drawn(self.kata.declaration, self.seed)
        return run_checks

    def _open(self) -> "tuple[list[Named], Learner | None]":
        """Load the file and send what every grading asks; why it cannot be judged, or the learner."""
        from .engine import prefetch
        from .engine.asking.learner import Learner
        from .engine.diagnose import load_failures
        from .engine.diagnose.wrong_setting import promote

        exercise = self.kata.declaration
        facts: dict[str, Any] = {}
        learners: list[Learner] = []

        def read_code() -> None:
            """Read what the code shows while the worker loads the file."""
            learners.append(Learner(exercise, self.sandbox, facts, self.seed))
            _ = learners[0].evenness

        loaded = self.sandbox.load(meanwhile=read_code)
        failures = load_failures.diagnose(exercise, loaded, self.submission.source)
        if failures or not isinstance(loaded, dict):
            return failures, None
        facts.update(loaded)
        (learner,) = learners
        prefetch.send_first(learner)
        learner.promoted = promote(learner)
        prefetch.send(learner)
        return [], learner

    def _not_loaded(self, failures: "list[Named]") -> "tuple[list[Named], tuple[Step, ...]]":
        """Why the file cannot be judged, and its steps, which are all blocked."""
        if self.diagnosed:
            blamed = self._blamed(failures)
            failures = [*naming_other_exercises(self.kata, self.submission.source, blamed)]
        names = check_names(self.kata.declaration)
        why = "the file does not load"
        blocked = {step: tuple(CheckResult(name, "blocked", why) for name in names[step]) for step in names}
        return self._with_violations(failures), summary.steps(self.kata, blocked, [])

    def _blamed(self, failures: "list[Named]") -> "list[Named]":
        """Why the file cannot be judged; an exception in a right method is blamed on the statement outside.

        The methods are right if they pass without the statements of the top level that raise.
        """
        exercise, source, loaded = self.kata.declaration, self.submission.source, self.sandbox.loaded
        stack: list[int] = loaded.get("raised", {}).get("stack", []) if isinstance(loaded, dict) else []
        first = failures[0]
        if len(stack) < 2 or first.mistake != "import-fails" or first.line == stack[0]:
            return failures
        from .engine.fix.edits.demo import last_outside, without_demo

        line = last_outside(exercise, source, stack)
        rest = without_demo(source, stack[0])
        if line in (None, first.line) or rest is None:
            return failures
        verdict = grade(
            self.kata,
            replace(self.submission, source=rest),
            seed=self.seed,
            hints=False,
            diagnosed=False,
            start=self.sandbox.start,
            cancel=self.sandbox.cancel,
            with_pytest=False,
        )
        right = {step.status for step in verdict.steps} <= {"passed", "todo"}
        return [replace(first, line=line), *failures[1:]] if right else failures

    def _with_violations(self, named: "list[Named]") -> "list[Named]":
        """The guard's reports, then the mistakes that do not follow from them."""
        from .engine.diagnose.load_failures import find_violations

        refused = find_violations(self.kata.declaration, self.sandbox.violations)
        lines, acts = {one.line for one in refused}, [one["what"] for one in self.sandbox.violations]

        def follows(one: "Named") -> bool:
            return one.line in lines or any(act in one.seen for act in acts)

        return refused + [n for n in named if n.mistake not in summary.EXCEPTIONS or not follows(n)]


def _diagnosed(learner: "Learner", checks: Checks, deeply: bool) -> "tuple[list[Named], list[Named]]":
    """The mistakes in the steps that failed, and advice on the others; or only what needs no diagnosis."""
    from .engine.advice import advise
    from .engine.diagnose.load_failures import caused_by_missing_method, missing_methods, no_model

    if named := no_model(learner):
        return named, []
    failed = {step for step, results in checks.items() if any(c.status == "failed" for c in results)}
    named = missing_methods(learner) + ([learner.promoted] if learner.promoted else [])
    if failed and deeply:
        from .engine.diagnose.failed_steps import diagnose, find_unexplained

        missing = {one.line for one in named}
        follows = partial(caused_by_missing_method, learner)
        mistakes = diagnose(learner, failed)
        named += [n for n in mistakes if not (n.mistake == "raises" and (n.line in missing or follows(n)))]
        silent = {step for step in failed if not any(n.step == step for n in named)}
        named += find_unexplained(learner, silent, checks, named)
    elif not failed and not named and any(c.status == "blocked" for c in checks.get("vectorization", ())):
        from .engine.diagnose.vectorization import unjudged

        named += unjudged(learner)
    blamed = {one.line for one in named if one.line is not None}
    advice = advise(learner, set(checks) - failed) if deeply else []
    return named, [one for one in advice if one.step != "vectorization" or one.line not in blamed]
