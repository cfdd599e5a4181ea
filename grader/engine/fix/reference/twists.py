"""What a twist asks for, with the learner's names for its numbers: `self.delta`, `ALPHA`, `beta`."""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TypeGuard

from ....sandbox.parsing import nodes_in, parsed_expression
from ...declaration.exercise import Exercise
from ...source.syntax import defaults
from ...source.tree import Tree
from ..code.canonical import dumped
from ..code.expanded_names import Env, filled, stored
from ..code.text import Edit
from ..edits.edit_places import Place

LARGE = (ast.BinOp, ast.Call)
AHEAD = 0.05
"""How much cheaper the edit with the name is."""
NUMBER = re.compile(r"(?<![\w.\]*])(?<!\*\* )\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.\]])")


def asked_parts(exercise: Exercise, env: Env) -> set[str]:
    """The expressions that the twist asks for and their parts, as dumps, with names filled in."""
    found = set[str]()
    for text in exercise.twist.right.values() if exercise.twist is not None else ():
        with suppress(SyntaxError):  # it is not an expression
            whole = filled(parsed_expression(text.strip()), env)
            found |= {dumped(node) for node in nodes_in([whole]) if isinstance(node, LARGE)}
    return found


def adds_a_number(value: ast.expr) -> TypeGuard[ast.BinOp]:
    """Whether a value is a sum or a difference with a number, as `size - 0.5`."""
    total = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add | ast.Sub)
    return total and isinstance(value, ast.BinOp) and isinstance(value.right, ast.Constant)


class Numbers:
    """The names that the file has for the numbers of a twist, as far as a function can read them."""

    def __init__(self, exercise: Exercise, tree: Tree, place: Place) -> None:
        texts = exercise.twist.right.values() if exercise.twist is not None else ()
        self.asked = {float(said) for text in texts for said in NUMBER.findall(text)} - {0.0, 2.0}
        self.names = dict(constants(tree, place)) if self.asked else {}

    def named(self, edit: Edit) -> Iterator[Edit]:
        """The edit, after the same with names in place of the numbers in its new text."""
        if self.names and edit.splices:
            splices = tuple((a, b, self.written(new)) for a, b, new in edit.splices)
            if splices != edit.splices:
                yield edit._replace(splices=splices).dearer(-AHEAD)
        yield edit

    def written(self, text: str) -> str:
        """A text with the names in place of the numbers."""
        return NUMBER.sub(self._name, text)

    def _name(self, said: re.Match[str]) -> str:
        number = float(said[0])
        return self.names.get(number, said[0]) if number in self.asked else said[0]


def constants(tree: Tree, place: Place) -> Iterator[tuple[float, str]]:
    """The numbers that names stand for: of the file, of the model, and of the parameters of the function."""
    function = place.function
    given = [pair for s in tree.tree.body for pair in stored(s)]
    for owner in (n for n in tree.nodes if isinstance(n, ast.ClassDef)):
        given += [(f"self.{name}", value) for s in owner.body for name, value in stored(s)]
    for one in (n for n in tree.nodes if isinstance(n, ast.FunctionDef)):
        plain = defaults(one)
        if one is function:
            given += [*plain.items()]
        for statement in one.body if one.name == "__init__" else ():
            given += [(name, plain.get(ast.unparse(value), value)) for name, value in stored(statement)]
    model, known = "self" in place.names, dict(given)
    for name, value in given:
        own = known.get(ast.unparse(value), value)  # `eps=EPS`
        number = own.value if isinstance(own, ast.Constant) else None
        if isinstance(number, int | float) and (model or "self." not in name):
            yield float(number), name
