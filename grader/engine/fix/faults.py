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
    """Whether something is given to itself, does nothing, or undoes itself."""
    if isinstance(node, ast.Assign):
        return len(node.targets) == 1 and ast.unparse(node.targets[0]) == ast.unparse(node.value)
    if isinstance(node, ast.Expr):  # a value that nobody takes
        return isinstance(node.value, ast.Name | ast.Attribute | ast.Subscript | ast.BinOp | ast.Compare)
    if isinstance(node, ast.AugAssign):
        return _is_turned(node.value)
    if isinstance(node, ast.BinOp):
        if _does_nothing(node) or (_is_turned(node.right) and isinstance(node.op, ast.Add | ast.Sub)):
            return True
        alike = isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.Mod)
        return alike and ast.dump(node.left) == ast.dump(node.right)
    if isinstance(node, ast.UnaryOp):
        inner = node.operand.left if isinstance(node.operand, ast.BinOp) else node.operand
        return _is_turned(node) and _is_turned(inner)
    if isinstance(node, ast.Compare):
        return any(ast.dump(node.left) == ast.dump(other) for other in node.comparators)
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        texts = [ast.dump(argument) for argument in node.args]
        return name in SAME_TWICE and len(set(texts)) < len(texts)
    return False


def _is_turned(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not _is_number(node.operand, 1)


def _does_nothing(node: ast.BinOp) -> bool:
    """Whether an operator gives back what it is given: times 1, plus 0."""
    sum_like = isinstance(node.op, ast.Add | ast.Sub)
    neutral = 0 if sum_like else 1
    both = isinstance(node.op, ast.Add | ast.Mult)
    return _is_number(node.right, neutral) or (both and _is_number(node.left, neutral))


def _is_number(node: ast.expr, number: int) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value == number
