"""Edits for repeated computations: use the name that holds the value already."""

import ast
from collections.abc import Iterator

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.tree import Tree
from ..code.expanded_names import Meanings, stored
from ..code.text import Edit
from ..code.writing import Writing
from ..edit_kinds import Kind
from .edit_places import Place, expressions

LARGE = (ast.BinOp, ast.Call)


def computed_again(writing: Writing, tree: Tree, place: Place, exercise: Exercise) -> Iterator[Edit]:
    """Replace expressions with the names and attributes that already hold their value."""
    if place.function is None:
        return
    others = [s for n in tree.nodes if isinstance(n, ast.Assign) for s in stored(n) if s[0][:5] == "self."]

    meanings = Meanings(exercise)

    def said(node: ast.expr) -> str:
        return meanings.of(node, {}, ())

    held = {said(value): name for name, value in others if isinstance(value, LARGE)}
    for statement in place.statements[1:]:
        own = [name for name, _ in stored(statement)]
        for node, parent in expressions(statement):
            name = held.get(said(node), "") if isinstance(node, LARGE) else ""
            stale = isinstance(statement, ast.If) and _asks_model(node)  # the model has changed since
            if name and name not in own and not stale:
                yield writing.replaced(node, parent, name, Kind.USE_THE_NAME)
        given = stored(statement)
        held |= {said(value): name for name, value in given if isinstance(value, LARGE) and "." not in name}


def _asks_model(node: ast.expr) -> bool:
    calls = [n.func for n in nodes_in([node]) if isinstance(n, ast.Call)]
    return any(ast.unparse(function).startswith("self.") for function in calls)
