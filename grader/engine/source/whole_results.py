"""Find a function's tuple of results that is kept whole and then used as if it were one of them."""

import ast

from ...sandbox.parsing import nodes_in
from .syntax import FUNCTIONS, called_name
from .tree import Tree

GIVES_A_TUPLE = {"lstsq", "qr", "svd", "eig", "eigh"}


def line_of_whole_result(outline: Tree, method: str) -> int | None:
    """The line of a method, or of a helper that it uses, that stores or returns such a tuple whole."""
    for node in outline.nodes:
        if isinstance(node, ast.Assign) and _is_call(node.value, GIVES_A_TUPLE):
            kept = {called_name(target) for target in node.targets}
        elif isinstance(node, ast.Return) and _is_call(node.value, GIVES_A_TUPLE):
            function = outline.function_at(node.lineno)
            calls = {function.name} if isinstance(function, FUNCTIONS) else set()
            stores = [n for n in outline.nodes if isinstance(n, ast.Assign) and _is_call(n.value, calls)]
            kept = {called_name(target) for n in stores for target in n.targets}
        else:
            continue
        if outline.serves(node.lineno, method) and any(
            _is_used_as_one(outline, name) for name in kept if name
        ):
            return node.lineno
    return None


def _is_call(value: ast.expr | None, names: set[str]) -> bool:
    return isinstance(value, ast.Call) and called_name(value.func) in names


def _is_used_as_one(outline: Tree, name: str) -> bool:
    """Whether some use of a name does not pick one of the results by its number."""
    loads = (n for n in outline.nodes if isinstance(n, (ast.Name, ast.Attribute)) and called_name(n) == name)
    read = {id(n) for n in loads if isinstance(n.ctx, ast.Load)}
    picks = (n for n in nodes_in([outline.tree]) if isinstance(n, ast.Subscript))
    picked = {id(n.value) for n in picks if isinstance(n.slice, ast.Constant)}
    unpacked = (n for n in outline.nodes if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Tuple))
    return bool(read - picked - {id(n.value) for n in unpacked})
