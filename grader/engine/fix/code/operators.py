"""Tables of operators and names, and what each is often confused with."""

import ast
from difflib import SequenceMatcher
from functools import lru_cache

OPERATORS: dict[type[ast.operator], tuple[str, tuple[str, ...]]] = {
    ast.Add: ("+", ("-",)),
    ast.Sub: ("-", ("+",)),
    ast.Mult: ("*", ("/", "@")),
    ast.Div: ("/", ("*",)),
    ast.FloorDiv: ("//", ("/",)),
    ast.MatMult: ("@", ("*",)),
    ast.Pow: ("**", ("*",)),
    ast.Mod: ("%", ("*", "/")),
}
RANKS: dict[type[ast.operator], int] = {ast.Add: 12, ast.Sub: 12, ast.Pow: 15}
ATOM, UNARY, PRODUCT = 16, 14, 13
COMPARED = {
    ast.Lt: ("<", ("<=", ">", ">=")), ast.LtE: ("<=", ("<", ">")), ast.Gt: (">", ("<", ">=")),
    ast.GtE: (">=", (">", "<=")), ast.Eq: ("==", ("!=",)), ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)), ast.IsNot: ("is not", ("is",)),
}  # fmt: skip
OPPOSITE = {
    ast.Lt: ">=", ast.LtE: ">", ast.Gt: "<=", ast.GtE: "<", ast.Eq: "!=", ast.NotEq: "==",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
ALIKE = [
    {"sum", "mean"}, {"std", "var"}, {"max", "min"}, {"zeros", "ones", "empty"}, {"abs", "square"},
    {"add", "subtract"}, {"multiply", "dot", "matmul", "divide"}, {"outer", "dot"}, {"argmax", "argmin"},
    {"hstack", "vstack", "column_stack"}, {"append", "extend"}, {"median", "mean"}, {"prod", "sum"},
]  # fmt: skip
SELDOM = ("median", "prod", "empty", "divide", "abs")
"""Names that are never offered as replacements: they are in the groups only as mistakes."""


def rank(node: ast.AST) -> int:
    """The precedence of an expression; a higher number binds more tightly."""
    if isinstance(node, ast.BinOp):
        return RANKS.get(type(node.op), PRODUCT)
    if isinstance(node, ast.UnaryOp):
        return UNARY
    atoms = ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.Constant | ast.List | ast.Dict
    return ATOM if isinstance(node, atoms) else 5


@lru_cache(maxsize=4096)
def close(one: str, other: str) -> bool:
    """Whether one name may be a misspelling of the other."""
    if one == other or not one or not other:
        return False
    same = one.strip("_").lower() == other.strip("_").lower()
    return same or (min(len(one), len(other)) > 2 and SequenceMatcher(None, one, other).ratio() >= 0.75)


def is_numeric(node: ast.expr) -> bool:
    """Whether an expression is a single number: it contains only literals and `len(...)`."""
    if isinstance(node, ast.BinOp):
        return is_numeric(node.left) and is_numeric(node.right)
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Call) and ast.unparse(node.func) == "len")


def is_of_numpy(node: ast.expr) -> bool:
    """Whether an expression is one of NumPy's functions."""
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "np"
