"""A cancelled grading ends immediately, whatever it is doing, and leaves nothing behind."""

import threading
from collections.abc import Iterator
from typing import Any

import psutil
import pytest

from grader.commands.shared import typed_paths
from grader.grading import grade
from grader.kata import find_kata
from grader.sandbox import client, launch
from grader.sandbox.client import Sandbox
from grader.sandbox.limits import Limits
from grader.submission import Submission

from ..helpers.labels import labelled

KATA = find_kata()
UNDIVIDED = next(one for one in labelled("wrong") if one.name.startswith("wrong/gradient_not_divided_by_n__"))
RIGHT = (typed_paths.ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
HANGS = RIGHT.replace("return X @ self.w", "while True: X @ self.w")
SURE_MESSAGES = 10  # the answers come in more; in how many depends on how busy the machine is
HANGING_SECONDS = 2.0  # by then the worker is running a call that never returns


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Assert that each test leaves no child process behind."""
    before = set(psutil.Process().children())
    yield
    assert set(psutil.Process().children()) <= before


def called_off(source: str, number: int, monkeypatch: pytest.MonkeyPatch, after: float = 0.0) -> None:
    """Grade; cancel it from another thread `after` seconds after it starts to wait for message `number`.

    It is not cancelled if there are fewer messages.
    """
    cancel, answer, messages = launch.Cancel(), Sandbox._answer, 0

    def answer_and_be_called_off(sandbox: Sandbox, sent: Any) -> Any:
        nonlocal messages
        messages += 1
        if messages == number:
            threading.Timer(after, cancel.now).start()
        return answer(sandbox, sent)

    monkeypatch.setattr(Sandbox, "_answer", answer_and_be_called_off)
    monkeypatch.setattr(client, "TOTAL_SECONDS", 1e6)  # so that no deadline ends it first
    try:
        grade(KATA, Submission("my.py", source), limits=Limits(1e6, 1e6), cancel=cancel)
    except launch.Cancelled:
        assert messages >= number
    else:
        assert SURE_MESSAGES <= messages < number


@pytest.mark.parametrize("number", range(1, 18))
def test_grading_is_called_off_at_any_message(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    called_off(UNDIVIDED.raw.decode(), number, monkeypatch)


def test_endless_call_is_called_off(monkeypatch: pytest.MonkeyPatch) -> None:
    called_off(HANGS, 1, monkeypatch, after=HANGING_SECONDS)


def test_grading_that_was_called_off_before_it_began() -> None:
    cancel = launch.Cancel()
    cancel.now()
    with pytest.raises(launch.Cancelled):
        grade(KATA, Submission("my.py", RIGHT), cancel=cancel)
