"""Rewrite a syntax tree so that one operation at a time can give what a similar one would give."""

import ast
import operator
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from ..parsing import parsed
from .instrument import UNTOUCHED_CALLS
from .laps import count_laps

Change = Callable[[], Any]
OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "Add": operator.add, "Sub": operator.sub, "Mult": operator.mul, "Div": operator.truediv,
    "MatMult": operator.matmul, "Pow": operator.pow,
}  # fmt: skip
SIGNS: dict[str, Callable[[Any], Any]] = {
    "USub": operator.neg,
    "Invert": operator.invert,
    "Not": operator.not_,
}
OPPOSITE = {"Add": "Sub", "Sub": "Add", "Mult": "Div", "Div": "Mult"}
MISTAKEN = {"sum": "mean", "mean": "sum", "zeros": "ones", "ones": "zeros"}
NUMBERS = (1, 2, 0.5)
OFF, RECORDING = -1, -2
KINDS = ("operation", "negative", "comparison", "transposed", "pair", "call", "number", "added")


class Rewriter(ast.NodeTransformer):
    """Gives each operation in functions a number, under which `Switch` makes it; `lines` has their lines."""

    def __init__(self) -> None:
        self.lines: list[int] = []
        self.inside = False

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
        if kind in ("FunctionDef", "AsyncFunctionDef", "Lambda", "ClassDef"):
            outside, self.inside = self.inside, kind != "ClassDef"
            body = node.body  # type: ignore[attr-defined]
            whole = [self.visit(part) for part in body] if isinstance(body, list) else self.visit(body)
            node.body, self.inside = whole, outside  # type: ignore[attr-defined]
            return node
        if kind in ("JoinedStr", "MatchValue", "MatchClass", "MatchMapping", "arg"):
            return node
        if isinstance(
            node, (ast.If, ast.AnnAssign)
        ):  # without the condition, the code may only be switched off
            node = self._without(node, "test" if isinstance(node, ast.If) else "annotation")
        else:
            self.generic_visit(node)
        rewrite = getattr(self, f"_{kind}", None) if self.inside else None
        return rewrite(node) if rewrite else node

    def _without(self, node: Any, field: str) -> Any:
        """Rewrite all of a node but this field."""
        kept = getattr(node, field)
        setattr(node, field, None)
        self.generic_visit(node)
        setattr(node, field, kept)
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
        turned = node.attr == "T" and isinstance(node.ctx, ast.Load)
        return self._switched(node, "transposed", node.value) if turned else node

    def _Tuple(self, node: ast.Tuple) -> ast.expr:
        whole = len(node.elts) == 2 and not any(isinstance(part, ast.Starred) for part in node.elts)
        return self._switched(node, "pair", node) if whole and isinstance(node.ctx, ast.Load) else node

    def _Call(self, node: ast.Call) -> ast.expr:
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

    def _While(self, node: ast.While | ast.For) -> ast.stmt:
        count_laps([node])
        return node

    _For = _While


class Switch:
    """Makes each operation, and changes the one with the number `at`: by its change number `which`.

    While it records, it counts in `reached`, for each operation that is reached, its changes up to each rank:
    the likely ones, those that leave an operand out, and the loose ones, in which an operand or the result is
    multiplied by one of the `factors`.
    """

    def __init__(self, factors: Sequence[float]) -> None:
        self.factors = factors
        self.at, self.which = OFF, 0
        self.reached: dict[int, tuple[int, int, int]] = {}

    def names(self) -> dict[str, Any]:
        """The functions that the rewritten code calls, by name."""
        return {f"_kata_{kind}": getattr(self, kind) for kind in KINDS}

    def _made(
        self, number: int, make: Change, likely: Callable[[], list[Change]],
        scaled: Callable[[float], list[Change]] = lambda _: [], left_out: Sequence[Change] = (),
    ) -> Any:  # fmt: skip
        """What `make` gives or, for the operation that is changed, what the change gives.

        `likely` has its changes, `left_out` those without an operand, `scaled` those in which an operand is
        multiplied by a factor.
        """
        if number == self.at:
            changes = [*likely(), *left_out]
            if self.which >= len(changes):
                changes += [change for factor in self.factors for change in scaled(factor)]
            if self.which >= len(changes):
                changes += self._similar(make())
            return changes[self.which]()
        value = make()
        if self.at == RECORDING and number not in self.reached:
            first = len(likely())
            second = first + len(left_out)
            more = sum(len(scaled(factor)) for factor in self.factors) + len(self._similar(value))
            self.reached[number] = first, second, second + more
        return value

    def _similar(self, value: Any) -> list[Change]:
        """The same result times a factor, transposed, or as a square or root; a pair times a factor."""
        if type(value) is tuple and len(value) == 2:
            return [lambda c=c: (c * value[0], c * value[1]) for c in self.factors]  # type: ignore[misc]
        if not _is_numeric(value):
            return []
        found: list[Change] = [lambda c=c: c * value for c in self.factors]  # type: ignore[misc]
        return [*found, lambda: value**2, lambda: np.sqrt(value), lambda: np.transpose(value)]

    def operation(self, number: int, kind: str, left: Any, right: Any) -> Any:
        """A binary operation; changed, the opposite one, that of exchanged operands, or one of them alone."""
        make = OPERATORS[kind]

        def likely() -> list[Change]:
            found: list[Change] = [lambda: -make(left, right)]
            if kind in OPPOSITE:
                found.append(lambda: OPERATORS[OPPOSITE[kind]](left, right))
            if kind == "MatMult":
                found += [lambda: left.T @ right, lambda: left @ right.T]
            return found if kind in ("Add", "Mult") else [*found, lambda: make(right, left)]

        def scaled(factor: float) -> list[Change]:
            found: list[Change] = [lambda: make(factor * left, right)] if _is_numeric(left) else []
            return [*found, lambda: make(left, factor * right)] if _is_numeric(right) else found

        operands: list[Change] = [lambda: left, lambda: right]
        return self._made(number, lambda: make(left, right), likely, scaled, operands)

    def negative(self, number: int, kind: str, value: Any) -> Any:
        """A negation; changed, the value itself."""
        return self._made(number, lambda: SIGNS[kind](value), lambda: [lambda: value])

    def comparison(self, number: int, value: Any) -> Any:
        """The result of a comparison; changed, the opposite."""

        def opposite() -> Any:
            return ~value if isinstance(value, np.ndarray) else not value

        return self._made(number, lambda: value, lambda: [opposite])

    def transposed(self, number: int, value: Any) -> Any:
        """The transpose; changed, the array itself."""
        return self._made(number, lambda: value.T, lambda: [lambda: value])

    def pair(self, number: int, value: Any) -> Any:
        """A pair; changed, its items are exchanged."""
        return self._made(number, lambda: value, lambda: [lambda: value[::-1]])

    def call(self, number: int, function: Any, /, *args: Any, **named: Any) -> Any:
        """A call; changed, its first two arguments are exchanged, or a function is one mistaken for it."""

        def likely() -> list[Change]:
            found: list[Change] = []
            if len(args) > 1:
                found.append(lambda: function(args[1], args[0], *args[2:], **named))
            other = MISTAKEN.get(str(getattr(function, "__name__", "")))
            owner = getattr(function, "__self__", None)
            owner = owner if isinstance(owner, np.ndarray) else np
            return [*found, lambda: getattr(owner, other)(*args, **named)] if other else found

        def scaled(factor: float) -> list[Change]:
            numeric = bool(args) and _is_numeric(args[0])
            return [lambda: function(factor * args[0], *args[1:], **named)] if numeric else []

        return self._made(number, lambda: function(*args, **named), likely, scaled)

    def number(self, number: int, value: float) -> Any:
        """A literal; changed, another number; 0.0 counts as loose, as it may only switch something off."""
        numbers = (*NUMBERS, -value, *([0] if type(value) is int else []))
        others = [other for other in numbers if other != value]

        def scaled(factor: float) -> list[Change]:
            return [lambda: 0.0] if factor == self.factors[0] else []

        return self._made(number, lambda: value, lambda: [lambda o=o: o for o in others], scaled)  # type: ignore[misc]

    def added(self, number: int, kind: str, value: Any) -> Any:
        """What an assignment such as `+=` adds; changed, what the opposite one would."""
        inverse = kind in ("Mult", "Div")
        return self._made(number, lambda: value, lambda: [lambda: 1 / value if inverse else -value])


def _is_numeric(value: Any) -> bool:
    return isinstance(value, (float, np.ndarray, np.floating))


@lru_cache(maxsize=4)
def switched(source: str | bytes, filename: str) -> tuple[Any, list[int]]:
    """The code object of `source` in which `Switch` makes the operations, and the line of each."""
    rewriter = Rewriter()
    tree = rewriter.visit(parsed(source, filename))
    return compile(tree, filename, "exec", dont_inherit=True), rewriter.lines
