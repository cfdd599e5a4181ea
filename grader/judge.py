"""Run the hidden checks with pytest, without output, and collect their results.

A single grading runs them so, each step as one test with a time limit of its own. What grades again and
again (a watched file, a batch, a fix) runs the same checks by `check_runner`, which starts faster. Only this
module imports pytest. A check that did not report counts as failed.
"""

import signal
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .check_runner import Checks, checks_by_step
from .engine.checks.hidden_check import JudgeError
from .verdict import CheckResult

if TYPE_CHECKING:
    from .engine.asking.learner import Learner
    from .engine.checks.hidden_check import Check
    from .engine.declaration.exercise import Exercise

OPTIONS = [
    "--disable-plugin-autoload", "--noconftest", "--import-mode=importlib",
    "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:junitxml", "-p", "no:pastebin",
    "-p", "no:doctest", "-p", "no:unittest", "-p", "no:faulthandler", "-p", "no:logging",
    "-p", "no:setuponly", "-p", "no:setupplan", "-p", "no:stepwise", "-p", "no:debugging",
    "-p", "no:tmpdir", "-p", "no:monkeypatch", "-p", "no:recwarn", "-p", "no:legacypath",
    "-p", "no:capture", "-p", "no:skipping", "-p", "no:assertion", "-p", "no:subtests",
    "-p", "no:threadexception", "-p", "no:unraisableexception", "-p", "no:warnings",
]  # fmt: skip
GUARD_SECONDS = 120
HIDDEN = Path(__file__).resolve().parent / "hidden"
"""The folder with the only test function, which pytest calls for every step."""


class Plugin:
    """A pytest plugin that runs the checks and collects their results; one test runs all checks of a step."""

    def __init__(self, steps: "dict[str, list[Check]]", learner: "Learner") -> None:
        self.steps, self.learner = steps, learner
        self.results: dict[Check, CheckResult] = {}

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Make one test for each step."""
        judges = [partial(self.judge, step) for step in self.steps]
        metafunc.parametrize("judge", judges, ids=list(self.steps))

    def judge(self, step: str) -> None:
        """Run the checks of one step."""
        for check in self.steps[step]:
            self.results[check] = check.result_for(self.learner)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[None]) -> None:
        """Stop the whole run if a check broke."""
        if call.excinfo is not None and isinstance(call.excinfo.value, JudgeError):
            raise call.excinfo.value

    def by_step(self) -> Checks:
        """The results of each step's checks, in order; a check that did not report has failed."""
        lost = "the check was not completed"
        return {
            step: tuple(
                self.results.get(check) or CheckResult(check.name, "failed", lost) for check in checks
            )
            for step, checks in self.steps.items()
        }


def run_checks(exercise: "Exercise", learner: "Learner") -> Checks:
    """Run every check of an exercise and return them by step.

    Raises:
        JudgeError: if pytest itself failed or collected nothing.
        ImportError: if a plugin is missing.
        KeyboardInterrupt: if a check was interrupted.
    """
    timeout = import_module("pytest_timeout")  # given the name, pytest would search all packages
    plugin = Plugin(checks_by_step(exercise), learner)
    method = "signal" if hasattr(signal, "SIGALRM") else "thread"
    guard = [f"--timeout={GUARD_SECONDS}", f"--timeout-method={method}"]
    options = [*OPTIONS, *guard, "-c", str(HIDDEN / "pytest.ini"), f"--rootdir={HIDDEN}", str(HIDDEN)]
    code = pytest.main(options, plugins=[plugin, timeout])
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or not plugin.results:
        raise JudgeError(f"pytest ended with {code!r} and {len(plugin.results)} checks collected")
    return plugin.by_step()
