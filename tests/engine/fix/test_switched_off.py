"""A fix removes what is wrong, and does not only switch it off with a number or an empty list."""

import ast

import pytest

from grader.engine.fix.code.text import Text
from grader.engine.fix.code.writing import Writing
from grader.engine.fix.edit_kinds import Kind
from grader.engine.fix.edits.blocks import Blocks
from grader.engine.fix.edits.constants import other_constants
from grader.engine.fix.edits.edit_places import Place, names_in
from grader.engine.fix.tidy.faults import faults

HEAD = "def train(p, n, rate, keep=0.9):\n"
LOOKS_AHEAD = """    v = 0.0 * p
    for _ in range(n):
        g = slope(p + keep * v)
        v = keep * v - rate * g
        p = p + v
    return p
"""


def place_of(source: str) -> Place:
    """The place of the first function of a text."""
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    every = [n for n in ast.walk(function) if isinstance(n, ast.stmt)]
    return Place(every, function, 0, names_in(function))


def test_a_velocity_is_not_reset_in_each_epoch() -> None:
    text = Text(HEAD + LOOKS_AHEAD)
    every = Blocks(text, place_of(text.source), []).edits()
    moved = [e for e in every if e.kind in (Kind.MOVE, Kind.MOVE_AND_USE) and e.line == 2]
    inside = [one for e in moved if "        v = 0.0" in (one := text.edited(e.splices) or "")]
    assert not [one for one in inside if one.index("for") < one.index("v = 0.0") < one.index("slope")]


def test_the_default_of_a_factor_does_not_become_0() -> None:
    text = Text("def f(x, k=0.5, start=0.5):\n    return start + k * x\n")
    place = place_of(text.source)
    assert place.function is not None
    numbers = [n for n in place.function.args.defaults if isinstance(n, ast.Constant)]
    made = [
        [e.splices[0][2] for e in other_constants(Writing(text), place, [], n, place.function)]
        for n in numbers
    ]
    assert ["0.0" in new for new in made] == [False, True]


@pytest.mark.parametrize("odd", ["for x in []:\n    f(x)", "y = [x for x in ()]",
                                 "n = len(a) if len(b) > 9 else len(b)"])  # fmt: skip
def test_code_that_is_never_run_is_a_fault(odd: str) -> None:
    assert faults(f"{odd}\n") == 1
