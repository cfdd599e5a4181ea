"""A loop inside an expression, over the entries of arrays: the same said of the arrays as a whole."""

import ast
import copy

from .canonical import is_number

REDUCED = {"sum": "sum", "fsum": "sum", "mean": "mean", "fmean": "mean", "all": "all", "any": "any",
           "max": "max", "min": "min"}  # fmt: skip
OF_MATH = ("exp", "expm1", "log", "log1p", "sqrt", "tanh", "fabs")
COLLECTED = ("array", "asarray", "list", "tuple", "fromiter")


def at_once(call: ast.Call) -> ast.expr | None:
    """`f(g(t) for t in y)` as `np.f(g(y))`; none where it is something else."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    (inner,) = call.args
    if not isinstance(inner, ast.GeneratorExp | ast.ListComp) or len(inner.generators) != 1:
        return None
    loop = inner.generators[0]
    arrays = _arrays(loop)
    if not arrays or loop.ifs or loop.is_async:
        return None
    if name in COLLECTED and isinstance(inner.elt, ast.List):
        return _columns(inner.elt, arrays)
    whole = _Whole(arrays).visit(copy.deepcopy(inner.elt))
    if any(isinstance(n, ast.Name) and n.id in arrays for n in ast.walk(whole)):
        return None
    if name in COLLECTED:
        return ast.fix_missing_locations(whole)  # type: ignore[no-any-return]
    if name not in REDUCED:
        return None
    function = ast.Attribute(ast.Name("np", ast.Load()), REDUCED[name], ast.Load())
    return ast.fix_missing_locations(ast.Call(function, [whole], []))


def _columns(row: ast.List, arrays: dict[str, ast.expr | None]) -> ast.expr | None:
    """`[*row, 1.0]` for each row of an array, as the array with a column of ones beside it."""
    columns: list[str] = []
    rows = [arrays.get(ast.unparse(e.value)) for e in row.elts if isinstance(e, ast.Starred)]
    if len(rows) != 1 or rows[0] is None:
        return None
    for part in row.elts:
        if not isinstance(part, ast.Starred) and not is_number(part, 1):
            return None
        one = isinstance(part, ast.Constant)
        columns.append(f"np.ones(len({ast.unparse(rows[0])}))" if one else ast.unparse(rows[0]))
    return ast.parse(f"np.column_stack([{', '.join(columns)}])", mode="eval").body


def _arrays(loop: ast.comprehension) -> dict[str, ast.expr | None]:
    """The array that each name of a loop goes through; none for a name that counts."""
    target, over = loop.target, loop.iter
    name = getattr(getattr(over, "func", None), "id", "")
    if isinstance(over, ast.Call) and name == "zip" and isinstance(target, ast.Tuple):
        names = [part.id for part in target.elts if isinstance(part, ast.Name)]
        return dict(zip(names, over.args, strict=False)) if len(names) == len(over.args) else {}
    if isinstance(over, ast.Call) and name == "range" and isinstance(target, ast.Name):
        return {target.id: None}
    return {target.id: over} if isinstance(target, ast.Name) and not isinstance(over, ast.Call) else {}


class _Whole(ast.NodeTransformer):
    """Entries replaced by the arrays that they are of."""

    def __init__(self, arrays: dict[str, ast.expr | None]) -> None:
        self.arrays = arrays

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """An entry by its name."""
        return copy.deepcopy(self.arrays.get(node.id)) or node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """A function of `math`, of which NumPy has one for arrays."""
        if ast.unparse(node.value) == "math" and node.attr in OF_MATH:
            return ast.Attribute(ast.Name("np", ast.Load()), node.attr, ast.Load())
        return self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """An entry by its number."""
        counted = isinstance(node.slice, ast.Name) and self.arrays.get(node.slice.id, node) is None
        return node.value if counted else self.generic_visit(node)
