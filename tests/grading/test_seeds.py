"""No verdict depends on the seed of the probe data, nor on how busy the machine is.

On every run each submission is graded under a few seeds of its own; with `--all`, under two hundred.
"""

import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from grader.engine.cases import Cases
from grader.verdict import Verdict

from ..helpers.graded import KATA, graded_label
from ..helpers.labels import Labelled, labelled

SEEDS = range(1, 201)
EACH_RUN = 5
LOADED_RUNS = 2
# Two or three of every step, and what is nearest to the edge of a tolerance or of a count.
NAMES = (
    "correct/einsum_everywhere",
    "correct/single_precision_throughout",
    "correct/fit__gram_matrix_once",
    "correct/variance_plus_squared_mean",
    "wrong/weights_not_small__",
    "wrong/predict_swaps_operands__",
    "wrong/loss_root__",
    "wrong/gradient_missing_transpose__",
    "wrong/gradient_divided_by_features__",
    "wrong/fit_mixes_old_and_new__",
    "wrong/fit_stops_early__",
    "wrong/loss_halved__",
)


def chosen() -> list[Labelled]:
    """The first submission whose name begins with each of the names."""
    everyone = (*labelled("correct"), *labelled("wrong"))
    return [next(one for one in everyone if one.name.startswith(name)) for name in NAMES]


SUBMISSIONS = chosen()


def outcome(verdict: Verdict) -> tuple[object, ...]:
    """What must be the same each time; what was seen is told in numbers, which the seed makes."""
    findings = [(found.mistake, found.severity, found.step, found.line) for found in verdict.findings]
    steps = [(step.name, step.status, *((c.name, c.status) for c in step.checks)) for step in verdict.steps]
    return verdict.verdict, findings, steps


def shares() -> list[object]:
    """A submission with the seeds that it gets: on every run a share of them, the rest with `--all`."""
    found: list[object] = []
    for number, one in enumerate(SUBMISSIONS):
        share = [SEEDS[(number * EACH_RUN + at) % len(SEEDS)] for at in range(EACH_RUN)]
        rest = [seed for seed in SEEDS if seed not in share]
        found.append(pytest.param(one, share, id=one.name))
        found.append(pytest.param(one, rest, id=f"{one.name}-all", marks=pytest.mark.slow))
    return found


def test_every_submission_has_seeds_of_its_own() -> None:
    shared = {SEEDS[at % len(SEEDS)] for at in range(len(SUBMISSIONS) * EACH_RUN)}
    assert len(shared) == len(SUBMISSIONS) * EACH_RUN, "no seed is used twice"


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("one", "seeds"), shares())
def test_findings_are_the_same_under_every_seed(one: Labelled, seeds: list[int], tmp_path: Path) -> None:
    first = outcome(graded_label(one, tmp_path, seed=0))
    for seed in seeds:
        assert outcome(graded_label(one, tmp_path, seed=seed)) == first, f"--seed {seed}"


def test_seeds_give_different_data() -> None:
    everything = [Cases(KATA.declaration, seed) for seed in SEEDS]
    for name in ("tall", "wide", "square", "one_feature", "one_sample", "path", "easy"):
        told = {np.ascontiguousarray(cases[name].X).tobytes() for cases in everything}
        assert len(told) == len(SEEDS), name


def test_the_same_seed_gives_the_same_data() -> None:
    one, two = Cases(KATA.declaration, 7), Cases(KATA.declaration, 7)
    assert np.array_equal(one["tall"].X, two["tall"].X)
    assert np.array_equal(one["path"].y, two["path"].y)


def burn() -> None:
    """Keep a core busy."""
    while True:
        pass


@contextmanager
def busy_cores() -> Iterator[None]:
    """Twice as many processes as there are cores, doing nothing as fast as they can."""
    context = multiprocessing.get_context("spawn")
    burners = [context.Process(target=burn, daemon=True) for _ in range(2 * (os.cpu_count() or 1))]
    for burner in burners:
        burner.start()
    try:
        time.sleep(0.2)
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.join()


def test_findings_are_the_same_on_a_busy_machine(tmp_path: Path) -> None:
    quiet = [outcome(graded_label(one, tmp_path, seed=3)) for one in SUBMISSIONS[:LOADED_RUNS]]
    with busy_cores():
        busy = [outcome(graded_label(one, tmp_path, seed=3)) for one in SUBMISSIONS[:LOADED_RUNS]]
    assert busy == quiet
