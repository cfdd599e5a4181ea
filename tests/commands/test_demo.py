"""Commands on a class that cannot be trained, or on no class at all: a sentence says what is missing."""

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


def test_an_empty_file_is_answered_with_a_blank_stub(checkout: Checkout) -> None:
    checkout.put("\n")
    for command in ("check", "demo", "compare"):
        out = checkout.said(command, *(["--yes"] if command == "compare" else []), status=1)
        assert "Next for a blank stub, run: python -m grader reset" in out
    checkout.put("x = (\n")
    assert "Next fix line 1" in checkout.said("check", status=1)
