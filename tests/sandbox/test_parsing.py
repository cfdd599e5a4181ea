"""Texts are parsed without a word on the terminal."""

import warnings

import pytest

from grader.sandbox.parsing import parsed, parsed_expression

DOUBTFUL = ("x = 1if x else 2", "x = '\\d'", "x = 1 is 1", "assert (x, 'never empty')")


@pytest.mark.parametrize("source", DOUBTFUL)
def test_no_warning_is_shown(source: str) -> None:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        parsed(source)
        if source.startswith("x = "):
            parsed_expression(source.removeprefix("x = "))
    assert not heard


def test_a_wrong_text_still_raises_an_error() -> None:
    with pytest.raises(SyntaxError):
        parsed_expression("1 +")
