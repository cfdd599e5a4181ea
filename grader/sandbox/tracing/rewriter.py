"""Rewrite a syntax tree so that each operation, name or number can give what a similar one would give."""

import ast
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ..parsing import parsed
from .instrument import UNTOUCHED_CALLS
from .operations import OPERATORS, OPPOSITE, SIGNS


class Rewriter(ast.NodeTransformer):
    """Gives each operation in functions a number, under which `Switch` makes it; `lines` has their lines.

    Those in `conditions` are comparisons in an `if`.
    """

    def __init__(self) -> None:
        self.lines: list[int] = []
        self.conditions: set[int] = set()
        self.inside = False
        self.local: set[str] = set()

    def _switched(
        self, node: ast.expr, kind: str, *given: ast.expr, keywords: Sequence[ast.keyword] = ()
    ) -> ast.expr:
        self.lines.append(node.lineno)
        number = ast.Constant(len(self.lines) - 1)
        call = ast.Call(ast.Name(f"_kata_{kind}", ast.Load()), [number, *given], [*keywords])
        return ast.fix_missing_locations(ast.copy_location(call, node))

    def visit(self, node: ast.AST) -> Any:
        """Rewrite a node after its parts."""
        kind = type(node).__name__
        if kind == "Module":
            self.local = _names_of_variables(node)
        if kind in ("FunctionDef", "AsyncFunctionDef", "Lambda", "ClassDef"):
            outside, self.inside = self.inside, kind != "ClassDef"
            body = node.body  # type: ignore[attr-defined]
            whole = [self.visit(part) for part in body] if isinstance(body, list) else self.visit(body)
            node.body, self.inside = whole, outside  # type: ignore[attr-defined]
            return node
        if kind in ("JoinedStr", "MatchValue", "MatchClass", "MatchMapping", "arg"):
            return node
        if field := self._kept(node):
            node = self._without(node, field)
        else:
            self.generic_visit(node)
        rewrite = getattr(self, f"_{kind}", None) if self.inside else None
        return rewrite(node) if rewrite else node

    def _kept(self, node: ast.AST) -> str:
        """The field that stays as it is: it only decides, or the other size is found by its name."""
        if isinstance(node, (ast.If, ast.AnnAssign)):
            return "test" if isinstance(node, ast.If) else "annotation"
        owner = node.value if isinstance(node, ast.Subscript) else None
        return "slice" if isinstance(owner, ast.Attribute) and owner.attr == "shape" else ""

    def _without(self, node: Any, field: str) -> Any:
        """Rewrite all of a node but this field."""
        kept = getattr(node, field)
        setattr(node, field, None)
        self.generic_visit(node)
        setattr(node, field, kept)
        return node

    def _If(self, node: ast.If) -> ast.stmt:
        if isinstance(node.test, ast.Compare):
            node.test = self._switched(node.test, "comparison", node.test)
            self.conditions.add(len(self.lines) - 1)
        return node

    def _BinOp(self, node: ast.BinOp) -> ast.expr:
        kind = type(node.op).__name__
        if kind not in OPERATORS:
            return node
        return self._switched(node, "operation", ast.Constant(kind), node.left, node.right)

    def _UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        kind = type(node.op).__name__
        return self._switched(node, "negative", ast.Constant(kind), node.operand) if kind in SIGNS else node

    def _Compare(self, node: ast.Compare) -> ast.expr:
        return self._switched(node, "comparison", node)

    def _Attribute(self, node: ast.Attribute) -> ast.expr:
        if not isinstance(node.ctx, ast.Load) or node.attr.startswith("__"):
            return node
        if node.attr == "T":
            return self._switched(node, "transposed", node.value)
        return self._switched(node, "attribute", node.value, ast.Constant(node.attr))

    def _Name(self, node: ast.Name) -> ast.expr:
        if not isinstance(node.ctx, ast.Load) or node.id not in self.local:
            return node
        names = ast.Call(ast.Name("locals", ast.Load()), [], [])
        return self._switched(node, "name", node, ast.Constant(node.id), names)

    def _Tuple(self, node: ast.Tuple) -> ast.expr:
        whole = len(node.elts) == 2 and not any(isinstance(part, ast.Starred) for part in node.elts)
        return self._switched(node, "pair", node) if whole and isinstance(node.ctx, ast.Load) else node

    def _Call(self, node: ast.Call) -> ast.expr:
        node.func = _as_it_was(node.func)
        if isinstance(node.func, ast.Name) and node.func.id in UNTOUCHED_CALLS:
            return node
        return self._switched(node, "call", node.func, *node.args, keywords=node.keywords)

    def _Constant(self, node: ast.Constant) -> ast.expr:
        return self._switched(node, "number", node) if type(node.value) in (int, float) else node

    def _AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        kind = type(node.op).__name__
        if kind in OPPOSITE:
            node.value = self._switched(node.value, "added", ast.Constant(kind), node.value)
        return node


def _names_of_variables(tree: ast.AST) -> set[str]:
    """The names that functions assign to or take, but not that of the object of a method."""
    stored = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return (stored | {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}) - {"self", "cls"}


def _as_it_was(function: ast.expr) -> ast.expr:
    """What is called, without the rewriting of its name."""
    if not isinstance(function, ast.Call) or not isinstance(function.func, ast.Name):
        return function
    if function.func.id == "_kata_name":
        return function.args[1]
    if function.func.id == "_kata_attribute":
        _, owner, name = function.args
        assert isinstance(name, ast.Constant)
        return ast.copy_location(ast.Attribute(owner, str(name.value), ast.Load()), function)
    return function


@lru_cache(maxsize=4)
def switched(source: str | bytes, filename: str) -> tuple[Any, list[int], set[int]]:
    """The code object of `source` in which `Switch` makes the operations, their lines, the conditions."""
    rewriter = Rewriter()
    tree = rewriter.visit(parsed(source, filename))
    return compile(tree, filename, "exec", dont_inherit=True), rewriter.lines, rewriter.conditions
