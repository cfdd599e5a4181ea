"""Find what only changes the shape of a value: helpers, and columns instead of plain vectors."""

import ast

from ..source.syntax import called_name
from ..source.tree import after_docstring
from .load_edits import parses
from .needless import FLATTENED
from .tree_diff import statements

SHAPING = ("reshape", "expand_dims", "transpose", "asarray", "array")


def of_shapes_only(source: str) -> set[str]:
    """The functions that only change the shape of their argument; they are removed if nothing uses them."""
    functions = [s for s in statements(source) if isinstance(s, ast.FunctionDef)] if parses(source) else []
    return {f.name for f in functions if _only_shapes(f)}


def _only_shapes(function: ast.FunctionDef) -> bool:
    body = after_docstring(function)
    values = [s.value for s in body if isinstance(s, ast.Assign | ast.Return) and s.value is not None]
    given = [part for v in values for part in ([v.body, v.orelse] if isinstance(v, ast.IfExp) else [v])]
    found = [_shaped(part) for part in given]
    return len(values) == len(body) and None not in found and any(found)


def _shaped(node: ast.expr) -> bool | None:
    """The name, if an expression is a name in another shape, as `y[:, None]`; None for anything else."""
    shaped = False
    while not isinstance(node, ast.Name):
        called = called_name(node.func) if isinstance(node, ast.Call) else ""
        index = isinstance(node, ast.Subscript) and ":" in ast.unparse(node.slice)
        if called not in (*FLATTENED, *SHAPING) and not index:
            return None
        shaped |= called not in ("asarray", "array")
        node = _of(node)
    return shaped


def _of(node: ast.expr) -> ast.expr:
    """The object that is indexed, or whose method is called."""
    if isinstance(node, ast.Call):
        method = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) != "np"
        return (
            node.func.value if method and isinstance(node.func, ast.Attribute) else [*node.args, node.func][0]
        )
    return node.value if isinstance(node, ast.Subscript) else node
