"""Requests that are sent ahead: each is sent once, in order, and answered as if it were sent alone."""

from typing import Any

import pytest

from grader.sandbox.limits import Ended

from ..helpers.workers import BRIEF, CALL, model, sandbox, value_of

COUNTS = "global calls\ncalls = globals().get('calls', 0) + 1\nprint(calls)\nreturn float(calls)"
HANGS_THIRD = COUNTS.replace("return", "while calls == 3: pass\nreturn")
SLOWLY = "import time\ntime.sleep(0.02)\n"


def asked(count: int) -> list[dict[str, Any]]:
    """Equal requests, each a separate object."""
    return [dict(CALL) for _ in range(count)]


def numbers(answers: list[Any]) -> list[float]:
    """The numbers in the answers."""
    return [value_of(answer)["value"]["number"] for answer in answers]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_answers_are_those_to_the_questions_in_the_order_of_sending(order: tuple[int, ...]) -> None:
    with sandbox(model(COUNTS)) as found:
        found.load()
        sent = asked(4)
        found.expect(sent)
        assert numbers([found.run(sent[place]) for place in order]) == [place + 1.0 for place in order]
        found.end()
        assert found.output.text == "1\n2\n3\n4\n"


def test_question_from_elsewhere_comes_behind_those_that_were_sent() -> None:
    with sandbox(model(COUNTS)) as found:
        found.load()
        sent = asked(2)
        found.expect(sent)
        assert numbers([found.run(dict(CALL)), *map(found.run, sent)]) == [3.0, 1.0, 2.0]


def test_only_the_very_question_gets_its_answer() -> None:
    with sandbox(model(COUNTS)) as found:
        found.load()
        sent = asked(1)
        found.expect(sent)
        assert numbers([found.run(dict(sent[0])), found.run(sent[0]), found.run(sent[0])]) == [2.0, 1.0, 3.0]


@pytest.mark.parametrize("first", [2, 4])
def test_what_hangs_has_the_blame_alone(first: int) -> None:
    """Whichever answer is read first: the third call hangs; a fresh worker makes the calls after it."""
    with sandbox(model(SLOWLY + HANGS_THIRD), BRIEF) as found:
        found.load()
        sent = asked(5)
        found.expect(sent)
        early = found.run(sent[first])
        answers = {first: early} | {place: found.run(sent[place]) for place in range(5) if place != first}
        assert isinstance(answers[2], Ended)
        assert answers[2].how == "times-out"
        assert numbers([answers[0], answers[1]]) == [1.0, 2.0]
        assert sorted(numbers([answers[3], answers[4]])) == [1.0, 2.0]


def test_answers_that_were_not_sent_yet_are_asked_for_again() -> None:
    """Answers that follow each other closely are sent together, so that they get lost with the worker."""
    with sandbox(model(HANGS_THIRD), BRIEF) as found:
        found.load()
        sent = asked(4)
        found.expect(sent)
        assert isinstance(found.run(sent[2]), Ended)
        assert numbers([found.run(sent[place]) for place in (0, 1)]) == [1.0, 2.0]


def test_nothing_is_sent_where_nothing_is_loaded() -> None:
    with sandbox(model(COUNTS)) as found:
        sent = asked(1)
        found.expect(sent)
        assert numbers([found.run(sent[0])]) == [1.0]
        found.end()
        found.expect(sent)
        assert isinstance(found.run(sent[0]), Ended)
