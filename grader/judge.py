"""Run the hidden checks with pytest, without output, and collect their results.

Only this module imports pytest. A check that was collected but did not report counts as failed: a step
passes only if every check reports it.
"""

import queue
import signal
import threading
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from .verdict import Check

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
"""The folder with the only test function, which pytest calls for every step."""

Checks = dict[str, tuple[Check, ...]]
"""The checks of each step, by its name."""


class JudgeError(Exception):
    """pytest could not run the checks: a fault of the grader."""


class Plugin:
    """A pytest plugin that runs the checks and collects their results; one test runs all checks of a step."""

    def __init__(self, checks: "list[HiddenCheck]") -> None:
        self.steps: dict[str, list[HiddenCheck]] = {}
        for check in checks:
            self.steps.setdefault(check.step, []).append(check)
        self.names: list[str] = []
        self.said: dict[HiddenCheck, Check] = {}

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Make one test for each step."""
        judges = [partial(self.judge, step) for step in self.steps]
        metafunc.parametrize("judge", judges, ids=list(self.steps))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Remember the collected steps: each of their checks must report."""
        self.names = [_judge_of(item).args[0] for item in items]

    def judge(self, step: str, learner: "Learner") -> None:
        """Run the checks of one step."""
        for check in self.steps[step]:
            try:
                self.said[check] = check.said_of(learner)
            except Exception as error:
                said = f"the check '{check.name}' broke: {type(error).__name__}: {error}"
                raise JudgeError(said) from error

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[None]) -> None:
        """Stop the whole run if a check broke."""
        if call.excinfo is not None and isinstance(call.excinfo.value, JudgeError):
            raise call.excinfo.value

    def by_step(self) -> Checks:
        """The results of each collected step's checks, in order."""
        return {step: tuple(map(self._said, self.steps[step])) for step in self.names}

    def _said(self, check: "HiddenCheck") -> Check:
        return self.said.get(check) or Check(check.name, "failed", "the check was not completed")


def _judge_of(item: pytest.Item) -> "partial[None]":
    assert isinstance(item, pytest.Function)
    found: partial[None] = item.callspec.params["judge"]  # type: ignore[assignment]
    return found


def run_checks(exercise: "Exercise", learner: "Learner") -> Checks:
    """Run every check of an exercise and return them by step.

    Raises:
        JudgeError: if pytest itself failed or collected nothing.
        ImportError: if a plugin is missing.
        KeyboardInterrupt: if a check was interrupted.
    """
    from .engine.checks import checks_of

    timeout = import_module("pytest_timeout")  # given the name, pytest would search all packages
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
    """A pytest that stays running: it collects the checks once, and runs them for one learner after another.

    It runs in its own thread, where no signal can time a check out; the caller can cancel the grading.
    """

    def __init__(self, checks: "list[HiddenCheck]") -> None:
        super().__init__(checks)
        self._ahead: queue.SimpleQueue[tuple[Learner] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Checks | BaseException] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._stand, daemon=True)
        self._thread.start()

    def run_checks(self, learner: "Learner") -> Checks:
        """Run every check and return them by step; after an exception this object is unusable.

        Raises:
            JudgeError, KeyboardInterrupt: as for the function `run_checks`.
        """
        self._ahead.put((learner,))
        outcome = self._done.get()
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def close(self) -> None:
        """Finish the pytest run and wait for its thread."""
        self._ahead.put(None)
        self._thread.join()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Wait for learners, and judge every step of each.

        The tests are called directly, without pytest's usual protocol, because they only need a learner.
        """
        while (asked := self._ahead.get()) is not None:
            self.said = {}
            for item in session.items:
                _judge_of(item)(*asked)
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
