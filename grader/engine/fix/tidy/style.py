"""Write a fix as the rest of the file is written."""

import ast

from ....sandbox.parsing import nodes_in, parsed, parses
from ..code.text import Text
from ..code.tree_diff import new_statements, statements
from .needless import without_brackets

ATOMS = (ast.Name, ast.Attribute, ast.Call, ast.Subscript)


def with_their_product(source: str, text: str) -> str:
    """The text with `np.dot` or `.dot` in place of a new `@`, if that is how the source multiplies."""
    if ".dot(" not in source or not parses(source):
        return text
    if any(isinstance(node, ast.MatMult) for node in nodes_in([parsed(source)])):
        return text
    while (shorter := _without_one(text, source)) is not None:
        text = shorter
    return without_brackets(source, text)


def _without_one(text: str, source: str) -> str | None:
    whole = Text(text)
    nodes = nodes_in(new_statements(source, text, statements(text)))
    for node in nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            left, right = whole.of(node.left), whole.of(node.right)
            if "np.dot(" in source:
                product = f"np.dot({left}, {right})"
            else:
                product = f"{left if isinstance(node.left, ATOMS) else f'({left})'}.dot({right})"
            return whole.edited([(*whole.span(node), product)])
    return None
