"""Submissions that once got another judgement under one seed of the probe data than under the others.

Unlike `test_every_seed.py`, which takes a sample, this grades all of them on every run.
"""

from pathlib import Path

import pytest

from ..helpers.graded import graded_label, outcome, trouble
from ..helpers.labels import labelled, labelled_exercises, twisted_ones

PLAIN, SEEDS = 1, {
    "wrong/fit_steps_scaled__ten_times": (4, 36, 49, 73),
    "wrong/flag_by_share": (2, 4, 7, 8),
    "wrong/helper_looks_at_the_share": (2, 4, 7, 8),
    "wrong/five_times_the_least_gain": (10,),
    "wrong/watcher_gives_up_early": (2,),
    "wrong/fit_stops_early__close_enough_at_the_end": (2, 9),
    "wrong/vectorize_as_a_decorator": (2, 6, 9),
    "wrong/threshold_of_seven_tenths": (2, 3),
    "wrong/second_gradient_is_new": (3, 6),
    "wrong/thousand_at_a_tenth": (4,),
    "wrong/mean_of_all_of_x": (4, 7),
    "wrong/while_it_moves": (12,),
    "correct/differences_of_sums": (124, 187, 273),
}  # fmt: skip
EVERY = (
    *(one for name in labelled_exercises() for of in ("wrong", "correct") for one in labelled(of, name)),
    *twisted_ones("wrong"),
)
ONES = {one.name: one for one in EVERY if one.name in SEEDS}


@pytest.mark.parametrize("name", SEEDS)
def test_no_seed_decides_what_a_learner_is_told(name: str, tmp_path: Path) -> None:
    first = graded_label(ONES[name], tmp_path, seed=PLAIN)
    assert not trouble(ONES[name], first)
    for seed in SEEDS[name]:
        assert outcome(graded_label(ONES[name], tmp_path, seed=seed)) == outcome(first), f"--seed {seed}"


def test_the_file_before_does_not_decide_what_a_learner_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.engine.diagnose.failed_steps.misled", lambda *_: False)  # it hides the effect
    # both are asked for the gradients at the same parameters, but with their own predictions
    before, name = "design_kept_in_a_helper", "helper_that_fit_uses_too"
    one, two = (f"wrong/predict_wrong_value__{part}" for part in (before, name))
    ones = {each.name: each for each in labelled("wrong")}
    for each in (ones[one], ones[two]):
        assert not trouble(each, graded_label(each, tmp_path, seed=3))
