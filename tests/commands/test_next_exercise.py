"""After a pass the next exercise is offered: `check` prints a command, `watch` offers a key."""

import os
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from ..helpers.sessions import RIGHT, Home


def test_next_exercise_is_a_line_of_check_and_a_key_of_watch(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.save(RIGHT)
    with home.called("check") as terminal:
        assert terminal.ended() == 0
        terminal.wait_for("To go on with standard_scaler: python -m grader --exercise standard_scaler")
    with home.called("watch") as terminal:
        terminal.wait_for("To go on with standard_scaler, press n.", "n next")
        terminal.press("n")
        terminal.wait_for("standard_scaler: exercises/standard_scaler.py  ready to start", without="n next")
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.is_as_before()
    with home.called("list") as terminal:
        terminal.wait_for("✓ linear_regression    LinearRegression    passed on ", "○ standard_scaler")
