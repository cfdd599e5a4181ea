"""A step or a file where the command expects something else, and words that resemble nothing."""

import os

import pytest

from ..helpers.fakes import Fakes, fakes

__all__ = ["fakes"]

USES = "takes no file, it uses exercises/linear_regression.py; type: python -m grader"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("predict", "predict is a step, not a file. To grade all steps: python -m grader. "),
        ("check predict", "For this one: python -m grader hint predict, or python -m grader fix --step pre"),
        ("fix predict", "predict is a step, not a file. "),
        ("hint my.py", f"There is no step 'my.py'. hint {USES} hint\n"),
        ("hint no_such.py", f"hint {USES} hint\n"),
        ("edit my.py", f"edit {USES} edit\n"),
        ("compare my.py", f"compare {USES} compare\n"),
        ("explain my.py", "There is no mistake 'my.py'."),
        ("--foo", "There is no option --foo. See python -m grader --help.\n"),
        ("plot", "There is no file plot."),
    ],
)
def test_a_step_or_a_file_in_the_wrong_place(fakes: Fakes, arguments: str, said: str) -> None:
    assert said.replace("/", os.sep) in fakes.refusal(*arguments.split())
