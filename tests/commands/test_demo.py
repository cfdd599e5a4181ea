"""`demo` of a class that cannot be trained: a sentence says what is missing."""

import pytest

from ..helpers.checkouts import Checkout, checkout
from ..helpers.graded import KATA

__all__ = ["checkout"]
RIGHT = KATA.solution_text


@pytest.mark.parametrize(
    ("source", "trouble"),
    [
        (RIGHT[: RIGHT.index("    def fit(")], "! fit is not written yet."),
        ("class LinearRegression:\n    pass\n", "! No model can be created: see step init."),
        (
            RIGHT.replace("losses = []", "losses = [].sum"),
            "! fit raises AttributeError: 'list' ",
        ),
    ],
)
def test_demo_says_what_is_missing(checkout: Checkout, source: str, trouble: str) -> None:
    checkout.put(source)
    assert trouble in checkout.said("demo", status=1)
