"""A small fix stays small: what it leaves unused stays, unless it is a helper that nothing calls any more."""

import pytest

from grader.engine.fix.code.text import lines_changed
from grader.fixing import corrected

from ...helpers.graded import fixed_text
from ...helpers.paths import SUBMISSIONS

SMALL = 2


@pytest.mark.parametrize(
    ("name", "small"),
    [
        ("loss_square_of_mean__sum_over_n_squared", True),
        ("predict_ignores_bias__local_shadow", True),
        ("gradient_clipped__joint_norm_in_a_helper", False),
    ],
)
def test_a_small_fix_stays_small(name: str, small: bool) -> None:
    source = (SUBMISSIONS / f"linear_regression/wrong/{name}.py").read_text("utf-8")
    verdict = fixed_text(source)
    assert verdict.fixed
    assert (lines_changed(source, corrected(source, verdict)) <= SMALL) == small
