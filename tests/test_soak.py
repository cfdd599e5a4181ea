"""Run `python -m tests.soak` with a few gradings: too few to detect slow growth."""

import os

import pytest

from . import soak

COUNT = 16
MOST_PROCESSES = 4  # batch: two judges, what forks them, and what forks workers; watch: fewer
ROUGHLY_KIB = 2_000.0  # far less than one grading uses, but pytest and NumPy are still filling their caches


@pytest.mark.skipif(os.name != "posix", reason="descriptors are counted as POSIX has them")
@pytest.mark.parametrize("name", soak.WAYS)
def test_memory_stays_level(name: str) -> None:
    found = soak.WAYS[name](COUNT)
    assert len(found) == COUNT
    assert soak.descriptors_level(found)
    assert soak.growth(found) < ROUGHLY_KIB
    assert max(reading.processes for reading in found) <= MOST_PROCESSES


def test_growth_is_reported() -> None:
    rising = [soak.Reading(1_000.0 + 100 * at, 7 + at, 1) for at in range(60)]
    level = [soak.Reading(1_000.0, 7 + at % 2, 1) for at in range(60)]
    assert not soak.level("rising", rising)
    assert not soak.descriptors_level(rising)
    assert soak.level("level", level)
