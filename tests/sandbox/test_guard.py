"""Forbidden acts are refused and reported with their line, even if swallowed; other code is let through."""

# ruff: noqa: E501

import sys
from pathlib import Path

import pytest

from grader.sandbox.confinement.guard import INTERPRETERS
from grader.sandbox.confinement.kernel_rules import MANY

from ..helpers.paths import ROOT
from ..helpers.workers import CALL, model, sandbox, value_of
from . import attempts

in_a_crowd = pytest.mark.skipif(
    any(len(list(folder.iterdir())) > MANY for folder in ROOT.parents),
    reason="the checkout is in a folder of so many entries that the kernel rules let none of the others be read",
)


def reported(text: str, folder: Path, *, fine: bool = False) -> dict[str, list[str]]:
    """The violations reported for each line of the text; all are tried in one file that swallows exceptions.

    With `fine`, also assert that no attempt raised anything.
    """
    codes, existing = text.strip().splitlines(), folder / "existing"
    existing.write_text("as it was", encoding="utf-8")
    places = {"P": str(folder / "made"), "E": str(existing), "F": str(folder), "ROOT": str(ROOT)}
    places |= {"ANSWER": attempts.ANSWER, "CHECK": attempts.CHECK, "OWN": attempts.OWN}
    source = ["import numpy as np", f"import {attempts.MODULES}", f"globals().update({places!r})"]
    source += ["try: import pty", "except ImportError: pass"]
    source += [
        'class Text(str): startswith = __repr__ = partition = __getitem__ = lambda *a: "x"',
        "raised = {}",
    ]
    line_of = {}
    for code in codes:
        source += ["os.chdir(ROOT)", "try:", f"    {code}"]
        line_of[len(source)] = code
        source += [f"except BaseException as error: raised[{code!r}] = error"]
    source += ["class LinearRegression:", "    def __init__(self, n): self.w, self.b = np.zeros(n), 0.0"]
    source += ["    def predict(self): return raised", "    def fit(self): raise ValueError(repr(raised))"]
    found: dict[str, list[str]] = {code: [] for code in codes}
    with sandbox("\n".join(source)) as worker:
        loaded = worker.load()
        assert isinstance(loaded, dict), (loaded, worker.output.text)
        assert loaded["class"] == "class", (loaded, worker.output.text)
        for report in worker.violations:
            found[line_of[report["line"]]].append(report["violation"])
        if fine:
            called = worker.run({"mode": "plain", "new": [1], "calls": [{"method": "fit", "args": []}]})
            assert value_of(called)["raised"]["message"] == "{}"
    assert existing.read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in folder.iterdir()] == ["existing"]
    return found


def all_are(kind: str, found: dict[str, list[str]]) -> None:
    """Assert that every attempt was reported as this kind and nothing else."""
    assert {code: kinds for code, kinds in found.items() if set(kinds) != {kind}} == {}


@in_a_crowd
@pytest.mark.parametrize(
    "text", [attempts.FILES, attempts.PROCESSES, attempts.NETWORK], ids=["files", "processes", "network"]
)
def test_what_is_off_limits_is_refused_and_reported_with_its_line(text: str, tmp_path: Path) -> None:
    all_are("off-limits", reported(text, tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX systems have these")
@pytest.mark.parametrize("text", [attempts.POSIX_FILES, attempts.POSIX_PROCESSES], ids=["files", "processes"])
def test_what_only_posix_has_is_off_limits_as_well(text: str, tmp_path: Path) -> None:
    all_are("off-limits", reported(text, tmp_path))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has these")
def test_what_only_linux_has(tmp_path: Path) -> None:
    all_are("off-limits", reported(attempts.LINUX_PROCESSES, tmp_path))
    all_are("solution-borrowed", reported(attempts.LINUX_BORROWED, tmp_path))


def test_borrowing_is_reported_by_whatever_means(tmp_path: Path) -> None:
    all_are("solution-borrowed", reported(attempts.BORROWED, tmp_path))


def test_libraries_are_reported_installed_or_not(tmp_path: Path) -> None:
    all_are("forbidden-library", reported(attempts.LIBRARIES, tmp_path))


@in_a_crowd
def test_what_is_allowed_is_neither_refused_nor_counted(tmp_path: Path) -> None:
    found = reported(attempts.FINE, tmp_path, fine=True)
    assert {code: kinds for code, kinds in found.items() if kinds} == {}


def test_asking_whether_a_module_exists_is_not_counted(tmp_path: Path) -> None:
    assert not any(reported(attempts.ASKING, tmp_path).values())


ATTEMPT = "open('no/such/folder', 'w')"
UNSWALLOWED = {
    "at the top": f"\n{ATTEMPT}",
    "in a function": f"def helper():\n    {ATTEMPT}\nhelper()",
    "in __del__": f"class A:\n def __del__(self): {ATTEMPT}\nA()",
    "in a thread": f"import threading\nt = threading.Thread(target=lambda: {ATTEMPT}); t.start(); t.join()",
    "before the end": f"import os\ntry: {ATTEMPT}\nfinally: os._exit(0)",
    "when printing ends": f"import sys, io\nclass A(io.StringIO):\n def flush(self): {ATTEMPT}\nsys.stdout = A()",
}


@pytest.mark.parametrize("where", UNSWALLOWED)
def test_attempts_are_reported_wherever_they_are_made(where: str) -> None:
    """Printing the traceback of an unswallowed exception does not count as reading the grader's files."""
    source = UNSWALLOWED[where]
    line = source[: source.index(ATTEMPT)].count("\n") + 1
    with sandbox(source) as worker:
        worker.load()
        assert {(report["violation"], report["line"]) for report in worker.violations} == {
            ("off-limits", line)
        }


def test_attempts_in_a_sibling_are_reported_behind_the_own() -> None:
    source = model(ATTEMPT, f"try: {ATTEMPT}\nexcept OSError: pass")
    with sandbox(source) as worker:
        other = worker.sibling({})
        other.run(CALL)
        worker.load()
        assert [report["line"] for report in worker.violations] == [2, 2, 10]
        other.end()


def test_threads_that_go_on_are_heard_between_two_calls() -> None:
    body = "go.set()\nend.wait(20)\nreturn 1.0"
    source = model(body, "import threading\ngo, end = threading.Event(), threading.Event()")
    source += f"""
def late():
    go.wait()
    end.set()
    for _ in range(50):
        try: {ATTEMPT}
        except OSError: pass
threading.Thread(target=late, daemon=True).start()
"""
    with sandbox(source) as worker:
        worker.load()
        for _ in range(5):
            assert value_of(worker.run(CALL))["value"]["number"] == 1.0
        assert {report["violation"] for report in worker.violations} == {"off-limits"}


def test_every_module_of_the_standard_library_can_be_imported() -> None:
    """Except for modules that provide an interpreter which nothing watches, and some with side effects."""
    skipped = {"antigravity", "this", "idlelib", "turtledemo", "turtle", "__main__"}
    skipped |= {"_ios_support"}  # from 3.13 on; it runs a compiler, to look for a library of iOS
    names = sorted(set(sys.stdlib_module_names) - skipped - INTERPRETERS)
    source = f"""
for name in {names}:
    try:
        __import__(name)
    except ImportError:
        pass
"""
    with sandbox(source) as worker:
        found = worker.load()
        assert isinstance(found, dict)
        assert found["class"] == "missing"
        assert worker.violations == []
