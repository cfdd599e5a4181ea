"""Edits that apply a twist: put its expressions around their operands in the learner's method."""

import ast
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from ...sandbox.parsing import nodes_in, parsed_expression
from ..exercise import Exercise
from .expanded_names import Env, filled

if TYPE_CHECKING:
    pass

LARGE = (ast.BinOp, ast.Call)
NAMES = ("residual", "error", "value")
"""Names for an expression that has none yet; the first unused one is taken."""


def asked(exercise: Exercise) -> Iterator[ast.expr]:
    """The expressions that the twist asks for."""
    for text in exercise.twist.right.values() if exercise.twist is not None else ():
        with suppress(SyntaxError):  # it is not an expression
            yield parsed_expression(text.strip())


def asked_parts(exercise: Exercise, env: Env) -> set[str]:
    """The same with their parts, as dumps, with names filled in."""
    return {
        ast.dump(node)
        for whole in asked(exercise)
        for node in nodes_in([filled(whole, env)])
        if isinstance(node, LARGE)
    }
