"""Run the hidden checks with pytest, quietly, and collect what each one said.

The only importer of pytest. A check that was collected and did not report counts as failed: a step is
passed only on positive proof.
"""

import ast
import queue
import signal
import threading
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import pytest

from .verdict import Check, Status

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


Statuses = dict[type[Exception], Status]
Checks = dict[str, tuple[Check, ...]]
"""The checks of each step, by its name."""


class JudgeError(Exception):
    """pytest could not run the checks: a fault of the grader's own."""


@dataclass(eq=False)  # pytest before 9.1 hashes its plugins
class Plugin:
    """Listens to the reports of the checks.

    Args:
        statuses: exception types that mean something else than 'failed'.
    """

    statuses: Statuses
    names: list[tuple[str, str]] = field(default_factory=list)
    said: dict[tuple[str, str], Check] = field(default_factory=dict)

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
        for kind, status in self.statuses.items():
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


def _key(item: pytest.Item) -> tuple[str, str]:
    return _step_name(item.path), readable(item.name)


def _step_name(path: Path) -> str:
    return path.stem.rpartition("_")[2]


def readable(test_name: str) -> str:
    """The name of a check as it is reported: `test_shape_for_one_sample` is 'shape for one sample'."""
    return test_name.removeprefix("test_").replace("X_T", "X.T").replace("python", "Python").replace("_", " ")


def run_checks(folder: Path, learner: object, statuses: Statuses) -> Checks:
    """Run every check in `folder` and return them by step.

    Raises:
        JudgeError: if pytest itself failed or collected nothing.
        ImportError: if a plugin is missing.
        KeyboardInterrupt: if a check was interrupted.
    """
    import_module("pytest_timeout")  # where it is missing, pytest would say so on stderr, and end
    plugin = Plugin(statuses)
    method = "signal" if hasattr(signal, "SIGALRM") else "thread"
    guard = ["-p", "pytest_timeout", f"--timeout={GUARD_SECONDS}", f"--timeout-method={method}"]
    fixtures = ModuleType("learner_fixture")
    fixtures.learner = pytest.fixture(lambda: learner, name="learner", scope="session")  # type: ignore[attr-defined]
    _run_pytest(folder, guard, plugin, fixtures)
    return plugin.by_step()


def _run_pytest(folder: Path, options: list[str], plugin: Plugin, *more: object) -> None:
    empty = ["-c", str(folder / "pytest.ini"), f"--rootdir={folder}"]
    code = pytest.main([*OPTIONS, *options, *empty, str(folder)], plugins=[plugin, *more])
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or not plugin.names:
        raise JudgeError(f"pytest ended with {code!r} and {len(plugin.names)} checks collected")


class Standing(Plugin):
    """pytest that stays: the checks are collected once, and run for one learner after the other.

    It is in a thread of its own, where no signal guards a check: whoever waits can call the grading off.

    Args:
        folder: of the checks.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__({})
        self._folder = folder
        self._ahead: queue.SimpleQueue[tuple[object, Statuses] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Checks | BaseException] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._stand, daemon=True)
        self._thread.start()

    def run_checks(self, learner: object, statuses: Statuses) -> Checks:
        """Run every check and return them by step; after an exception it stands no more.

        Raises:
            JudgeError, KeyboardInterrupt: as for the function `run_checks`.
        """
        self._ahead.put((learner, statuses))
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
            learner, self.statuses = asked
            self.said = {}
            for item in session.items:
                assert isinstance(item, pytest.Function)
                check = partial(item.obj, learner)
                self.take(item, pytest.CallInfo.from_call(check, "call", reraise=KeyboardInterrupt))
            self._done.put(self.by_step())
        return True

    def _stand(self) -> None:
        import numpy as np

        try:
            with np.errstate(all="ignore"):
                _run_pytest(self._folder, [], self)
        except BaseException as error:
            self._done.put(error)


def check_names(kata: Any) -> dict[str, list[str]]:
    """The checks of each step, read from their files without running anything."""
    found: dict[str, list[str]] = {}
    for path in sorted(Path(kata.checks).glob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [n.name for n in tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
        found[_step_name(path)] = [readable(name) for name in names]
    return found
