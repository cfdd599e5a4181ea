"""What no fix may bring in: statements that are never reached, and expressions that nobody would write."""

import ast
from collections.abc import Iterator, Sequence

LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)
SAME_TWICE = ("clip", "min", "max", "minimum", "maximum", "round")


def faults(source: str) -> float:
    """How many of them a text has; infinite where it does not parse."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return float("inf")
    nodes = list(ast.walk(tree))
    return _unreachable(tree) + sum(map(_is_odd, nodes)) + _misplaced(nodes)


def _misplaced(nodes: Sequence[ast.AST]) -> int:
    """How many names are given to a function in the place of its parameter of another such name."""
    parameters = {
        n.name: [a.arg for a in n.args.args if a.arg not in ("self", "cls")]
        for n in nodes
        if isinstance(n, ast.FunctionDef)
    }
    found = 0
    for call in (n for n in nodes if isinstance(n, ast.Call)):
        names = parameters.get(getattr(call.func, "attr", getattr(call.func, "id", "")), [])
        given = [a.id if isinstance(a, ast.Name) else "" for a in call.args]
        found += sum(g != n and g in names for g, n in zip(given, names, strict=False))
    return found


def _unreachable(tree: ast.AST) -> int:
    """How many statements stand behind one that leaves their block."""
    return sum(
        len(block) - number - 1
        for block in _blocks(tree)
        for number, statement in enumerate(block)
        if isinstance(statement, LEAVES)
    )


def _blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                yield block


def _is_odd(node: ast.AST) -> bool:
    """Whether something is given to itself, taken from itself, divided by itself, or compared with itself."""
    if isinstance(node, ast.Assign):
        return len(node.targets) == 1 and ast.unparse(node.targets[0]) == ast.unparse(node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.Mod):
        return ast.dump(node.left) == ast.dump(node.right)
    if isinstance(node, ast.Compare):
        return any(ast.dump(node.left) == ast.dump(other) for other in node.comparators)
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        texts = [ast.dump(argument) for argument in node.args]
        return name in SAME_TWICE and len(set(texts)) < len(texts)
    return False
