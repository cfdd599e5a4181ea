"""The questions about a right file: they are sent together in a few messages, and none of them twice."""

from typing import Any

import pytest

from grader import submission
from grader.grading import grade
from grader.kata import find_kata, kata_names
from grader.sandbox.process import Sent, Worker

from ..helpers.graded import FORK_SERVER


@pytest.mark.parametrize("name", kata_names())
def test_all_questions_are_sent_ahead_and_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    messages: list[dict[str, Any]] = []
    send = Worker.send

    def noted(worker: Worker, request: dict[str, Any]) -> Sent:
        messages.append(request)
        return send(worker, request)

    monkeypatch.setattr(Worker, "send", noted)
    kata = find_kata(name)
    grade(kata, submission.read(str(kata.solution_path)), start=FORK_SERVER.start, with_pytest=False)
    assert {message["op"] for message in messages} == {"load", "runs"}, "one was asked alone"
    assert len(messages) <= 4
    asked = [id(request) for message in messages[1:] for request in message["requests"]]
    assert len(asked) == len({*asked})
