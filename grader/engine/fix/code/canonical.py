"""Rewrite expressions in a canonical form, so that different spellings of a mean or a square are equal."""

import ast
from typing import TypeVar

from ....sandbox.parsing import nodes_in
from ...source.syntax import is_number

SAMPLES, TINY = "<n>", 1e-5


def canonical(node: ast.expr, rows: tuple[str, ...]) -> ast.expr:
    """The canonical form of an expression; `rows` are the names of arrays with one entry per sample."""
    found: ast.expr = _Canonical(rows).visit(node)
    return found


T = TypeVar("T", bound=ast.AST)


def copied(node: T) -> T:
    """A node with copies of all nodes in it; `copy.deepcopy` takes ten times as long."""
    found = node.__class__.__new__(node.__class__)  # 3.13 warns of nodes that are made without their fields
    for name, value in vars(node).items():
        parts = [copied(p) if isinstance(p, ast.AST) else p for p in value] if type(value) is list else value
        setattr(found, name, copied(value) if isinstance(value, ast.AST) else parts)
    return found


def dumped(node: object) -> str:
    """A text that is the same for the same code, as from `ast.dump`, but faster and without contexts."""
    if isinstance(node, ast.AST):
        parts = [dumped(getattr(node, name, None)) for name in node._fields if name != "ctx"]
        return f"{type(node).__name__}({','.join(parts)})"
    return f"[{','.join(map(dumped, node))}]" if isinstance(node, list) else repr(node)


def factors(node: ast.expr) -> list[ast.expr]:
    """The factors of a product."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return [*factors(node.left), *factors(node.right)]
    return [node]


def simple(node: ast.expr) -> ast.expr:
    """A copy of an expression without factors of 1 and terms of 0."""
    found: ast.expr = _Simple().visit(copied(node))
    return found


def of_a_root(node: ast.expr) -> ast.expr | None:
    """What a square root is taken of: `n` of `np.sqrt(n)` or `n ** 0.5`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and is_number(node.right, 0.5):
        return node.left
    root = isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "sqrt" and node.args
    return node.args[0] if root and isinstance(node, ast.Call) else None


def is_tiny(node: ast.expr) -> bool:
    """Whether a node is a tiny number, which only keeps something from 0."""
    number = node.value if isinstance(node, ast.Constant) else None
    return isinstance(number, float) and 0 < number <= TINY


def _numpy(name: str, *args: ast.expr) -> ast.expr:
    return ast.Call(ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load()), list(args), [])


def _square(node: ast.expr) -> ast.expr:
    """The square of an expression; that of a difference is the same either way round."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        one, other = sorted((node.left, node.right), key=dumped)
        node = ast.BinOp(one, ast.Sub(), other)
    return ast.BinOp(node, ast.Pow(), ast.Constant(2))


def reduced(node: ast.BinOp) -> ast.expr:
    """What an operation returns if it only returns an operand, 0 or 1, such as a factor of 1; else itself."""
    left, right, both = node.left, node.right, isinstance(node.op, ast.Add | ast.Mult)
    if isinstance(node.op, ast.Pow):
        return ast.Constant(1) if is_number(right, 0) else left if is_number(right, 1) else node
    product = isinstance(node.op, ast.Mult | ast.Div)
    if product and (is_number(left, 0) or (both and is_number(right, 0))):
        return ast.Constant(0)
    neutral = int(product)
    if (product or isinstance(node.op, ast.Add | ast.Sub)) and is_number(right, neutral):
        return left
    return right if both and is_number(left, neutral) else node


class _Simple(ast.NodeTransformer):
    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        return reduced(node)


class _Canonical(_Simple):
    def __init__(self, rows: tuple[str, ...]) -> None:
        self.rows = rows

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        found = super().visit_BinOp(node)
        if not isinstance(found, ast.BinOp):
            return found
        left, right = found.left, found.right
        if isinstance(found.op, ast.MatMult):
            return _matrix_product(left, right)
        if isinstance(found.op, ast.Mult | ast.Div):
            return _product(found)
        if isinstance(found.op, ast.Add) and dumped(right) < dumped(left):
            return ast.BinOp(right, ast.Add(), left)
        if isinstance(found.op, ast.Pow) and is_number(right, 2):
            return _square(left)
        return found

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, float) and 0 < node.value < TINY:
            return ast.Constant("<tiny>")  # it keeps a logarithm or a division finite
        whole = isinstance(node.value, float) and node.value.is_integer()
        return ast.Constant(int(node.value)) if whole else node  # type: ignore[arg-type]

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        self.generic_visit(node)
        return ast.List(node.elts, node.ctx)  # `np.column_stack` takes both

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if len(node.args) == 2 and ast.unparse(node.func) == "np.full":
            return node.args[1]  # broadcasting makes the same array
        if len(node.args) != 1 or node.keywords:
            return node
        (arg,), name = node.args, ast.unparse(node.func)
        if name == "len" and self._is_row(arg):
            return ast.Name(SAMPLES, ast.Load())
        if name == "np.square":
            return _square(arg)
        if name in ("np.mean", "np.average"):
            return _product(ast.BinOp(_numpy("sum", arg), ast.Div(), ast.Name(SAMPLES, ast.Load())))
        if name == "np.linalg.norm":
            return _numpy("sqrt", _numpy("sum", _square(arg)))
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        value = node.value
        shape = isinstance(value, ast.Attribute) and value.attr == "shape" and self._is_row(value.value)
        return ast.Name(SAMPLES, ast.Load()) if shape and is_number(node.slice, 0) else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        sized = node.attr == "size" and self._is_row(node.value) and not _uses(node.value, self.rows[:1])
        return ast.Name(SAMPLES, ast.Load()) if sized else node

    def _is_row(self, node: ast.expr) -> bool:
        turned = any(isinstance(n, ast.Attribute) and n.attr == "T" for n in nodes_in([node]))
        return _uses(node, self.rows) and not turned


def _uses(node: ast.AST, names: tuple[str, ...]) -> bool:
    return any(isinstance(n, ast.Name) and n.id in names for n in nodes_in([node]))


def _matrix_product(left: ast.expr, right: ast.expr) -> ast.expr:
    """Write `X.T @ v` as `v @ X`, `v @ v` as a sum of squares, and numbers as factors in front."""
    (above, below), left = _scalars(left)
    (more, less), right = _scalars(right)
    turned = left.value if isinstance(left, ast.Attribute) and left.attr == "T" else None
    if turned is not None:
        left, right = right, turned
    found: ast.expr = ast.BinOp(left, ast.MatMult(), right)
    if dumped(left) == dumped(right):
        found = _numpy("sum", _square(left))
    return _joined([*above, *more, found], [*below, *less])


def _scalars(node: ast.expr) -> tuple[tuple[list[ast.expr], list[ast.expr]], ast.expr]:
    """The numbers among the factors and among the divisors of a product, and the rest of it."""
    above, below = above_and_below(node)
    numbers, rest = [n for n in above if _is_scalar(n)], [n for n in above if not _is_scalar(n)]
    if len(rest) != 1 or not all(map(_is_scalar, below)):
        return ([], []), node
    return (numbers, below), rest[0]


def _is_scalar(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id == SAMPLES)


def _product(node: ast.BinOp) -> ast.expr:
    above, below = above_and_below(node)
    if len(above) == 2 and not below and dumped(above[0]) == dumped(above[1]):
        return _square(above[0])
    return _joined(above, below)


def above_and_below(node: ast.expr) -> tuple[list[ast.expr], list[ast.expr]]:
    """The factors of a product, and its divisors."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and _is_scalar(node.left):
        return ([node.left, node.left] if is_number(node.right, 2) else [node]), []
    if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div)):
        return [node], []
    above, below = above_and_below(node.left)
    more, less = above_and_below(node.right)
    if isinstance(node.op, ast.Div):
        more, less = less, more
    return [*above, *more], [*below, *less]


def _joined(above: list[ast.expr], below: list[ast.expr]) -> ast.expr:
    """The product of the factors `above`, divided by those `below`, in a canonical order."""
    found: ast.expr | None = None
    for part in sorted((n for n in above if not is_number(n, 1)), key=dumped):
        found = part if found is None else ast.BinOp(found, ast.Mult(), part)
    found = found or ast.Constant(1)
    for part in sorted((n for n in below if not is_number(n, 1)), key=dumped):
        found = ast.BinOp(found, ast.Div(), part)
    return found
