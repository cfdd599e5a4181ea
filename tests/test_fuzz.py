"""Run `python -m tests.fuzz` with a small count, and the same edits each time."""

import pytest

from . import fuzz

EACH_RUN, ALL, SEED = 12, 25, 20261124


@pytest.mark.parametrize("count", [EACH_RUN, pytest.param(ALL, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", [fuzz.edit, fuzz.message])
def test_every_one_gets_a_verdict(kind: fuzz.Kind, count: int) -> None:
    found = fuzz.run(kind, count, SEED)
    assert [result.trouble for result, _ in found if result.trouble] == []


def test_edits_are_the_same_each_time_and_not_all_alike() -> None:
    texts = [[fuzz.edited_source(number, SEED) for number in range(ALL)] for _ in range(2)]
    assert texts[0] == texts[1]
    assert len(set(texts[0])) == ALL
