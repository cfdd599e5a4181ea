"""Flat arrays instead of columns: what makes a column goes, with what only made up for it."""

import ast
from collections.abc import Iterator

from ..source.syntax import called_name
from .edit_places import Place
from .text import Edit, Splice, Text
from .tree_diff import statements
from .writing import Writing

COST = 0.2
SHAPED = ("[:, None]", "newaxis", "reshape(", "keepdims", ", 1)", "(1, ")
FLATTENED = ("ravel", "flatten", "squeeze", "atleast_1d", "atleast_2d")
ADDED = ("(:, None)", "(:, np.newaxis)")
REDUCED = ("sum", "mean")


def without_columns(text: Text, place: Place) -> Iterator[Edit]:
    """Take out all columns of a function, and the sums and means over the axis that they bring in."""
    function = place.function
    if function is None:
        return
    writing, columns, reduced = Writing(text), list[Splice](), list[Splice]()
    for parent in ast.walk(function):
        for node in (n for n in ast.iter_child_nodes(parent) if isinstance(n, ast.Subscript | ast.Call)):
            whole, axes = _of(node)
            name = called_name(node.func) if isinstance(node, ast.Call) else ""
            splices = writing.replaced(node, parent, text.of(whole), 0.0, "").splices
            made = name == "reshape" and axes[-1:] in (["1"], ["(-1, 1)"])
            if made or (isinstance(node, ast.Subscript) and ast.unparse(node.slice) in ADDED):
                columns += splices
            elif name in REDUCED and axes == ["1"]:
                reduced += splices
    if columns and reduced:
        yield Edit(COST, text.line(columns[0][0]), "flat", (*columns, *reduced))


def _of(node: ast.Subscript | ast.Call) -> tuple[ast.expr, list[str]]:
    """What an entry or a call is of, and the other arguments of the call."""
    if isinstance(node, ast.Subscript):
        return node.value, []
    given = [*node.args, *(k.value for k in node.keywords if k.arg == "axis")]
    of = node.func.value if isinstance(node.func, ast.Attribute) else node.func
    whole, *rest = given if ast.unparse(of) == "np" and given else [of, *given]
    return whole, [ast.unparse(a) for a in rest]


def without_flattening(source: str, text: str) -> Iterator[str]:
    """The text without what flattens a local, if the fix took out what made a column of something."""
    if not any(text.count(said) < source.count(said) for said in SHAPED):
        return
    whole = Text(text)
    for function in (f for f in statements(text) if isinstance(f, ast.FunctionDef)):
        given = {a.arg for a in ast.walk(function.args) if isinstance(a, ast.arg)}
        for call in (n for n in ast.walk(function) if isinstance(n, ast.Call) and not n.args):
            of = (
                call.func.value
                if isinstance(call.func, ast.Attribute) and call.func.attr in FLATTENED
                else None
            )
            if isinstance(of, ast.Name) and of.id not in given:
                yield whole.edited([(*whole.span(call), of.id)]) or text
