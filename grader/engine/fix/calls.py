"""General edits of a call: other arguments; a loop over the entries of arrays said of them as a whole."""

import ast
import copy
from collections.abc import Iterator, Sequence

from .text import Edit, Text

REDUCED = {"sum": "sum", "fsum": "sum", "mean": "mean", "fmean": "mean", "all": "all", "any": "any",
           "max": "max", "min": "min"}  # fmt: skip
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
    whole = _Whole(arrays).visit(copy.deepcopy(inner.elt))
    if any(isinstance(n, ast.Name) and n.id in arrays for n in ast.walk(whole)):
        return None
    if name in COLLECTED:
        return ast.fix_missing_locations(whole)  # type: ignore[no-any-return]
    if name not in REDUCED:
        return None
    function = ast.Attribute(ast.Name("np", ast.Load()), REDUCED[name], ast.Load())
    return ast.fix_missing_locations(ast.Call(function, [whole], []))


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

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """An entry by its number."""
        counted = isinstance(node.slice, ast.Name) and self.arrays.get(node.slice.id, node) is None
        return node.value if counted else self.generic_visit(node)


def of_arguments(text: Text, node: ast.Call, names: Sequence[str]) -> Iterator[Edit]:
    """Keywords taken out, other axes, an axis added, an argument taken out or added."""
    end = text.span(node)[1] - 1
    parts: list[ast.expr] = [*node.args, *(k.value for k in node.keywords)]
    for keyword in node.keywords:
        at = parts.index(keyword.value)
        stop = text.span(keyword.value)[1]
        start = (
            text.span(parts[at - 1])[1] if at else text.span(keyword.value)[0] - len(keyword.arg or "") - 1
        )
        yield Edit(1.3, node.lineno, f"drop {keyword.arg}", ((start, stop, ""),))
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in ("sum", "mean", "std", "var", "max", "min") and not node.keywords:
        comma = ", " if node.args else ""
        for axis in (0, 1):
            yield Edit(1.6, node.lineno, f"add axis={axis}", ((end, end, f"{comma}axis={axis}"),))
    if len(node.args) > 1:
        start, stop = text.span(node.args[-2])[1], text.span(node.args[-1])[1]
        yield Edit(2.0, node.lineno, "drop an argument", ((start, stop, ""),))
    for other in names:
        if other != "self" and isinstance(node.func, ast.Attribute | ast.Name) and name not in ("append",):
            comma = ", " if parts else ""
            yield Edit(3.0, node.lineno, "add an argument", ((end, end, f"{comma}{other}"),))
