"""Each submission gets the same judgement under every seed of the probe data.

On every run a few are graded under twenty seeds. With `--all` all of them are, and those that draw numbers or
compute in half precision are graded under two hundred. Compared are the verdict, the findings (id, severity,
step, line) and the statuses of the steps; which checks of a failed step fail may vary.
"""

import re
from pathlib import Path

import pytest

from ..helpers.graded import graded_label, outcome
from ..helpers.labels import Labelled, labelled

SEEDS, MORE_SEEDS = range(1, 21), range(21, 201)
DRAWS = re.compile(rb"random|rng|float16|np\.half|time\(|hash\(|\bid\(|secrets|uuid")
"""Matches submissions whose numbers may differ each time, or be rounded near the edge of a tolerance."""
SUBMISSIONS = (*labelled("correct"), *labelled("wrong"))


def shares() -> list[object]:
    """Parameters: each submission with twenty seeds; with `--all`, those matching DRAWS with 180 more."""
    drawing = [one for one in SUBMISSIONS if DRAWS.search(one.raw)]
    more = [pytest.param(one, MORE_SEEDS, id=f"{one.name}-more", marks=pytest.mark.slow) for one in drawing]
    return [*(pytest.param(one, SEEDS, id=one.name) for one in SUBMISSIONS), *more]


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("one", "seeds"), shares())
def test_findings_are_the_same_under_every_seed(one: Labelled, seeds: range, tmp_path: Path) -> None:
    first = outcome(graded_label(one, tmp_path, seed=0))
    for seed in seeds:
        assert outcome(graded_label(one, tmp_path, seed=seed)) == first, f"--seed {seed}"
