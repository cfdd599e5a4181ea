"""Hand-written submissions for each twist: right ones pass, mistakes are named at the right line."""

from pathlib import Path

import pytest

from grader.kata import find_kata

from ..helpers.graded import graded_label, line_trouble, trouble
from ..helpers.labels import Labelled, twisted_ones

RIGHT, WRONG = twisted_ones("right"), twisted_ones("wrong")
LEAST = {"right": 5, "wrong": 8}


def names(some: tuple[Labelled, ...]) -> list[str]:
    """The ids of the tests."""
    return [f"{one.twist}/{one.name}" for one in some]


def test_each_twist_has_submissions() -> None:
    for twist in find_kata().declaration.twists():
        catalogue = find_kata().twisted(twist.name).catalogue
        for folder, some in (("right", RIGHT), ("wrong", WRONG)):
            own = [one for one in some if one.twist == twist.name]
            assert len(own) >= LEAST[folder]
            assert all((one.expected == "pass") == (folder == "right") for one in own)
            assert {name for one in own for name in one.ids} <= set(catalogue)
            assert all(one.marked for one in own if folder == "wrong")


@pytest.mark.parametrize("one", RIGHT, ids=names(RIGHT))
def test_right_one_passes(one: Labelled, tmp_path: Path) -> None:
    verdict = graded_label(one, tmp_path)
    assert not trouble(one, verdict)
    assert not line_trouble(one, verdict)


@pytest.mark.parametrize("one", WRONG, ids=names(WRONG))
def test_wrong_one_is_named(one: Labelled, tmp_path: Path) -> None:
    verdict = graded_label(one, tmp_path)
    assert not trouble(one, verdict)
    assert not line_trouble(one, verdict)
