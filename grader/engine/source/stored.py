"""Lines of the training that store something, told by their form."""

import ast
from collections.abc import Iterable, Sequence

LOOPS = (ast.For, ast.While)


def line_that_carries_on(nodes: Iterable[ast.AST], parameters: Sequence[str]) -> int | None:
    """The first line, in a loop if any, that makes a value of a share of its last one, as velocities are."""
    every = list(nodes)
    inside = [node for loop in every if isinstance(loop, LOOPS) for node in ast.walk(loop)]
    for where in (inside, every):
        assigned = (node for node in where if isinstance(node, ast.Assign) and _shares(node))
        found = [node.lineno for node in assigned if not _names(node.targets[0]) & set(parameters)]
        if found:
            return min(found)
    return None


def line_of_putting_back(body: Sequence[ast.stmt], parameters: Sequence[str]) -> int | None:
    """The first line behind the last loop of a method that assigns a parameter."""
    loops = [at for at, part in enumerate(body) if isinstance(part, LOOPS)]
    after = [node for part in body[loops[-1] + 1 :] for node in ast.walk(part)] if loops else []
    found = [
        node.lineno for node in after
        if isinstance(node, ast.Attribute) and node.attr in parameters and isinstance(node.ctx, ast.Store)
    ]  # fmt: skip
    return min(found, default=None)


def _names(node: ast.AST) -> set[str]:
    both = [n for n in ast.walk(node) if isinstance(n, (ast.Attribute, ast.Name))]
    return {n.attr if isinstance(n, ast.Attribute) else n.id for n in both}


def _shares(node: ast.Assign) -> bool:
    """Whether an assignment multiplies the old value of its target and makes the new one of it."""
    target = ast.unparse(node.targets[0])
    loops = [n for n in ast.walk(node.value) if isinstance(n, ast.comprehension)]
    parts = [n for loop in loops if target in ast.unparse(loop.iter) for n in ast.walk(loop.target)]
    old = {target, *(n.id for n in parts if isinstance(n, ast.Name))}
    products = [n for n in ast.walk(node.value) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Mult)]
    return any(old & {ast.unparse(n.left), ast.unparse(n.right)} for n in products)
