"""No verdict depends on the seed of the probe data or on how busy the machine is.

test_every_seed.py checks each submission under many seeds, test_seeds_that_differed.py a few under some.
"""

import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from grader.engine.declaration.drawn_cases import Cases

from ..helpers.graded import KATA, graded_label, outcome
from ..helpers.labels import labelled

LOADED = ("correct/einsum_everywhere", "wrong/fit_mixes_old_and_new__")
"""The first part of the names of the submissions that are graded on a busy machine."""
SEEDS = range(200)


def test_seeds_give_different_data() -> None:
    everything = [Cases(KATA.declaration, seed) for seed in SEEDS]
    for name in ("tall", "wide", "square", "one_feature", "one_sample", "path", "easy"):
        told = {np.ascontiguousarray(cases[name].X).tobytes() for cases in everything}
        assert len(told) == len(everything), name


def test_the_first_step_moves_the_bias_with_a_loss_of_absolute_residuals() -> None:
    paths = [Cases(KATA.declaration, seed)["path"] for seed in SEEDS]
    residuals = [case.X @ case.state["w"] + case.state["b"] - case.y for case in paths]
    assert all(np.sign(residual).sum() for residual in residuals)


def test_the_same_seed_gives_the_same_data() -> None:
    one, two = Cases(KATA.declaration, 7), Cases(KATA.declaration, 7)
    assert np.array_equal(one["tall"].X, two["tall"].X)
    assert np.array_equal(one["path"].y, two["path"].y)


def burn() -> None:
    """Keep a core busy until the process is killed."""
    while True:
        pass


@contextmanager
def busy_cores() -> Iterator[None]:
    """Run twice as many busy processes as there are cores."""
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
    submissions = (*labelled("correct"), *labelled("wrong"))
    some = [next(one for one in submissions if one.name.startswith(name)) for name in LOADED]
    quiet = [outcome(graded_label(one, tmp_path, seed=3)) for one in some]
    with busy_cores():
        busy = [outcome(graded_label(one, tmp_path, seed=3)) for one in some]
    assert busy == quiet
