"""Find the line of a helper that makes one of the values which it returns. The code is read, never run."""

import ast

from .syntax import called_name, own
from .tree import Tree


def line_of_making(tree: Tree, line: int, helper: str, attribute: str) -> int | None:
    """The only line of a helper that assigns what it returns for an attribute; None if there is no such line.

    The statement on a line stores what the helper returns in one or several attributes.
    """
    function, statement = tree.function(helper), tree.statement_at(line)
    if function is None or not isinstance(statement, ast.Assign):
        return None
    names = [called_name(target) for target in _parts(statement.targets[0])]
    returns = [n.value for n in own(function) if isinstance(n, ast.Return) and n.value is not None]
    parts = _parts(returns[0]) if len(returns) == 1 else []
    if attribute not in names or len(parts) != len(names):
        return None
    part = ast.unparse(parts[names.index(attribute)])
    made = [
        n.lineno for n in own(function) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == part
    ]
    return made[0] if len(made) == 1 else None


def _parts(value: ast.expr) -> list[ast.expr]:
    return value.elts if isinstance(value, (ast.Tuple, ast.List)) else [value]
