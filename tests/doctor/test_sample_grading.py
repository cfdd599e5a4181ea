"""The trial gradings of `doctor`: they are real gradings, and it reports what goes wrong in them."""

from typing import Any

import pytest

from grader import judge
from grader.doctor import sample_grading
from grader.engine.checks.hidden_check import JudgeError
from grader.kata import find_kata, kata_names
from grader.report.doctor import CheckedItem
from grader.sandbox.process import WorkerLost

from ..helpers.checkouts import Checkout, checkout
from ..helpers.clocks import TestClock
from ..helpers.graded import KATA
from ..helpers.standins import stand_in

__all__ = ["checkout"]
SHOWN = "solutions/linear_regression.py"


def tried(*, sound: bool = True) -> CheckedItem:
    """What `doctor` says about its trial gradings."""
    return sample_grading.trial(KATA, SHOWN, TestClock(), sound=sound)


@pytest.mark.parametrize("name", kata_names())
def test_both_are_graded_for_real(name: str) -> None:
    kata = find_kata(name)
    said = "works: the reference passes, a wrong file fails, in 0.0 s"
    assert sample_grading.trial(kata, "x.py", TestClock(), sound=True) == CheckedItem("ok", "grading", said)


def test_reference_is_graded_by_the_plain_task() -> None:
    found = sample_grading.trial(KATA.twisted("huber"), SHOWN, TestClock(), sound=True)
    assert found.status == "ok"


def test_wrong_file_lacks_what_the_first_method_returns() -> None:
    source = "class A:\n    def __init__(self): return\n    def b(self):\n        if self: return 1\n"
    source += "        return 2\n    def c(self): return 3\n"
    found = sample_grading.spoiled(source)
    assert found.count("return None") == 2
    assert "return 3" in found
    assert not {"return 1", "return 2"} & set(found.splitlines())


def test_pytest_before_9_1_can_hash_what_listens_to_it() -> None:
    nobody: Any = None
    assert len({judge.Plugin({}, nobody), judge.Plugin({}, nobody)}) == 2


def test_pytest_that_breaks_is_quoted_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(plugin: judge.Plugin, items: list[pytest.Item]) -> None:
        raise TypeError("unhashable type: 'Plugin'")

    monkeypatch.setattr(judge.Plugin, "pytest_collection_modifyitems", broken, raising=False)
    found = tried()
    assert found.status == "problem"
    assert found.said.startswith("does not work: JudgeError: pytest ended with ")
    assert found.said.endswith("; TypeError: unhashable type: 'Plugin'")
    assert found.remedy.startswith("Install the newest libraries, in the project folder: ")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "error", [JudgeError("x"), WorkerLost("x"), ModuleNotFoundError("x"), OSError("x"), SystemExit("x")]
)
def test_any_exception_of_a_grading_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    stand_in(monkeypatch, "grader.grading", grade=broken)
    found = tried()
    assert (found.status, found.said) == ("problem", f"does not work: {type(error).__name__}: x")
    assert found.remedy.startswith("Install the newest libraries, ")
    assert tried(sound=False).remedy == "Fix the problems above first, then run this again."


def test_reference_that_fails_is_a_problem(checkout: Checkout) -> None:
    text = checkout.solution.read_text(encoding="utf-8")
    checkout.solution.write_text(text.replace("2 / n * (X.T", "2 * (X.T"), encoding="utf-8")
    found = tried()
    assert found.status == "problem"
    assert found.said.startswith("gives a wrong verdict: the reference is failed, in gradients: dw is ")
    assert found.remedy.startswith(
        f"If {SHOWN} was changed, get it back: git checkout -- {SHOWN}; otherwise "
    )
    checkout.solution.unlink()
    found = tried()
    assert found.said.startswith(f"cannot be tried: {SHOWN} cannot be read: ")
    assert found.remedy == f"Get it back: git checkout -- {SHOWN}"


def test_wrong_file_that_passes_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_grading, "spoiled", str)
    found = tried()
    assert (found.status, found.said) == ("problem", "gives a wrong verdict: a wrong file is passed")
    assert found.remedy.startswith("Install the newest libraries, ")
