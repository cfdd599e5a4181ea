"""What to study next: at most three things, based on what was observed, each with an existing command."""

import shlex
from typing import Any

import pytest

from grader.commands import COMMANDS
from grader.practice.debrief import MAX_STUDY_TOPICS, PolishedVersions, study

from ..helpers.interviews import answer, begun, ended
from ..helpers.stories import run
from .test_debrief import ALL, STORIES, said, told

ADVISED: dict[str, Any] = {"advice": [["fit-restarts", "fit"]]}
ANSWERED = tuple(
    answer(1000, name, right=True)
    for name in ("why-divide-by-n", "transpose", "when-normal-equation", "zero-start", "why-scale")
)
CLEAN = (*begun(), run(200, 2), run(900, ALL), ended(900, "passed"), *ANSWERED)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("passed", ["explain gradient-sign-flipped", "quiz --topic vectorization", "interview"]),
        ("time", ["explain gradient-sign-flipped", "hint fit", "quiz --topic vectorization"]),
        ("nothing", ["hint predict", "quiz --topic gradient-derivation", "quiz --topic vectorization"]),
        ("seen", ["explain gradient-sign-flipped", "interview", "quiz --topic gradient-derivation"]),
    ],
)
def test_most_pressing_things_of_each_kind(name: str, expected: list[str]) -> None:
    assert [" ".join(one.arguments) for one in study(told(*STORIES[name]))] == expected


@pytest.mark.parametrize("name", STORIES)
def test_debrief_ends_with_commands_that_there_are(name: str) -> None:
    end = said(name).partition("What to study next ")[2]
    commands = end.split("python -m grader ")[1:]
    assert 1 <= len(commands) <= MAX_STUDY_TOPICS
    for text in commands:
        words = shlex.split(text.partition("  ")[0])
        assert words[0] in ("explain", "quiz", "hint", "interview")
    assert all(one.arguments[0] in COMMANDS for one in study(told(*STORIES[name])))


def test_where_nothing_stood_out_there_is_nothing_to_study() -> None:
    assert study(told(*CLEAN)) == ()


def test_advice_is_something_to_study_until_it_is_polished_away() -> None:
    advised = (*begun(), run(900, ALL, digest="1", **ADVISED), *ANSWERED)
    found = told(*advised)
    assert ([one.subject for one in study(found)], found.polish) == (["fit-restarts"], None)
    polished = told(*advised[:3], run(1000, ALL, digest="2"), ended(1100, "passed"), *ANSWERED)
    assert (study(polished), polished.polish) == ((), PolishedVersions(1, passes=True))
    broken = told(
        *advised[:3], run(1000, 3, "fit-ascends", digest="2"), run(1001, 3, "fit-ascends", digest="2")
    )
    assert (broken.polish, broken.advice) == (PolishedVersions(1, passes=False), ())


def test_wrong_answer_is_shown_beside_the_right_one() -> None:
    closed = answer(1000, "transpose", right=False)
    closed.facts["choice"] = "X @ error"
    rated = answer(1001, "why-scale", right=False)
    rated.facts.update(choice="it looks better", ratings=[0, 2])
    observed = told(*CLEAN[:4], closed, rated).observed
    ((asked, wrong),), ((_, low),) = observed[1].answers, observed[4].answers
    assert (wrong.choice, asked.choices[asked.right].text) == ("X @ error", "X.T @ error")
    assert (low.choice, low.ratings, low.right) == ("it looks better", (0, 2), False)
