"""Flat arrays instead of columns: what makes a column goes, with what only made up for it."""

import ast
from collections.abc import Iterator

from ..source.syntax import called_name
from .edit_places import Place
from .load_edits import parses
from .text import Edit, Splice, Text
from .tree_diff import statements
from .writing import Writing

COST = 0.2
SHAPED = ("[:, None]", "newaxis", "reshape(", "keepdims", ", 1)", "(1, ")
FLATTENED = ("ravel", "flatten", "squeeze", "atleast_1d", "atleast_2d")
SHAPING = ("reshape", "expand_dims", "transpose", "asarray", "array")
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


def of_shapes_only(source: str) -> set[str]:
    """The functions that only give their argument another shape: without a use, they go too."""
    functions = [s for s in statements(source) if isinstance(s, ast.FunctionDef)] if parses(source) else []
    return {f.name for f in functions if _only_shapes(f)}


def _only_shapes(function: ast.FunctionDef) -> bool:
    body = function.body[ast.get_docstring(function) is not None :]
    values = [s.value for s in body if isinstance(s, ast.Assign | ast.Return) and s.value is not None]
    given = [part for v in values for part in ([v.body, v.orelse] if isinstance(v, ast.IfExp) else [v])]
    found = [_shaped(part) for part in given]
    return len(values) == len(body) and None not in found and any(found)


def _shaped(node: ast.expr) -> bool | None:
    """Whether an expression is a name in another shape, as `y[:, None]`; None if it is something else."""
    shaped = False
    while not isinstance(node, ast.Name):
        called = called_name(node.func) if isinstance(node, ast.Call) else ""
        index = isinstance(node, ast.Subscript) and ":" in ast.unparse(node.slice)
        if called not in (*FLATTENED, *SHAPING) and not index:
            return None
        shaped |= called not in ("asarray", "array")
        node = _of(node)[0]  # type: ignore[arg-type]
    return shaped
