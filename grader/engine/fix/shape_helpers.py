"""Find what only changes the shape of a value: helpers, and columns instead of plain vectors."""

import ast
from collections.abc import Iterator

from ...sandbox.parsing import nodes_in
from ..source.syntax import called_name
from ..source.tree import after_docstring
from .edit_places import Place
from .load_edits import parses
from .needless import FLATTENED
from .text import Edit, Text
from .tree_diff import statements

COLUMNS = 0.5
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


def without_columns(text: Text, place: Place) -> Iterator[Edit]:
    """Leave out every reshaping to a column or a row in a function."""
    nodes = nodes_in([place.function]) if place.function is not None else ()
    found = [n for n in nodes if isinstance(n, ast.expr) and _is_column(n)]
    splices = tuple((text.span(_of(n))[1], text.span(n)[1], "") for n in found
                    if text.span(_of(n))[0] == text.span(n)[0])  # fmt: skip
    if len(splices) > 1:
        yield Edit(COLUMNS, found[0].lineno, "drop the columns", splices)


def _is_column(node: ast.expr) -> bool:
    """Whether an expression is `y.reshape(-1, 1)` or `y[:, None]`, or the same for a row."""
    if isinstance(node, ast.Subscript):
        return ast.unparse(node.slice).replace("np.newaxis", "None") in ("(:, None)", "(None, :)")
    if not isinstance(node, ast.Call) or called_name(node.func) != "reshape":
        return False
    return ", ".join(map(ast.unparse, node.args)).endswith(("-1, 1", "1, -1", "-1, 1)", "1, -1)"))
