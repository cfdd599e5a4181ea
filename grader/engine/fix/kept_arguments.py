"""Edits that store an argument in the attribute that the learner's helpers read instead of it."""

import ast
from collections.abc import Iterator, Sequence

from ...sandbox.parsing import nodes_in
from ..exercise import Exercise
from ..source.tree import Tree
from .edit_places import Function
from .operators import close
from .text import Edit, Text

STORED, STORED_AS = 0.2, 0.6
"""Costs of storing an argument under its own name, and under another."""


def kept_arguments(exercise: Exercise, text: Text, tree: Tree, methods: Sequence[str]) -> Iterator[Edit]:
    """Store an argument that a method ignores in the attribute that its helpers read instead."""
    begun = tree.function("__init__")
    stored = _attributes(begun, ast.Store) if begun is not None else set()
    for function in (f for name in methods if (f := tree.function(name)) is not None):
        names = {n.id for n in nodes_in([function]) if isinstance(n, ast.Name)}
        ignored = [a.arg for a in function.args.args[1:] if a.arg not in names]
        others = [n for n in tree.nodes if isinstance(n, Function) and n not in (function, begun)]
        read = {name for other in others for name in _attributes(other, ast.Load)}
        for name in ignored if function is not begun else ():
            for attribute in sorted((read & stored) - {*exercise.parameters}):
                alike = attribute.strip("_") == name or close(attribute, name)
                splices = text.at_start(function, f"self.{attribute} = {name}")
                yield Edit(STORED if alike else STORED_AS, function.lineno, "start again", splices)


def _attributes(function: Function, use: type[ast.expr_context]) -> set[str]:
    """The attributes of the model that a function reads or stores."""
    nodes = [n for n in nodes_in([function]) if isinstance(n, ast.Attribute) and isinstance(n.ctx, use)]
    return {n.attr for n in nodes if ast.unparse(n.value) == "self"}
