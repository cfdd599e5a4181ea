"""Run the hidden checks with pytest, quietly, and collect what each one said.

The only importer of pytest. A check that was collected and did not report counts as failed: a step is
passed only on positive proof.
"""

import queue
import signal
import threading
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

import pytest

from .engine.outcomes import Blocked, Todo
from .verdict import Check, Status

if TYPE_CHECKING:
    from .engine.check import Check as HiddenCheck
    from .engine.exercise import Exercise
    from .engine.learner import Learner

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
"""The folder with the one test function, which pytest calls for every check."""

STATUSES: dict[type[Exception], Status] = {Todo: "todo", Blocked: "blocked"}
Checks = dict[str, tuple[Check, ...]]
"""The checks of each step, by its name."""


class JudgeError(Exception):
    """pytest could not run the checks: a fault of the grader's own."""


class Plugin:
    """Has pytest run the checks, and listens to its reports.

    Args:
        checks: those that are to be run.
    """

    def __init__(self, checks: "list[HiddenCheck]") -> None:
        self.checks = checks
        self.names: list[tuple[str, str]] = []
        self.said: dict[tuple[str, str], Check] = {}

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Make one test of each check."""
        names = [f"{check.step}: {check.name}" for check in self.checks]
        metafunc.parametrize("check", self.checks, ids=names)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Remember what was collected: every one of them must report."""
        self.names = [_key(item) for item in items]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Turn the outcome of one check into a record.

        The report in its place has no traceback: to write those that nobody reads is most of the work.
        """
        assert call.when != "collect"
        self.take(item, call)
        outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when)

    def take(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Take in what a check said."""
        key = _key(item)
        if call.excinfo is not None:
            self.said[key] = self._trouble(key[1], call.excinfo.value)
        elif call.when == "call":
            self.said.setdefault(key, Check(key[1], "passed"))

    def _trouble(self, name: str, error: BaseException) -> Check:
        for kind, status in STATUSES.items():
            if isinstance(error, kind):
                return Check(name, status, str(error))
        if isinstance(error, (AssertionError, pytest.fail.Exception)):
            return Check(name, "failed", str(error) or "the check failed")
        raise JudgeError(f"the check '{name}' broke: {type(error).__name__}: {error}") from error

    def by_step(self) -> Checks:
        """The checks of each step, in the order in which they stand."""
        found: dict[str, list[Check]] = {}
        for step, name in self.names:
            check = self.said.get((step, name), Check(name, "failed", "the check was not completed"))
            found.setdefault(step, []).append(check)
        return {step: tuple(checks) for step, checks in found.items()}


def _check_of(item: pytest.Item) -> "HiddenCheck":
    assert isinstance(item, pytest.Function)
    found: HiddenCheck = item.callspec.params["check"]  # type: ignore[assignment]
    return found


def _key(item: pytest.Item) -> tuple[str, str]:
    check = _check_of(item)
    return check.step, check.name


def run_checks(exercise: "Exercise", learner: "Learner") -> Checks:
    """Run every check of an exercise and return them by step.

    Raises:
        JudgeError: if pytest itself failed or collected nothing.
        ImportError: if a plugin is missing.
        KeyboardInterrupt: if a check was interrupted.
    """
    from .engine.checks import checks_of

    timeout = import_module("pytest_timeout")  # by its name, pytest would look through all that is installed
    plugin = Plugin(checks_of(exercise))
    method = "signal" if hasattr(signal, "SIGALRM") else "thread"
    guard = [f"--timeout={GUARD_SECONDS}", f"--timeout-method={method}"]
    fixtures = ModuleType("learner_fixture")
    fixtures.learner = pytest.fixture(lambda: learner, name="learner", scope="session")  # type: ignore[attr-defined]
    _run_pytest(guard, plugin, fixtures, timeout)
    return plugin.by_step()


def _run_pytest(options: list[str], plugin: Plugin, *more: object) -> None:
    empty = ["-c", str(HIDDEN / "pytest.ini"), f"--rootdir={HIDDEN}"]
    code = pytest.main([*OPTIONS, *options, *empty, str(HIDDEN)], plugins=[plugin, *more])
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or not plugin.names:
        raise JudgeError(f"pytest ended with {code!r} and {len(plugin.names)} checks collected")


class ResidentPytest(Plugin):
    """pytest that stays: the checks are collected once, and run for one learner after the other.

    It is in a thread of its own, where no signal guards a check: whoever waits can call the grading off.

    Args:
        checks: those that are to be run.
    """

    def __init__(self, checks: "list[HiddenCheck]") -> None:
        super().__init__(checks)
        self._ahead: queue.SimpleQueue[tuple[Learner] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Checks | BaseException] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._stand, daemon=True)
        self._thread.start()

    def run_checks(self, learner: "Learner") -> Checks:
        """Run every check and return them by step; after an exception it stands no more.

        Raises:
            JudgeError, KeyboardInterrupt: as for the function `run_checks`.
        """
        self._ahead.put((learner,))
        outcome = self._done.get()
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def close(self) -> None:
        """Let pytest come to its end."""
        self._ahead.put(None)
        self._thread.join()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Wait for learners, and call all that was collected for each.

        They are called without what pytest does around a test: a learner is all that a check asks for.
        """
        while (asked := self._ahead.get()) is not None:
            self.said = {}
            for item in session.items:
                check = partial(_check_of(item).run, *asked)
                self.take(item, pytest.CallInfo.from_call(check, "call", reraise=KeyboardInterrupt))
            self._done.put(self.by_step())
        return True

    def _stand(self) -> None:
        import numpy as np

        try:
            with np.errstate(all="ignore"):
                _run_pytest([], self)
        except BaseException as error:
            self._done.put(error)


def check_names(exercise: "Exercise") -> dict[str, list[str]]:
    """The names of the checks of each step, without running anything."""
    from .engine.checks import checks_of

    found: dict[str, list[str]] = {step: [] for step in exercise.steps}
    for check in checks_of(exercise):
        found[check.step].append(check.name)
    return found
