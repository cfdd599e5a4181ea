"""Find the sequences of functions that run one after another. The code is read, never run."""

import ast

from .syntax import called_name
from .tree import Tree


def lines_of_sequences(tree: Tree) -> list[int]:
    """The lines of literals and of calls with several functions, and of the loops over such a literal."""
    own = {getattr(n, "name", "") for n in tree.nodes} | tree.lambdas.keys()
    made = [n for n in tree.nodes if sum(_runs(part, own) for part in _parts(n)) > 1]
    assigned = (n for n in tree.nodes if isinstance(n, ast.Assign) and n.value in made)
    names = {called_name(target) for n in assigned for target in n.targets}
    loops = [n for n in tree.nodes if isinstance(n, ast.For) and called_name(n.iter) in names]
    return sorted({n.lineno for n in (*made, *loops)})  # type: ignore[attr-defined]


def _parts(node: ast.AST) -> list[ast.expr]:
    parts: list[ast.expr] = getattr(node, "args" if isinstance(node, ast.Call) else "elts", [])
    return parts


def _runs(node: ast.expr, own: set[str]) -> bool:
    """Whether an expression is a function of NumPy or of the file, a lambda, or a tuple with one of these."""
    if isinstance(node, ast.Tuple):
        return any(_runs(part, own) for part in node.elts)
    of_numpy = isinstance(node, ast.Attribute) and getattr(node.value, "id", "") in ("np", "numpy")
    named = isinstance(node, (ast.Name, ast.Attribute)) and called_name(node) in own
    return of_numpy or named or isinstance(node, ast.Lambda)
