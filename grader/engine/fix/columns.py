"""Flat arrays instead of columns: what only made up for a column goes with it."""

import ast
from collections.abc import Iterator

from .text import Text
from .tree_diff import statements
from .writing import Writing

SHAPED = ("[:, None]", "newaxis", "reshape(", "keepdims", ", 1)", "(1, ")
FLATTENED = ("ravel", "flatten", "squeeze", "atleast_1d", "atleast_2d")


def without_flattening(source: str, text: str) -> Iterator[str]:
    """The text without what flattens a local, if the fix took out what made a column of something."""
    if not any(text.count(said) < source.count(said) for said in SHAPED):
        return
    whole, writing = Text(text), Writing(Text(text))
    for function in (f for f in statements(text) if isinstance(f, ast.FunctionDef)):
        given = {a.arg for a in ast.walk(function.args) if isinstance(a, ast.arg)}
        for node, parent in ((n, p) for p in ast.walk(function) for n in ast.iter_child_nodes(p)):
            called = node.func if isinstance(node, ast.Call) and not node.args else None
            of = called.value if isinstance(called, ast.Attribute) and called.attr in FLATTENED else None
            if isinstance(node, ast.Attribute) and node.attr == "T" and isinstance(node.value, ast.Attribute):
                of = node.value  # of what the model keeps
            if of is not None and isinstance(node, ast.expr) and ast.unparse(of) not in given:
                kept = writing.replaced(node, parent, whole.of(of), 0.0, "")
                yield whole.edited(kept.splices) or text
