"""Edits for repeated computations: use the name that holds the value, name it first, or compute it again."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from ....sandbox.parsing import nodes_in
from ...exercise import Exercise
from ...source.tree import Tree
from ..code.expanded_names import Meanings, stored
from ..code.text import Edit
from ..code.writing import Writing
from .edit_places import Place, expressions

LARGE = (ast.BinOp, ast.Call)
NAMES = ("residual", "error", "value")
"""Names for an expression that has none yet; the first unused one is taken."""


def of_repeated(writing: Writing, tree: Tree, place: Place, exercise: Exercise) -> Iterator[Edit]:
    """All edits of one place."""
    yield from computed_again(writing, tree, place, exercise)
    yield from named_first(writing, place, exercise)


def computed_again(writing: Writing, tree: Tree, place: Place, exercise: Exercise) -> Iterator[Edit]:
    """Replace expressions with the names and attributes that already hold their value."""
    if place.function is None:
        return
    others = [s for n in tree.nodes if isinstance(n, ast.Assign) for s in stored(n) if s[0][:5] == "self."]

    def said(node: ast.expr) -> str:
        return Meanings(exercise).of(node, {}, ())

    held = {said(value): name for name, value in others if isinstance(value, LARGE)}
    for statement in place.statements[1:]:
        own = [name for name, _ in stored(statement)]
        for node, parent in expressions(statement):
            name = held.get(said(node), "") if isinstance(node, LARGE) else ""
            stale = isinstance(statement, ast.If) and _asks_model(node)  # the model has changed since
            if name and name not in own and not stale:
                yield writing.replaced(node, parent, name, 0.4, "computed again")
        given = stored(statement)
        held |= {said(value): name for name, value in given if isinstance(value, LARGE) and "." not in name}


def named_first(writing: Writing, place: Place, exercise: Exercise) -> Iterator[Edit]:
    """Name an expression before two statements that both compute it, if the first one changes its value.

    Storing a parameter of the model changes every expression that calls a method of the model.
    """
    text, names = writing.text, [n for n in NAMES if n not in place.names]
    stored_in = {f"self.{name}" for name in exercise.parameters}
    simple = [s for s in place.statements if isinstance(s, ast.Assign | ast.AugAssign)]
    for one, two in pairwise(simple) if names and place.function is not None else ():
        stores = {ast.unparse(n) for n in nodes_in([one]) if isinstance(getattr(n, "ctx", None), ast.Store)}
        inside = [[pair for pair in expressions(s) if isinstance(pair[0], LARGE)] for s in (one, two)]
        later = {ast.dump(node) for node, _ in inside[1]}
        changes_model = bool(stores & stored_in)
        same = [
            ast.dump(n) for n, _ in inside[0] if stores & _loaded(n) or (changes_model and _asks_model(n))
        ]
        said = max((dump for dump in same if dump in later), key=len, default="")
        uses = [pair for pairs in inside for pair in pairs if ast.dump(pair[0]) == said]
        if uses and one.col_offset == two.col_offset:
            start = text.span(one)[0]
            line = f"{names[0]} = {text.of(uses[0][0])}{text.newline}{text.margin(one)}"
            named = [writing.replaced(node, parent, names[0], 0.0, "").splices for node, parent in uses]
            splices = ((start, start, line), *(splice for splices in named for splice in splices))
            yield Edit(1.0, two.lineno, "name it first", splices)


def _loaded(node: ast.expr) -> set[str]:
    """The parts of an expression that are read."""
    return {ast.unparse(n) for n in nodes_in([node]) if isinstance(getattr(n, "ctx", None), ast.Load)}


def _asks_model(node: ast.expr) -> bool:
    calls = [n.func for n in nodes_in([node]) if isinstance(n, ast.Call)]
    return any(ast.unparse(function).startswith("self.") for function in calls)
