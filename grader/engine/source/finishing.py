"""Find what a line depends on that only scales, averages or converts. The code is read, never run."""

import ast

from .syntax import called_name, own
from .tree import Tree

KEEPING = {"mean", "sum", "average", "float", "asarray", "array", "negative", "item"}


def line_of_fed(tree: Tree, line: int | None) -> int | None:
    """The line that assigns the only name which a finishing line reads, if nothing else reads it."""
    function, statement = tree.function_at(line), tree.statement_at(line)
    value = getattr(statement, "value", None) if isinstance(statement, (ast.Return, ast.Assign)) else None
    if function is None or value is None or isinstance(value, ast.Name):
        return None
    names = [n for n in own(function) if isinstance(n, ast.Name)]
    stores = [n for n in own(function) if isinstance(n, ast.Assign)]
    for made in stores:
        (target, *more) = made.targets
        name = getattr(target, "id", "")
        uses = [isinstance(n.ctx, ast.Store) for n in names if n.id == name]
        if not more and sorted(uses) == [False, True] and _is_proportional(value, name):
            return made.lineno
    return None


def _is_proportional(value: ast.expr, name: str) -> bool:
    """Whether an expression is a name that is scaled, averaged or converted, and nothing else."""
    if isinstance(value, ast.Call) and called_name(value.func) in KEEPING:
        inner = [*value.args[:1], *([value.func.value] if isinstance(value.func, ast.Attribute) else [])]
        return any(_is_proportional(part, name) for part in inner)
    if isinstance(value, ast.UnaryOp):
        return _is_proportional(value.operand, name)
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult):
        return _is_proportional(value.left, name) or _is_proportional(value.right, name)
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div):
        return _is_proportional(value.left, name)
    return isinstance(value, ast.Name) and value.id == name
