"""Systems of equations solved in a way that columns which depend on each other do not spoil."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from ...sandbox.parsing import parsed, parsed_expression
from ..source.syntax import called_name
from .edit_places import Function, Place
from .expanded_names import Env, filled, stored, walk
from .repeated_values import expressions
from .text import Edit, Splice, Text

COST, AT_THE_END = 0.8, -0.2
"""What it costs to call another function, and the same where a factorisation is left out by it."""
ANY_RANK = {"inv": "pinv", "solve": "lstsq"}
INVERTED = 0.6
"""What it costs to invert something that is not inverted yet."""
PRODUCTS = ("dot", "matmul")
SOLVED = "lstsq({}, rcond=None)[0]"


def for_any_rank(text: Text, place: Place) -> Iterator[Edit]:
    """Every inverse as a pseudo-inverse, and every solution as one of least squares."""
    function = place.function
    if function is None:
        return
    for statement in walk(function.body):
        for node, _ in expressions(statement):
            name = called_name(node.func) if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and name in ("inv", "solve") and not node.keywords:
                prefix = text.of(node.func).removesuffix(name)
                imported = _imported(text, name) if not prefix else ()
                if prefix.endswith("linalg.") or imported:
                    solver = _Solver(text, node, name, prefix, imported)
                    yield from solver.edits(function, statement)
        yield from _inverted(text, function, statement)


def _imported(text: Text, name: str) -> tuple[Splice, ...]:
    """Where a name is imported from `numpy.linalg`, with the name of the function for any rank."""
    lines = [n for n in ast.walk(parsed(text.source)) if isinstance(n, ast.ImportFrom)]
    found = [
        a for n in lines if n.module == "numpy.linalg" for a in n.names if a.name == name and not a.asname
    ]
    starts = [text.offset(alias.lineno, alias.col_offset) for alias in found]
    return tuple((at, at + len(name), ANY_RANK[name]) for at in starts)


@dataclass(frozen=True)
class _Solver:
    """A call that inverts a matrix or solves a system."""

    text: Text
    node: ast.Call
    name: str
    prefix: str
    imported: tuple[Splice, ...]

    def edits(self, function: Function, statement: ast.stmt) -> Iterator[Edit]:
        """The same for any rank."""
        text, node = self.text, self.node
        start, end = text.span(node)
        at = start + len(self.prefix)
        other = (at, at + len(self.name), ANY_RANK[self.name])
        if self.name == "inv":
            yield self._edit(COST, other)
        elif system := _factored(function, node):
            gone = _only_for(text, function, statement)
            called = parsed_expression(f"f({system})")
            system = (_squared(called) if isinstance(called, ast.Call) else "") or system
            yield self._edit(AT_THE_END, *gone, (start, end, f"{self.prefix}{SOLVED.format(system)}"))
        else:
            more = (other, (end - 1, end, ", rcond=None)[0]"))
            yield self._edit(COST, *more)
            if changed := self._changed(function):
                yield self._edit(COST - 0.5, *changed, *more)
            if matrix := _squared(node):
                yield self._edit(COST - 0.1, (start, end, f"{self.prefix}{SOLVED.format(matrix)}"))

    def _changed(self, function: Function) -> list[Splice]:
        """What takes out the statements that change the matrix in place, such as its diagonal."""
        statements = [s for s in walk(function.body) if isinstance(s, ast.AugAssign)]
        targets = [
            (s, s.target.value if isinstance(s.target, ast.Subscript) else s.target) for s in statements
        ]
        matrix = ast.unparse(self.node.args[0])
        lines = [self.text.whole_lines(s) for s, target in targets if ast.unparse(target) == matrix]
        return [(*at, "") for at in lines if at is not None]

    def _edit(self, cost: float, *splices: Splice) -> Edit:
        return Edit(cost, self.node.lineno, "any rank", (*self.imported, *splices))


def _inverted(text: Text, function: Function, statement: ast.stmt) -> Iterator[Edit]:
    """`A.T @ A` inverted where it is multiplied by something, or where something else is made of it."""
    env: Env = dict(pair for s in walk(function.body) if s.lineno < statement.lineno for pair in stored(s))
    for node, _ in expressions(statement):
        call = isinstance(node, ast.Call) and called_name(node.func) in PRODUCTS and len(node.args) == 2
        whole = node.args[0] if call and isinstance(node, ast.Call) else node
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            whole = node.left
        if isinstance(node, ast.Call) and called_name(node.func) == "reciprocal" and node.args:
            new = f"np.linalg.pinv({text.of(node.args[0])})"
            yield Edit(INVERTED, node.lineno, "invert", ((*text.span(node), new),))
        if whole is not node and _is_gram(filled(whole, env)):
            new = f"np.linalg.pinv({text.of(whole)})"
            yield Edit(INVERTED, node.lineno, "invert", ((*text.span(whole), new),))


def _is_gram(node: ast.expr) -> bool:
    """Whether an expression is the product of a transposed matrix and that matrix."""
    sides = (
        [node.left, node.right] if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult) else []
    )
    if isinstance(node, ast.Call) and called_name(node.func) in PRODUCTS:
        sides = node.args
    return len(sides) == 2 and ast.unparse(sides[0]) == f"{ast.unparse(sides[1])}.T"


def _squared(node: ast.Call) -> str:
    """`A, y` where a call solves `A.T @ A` for `A.T @ y`; empty for any other system."""
    sides = [
        (a.left, a.right) for a in node.args if isinstance(a, ast.BinOp) and isinstance(a.op, ast.MatMult)
    ]
    turned = {ast.unparse(left) for left, _ in sides}
    whole = ast.unparse(sides[0][1]) if len(sides) == 2 else ""
    return f"{whole}, {ast.unparse(sides[1][1])}" if whole and turned == {f"{whole}.T"} else ""


def _only_for(text: Text, function: Function, last: ast.stmt) -> list[Splice]:
    """The lines above a statement that make a factor, or solve with it, where only these and it use that."""
    made = [s for s in walk(function.body) if isinstance(s, ast.Assign) and s is not last
            and any(_calls(s.value, name) for name in ("cholesky", "solve"))]  # fmt: skip
    inside = {id(n) for s in (*made, last) for n in ast.walk(s)}
    rest = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and id(n) not in inside}
    idle = [s for s in made if not rest & {name for name, _ in stored(s)}]
    return [(*lines, "") for s in idle if (lines := text.whole_lines(s)) is not None]


def _factored(function: Function, node: ast.Call) -> str:
    """The system that two solutions with the Cholesky factor of its matrix solve; empty if it is none."""
    env: Env = dict(pair for s in walk(function.body) if s.lineno < node.lineno for pair in stored(s))
    factors = {name: value for name, value in env.items() if _calls(value, "cholesky")}
    local = {name: value for name, value in env.items() if name not in factors and _calls(value, "solve")}
    outer, inner = node.args[0], filled(node.args[1], local) if len(node.args) > 1 else node
    matrix = filled(outer.value, factors) if isinstance(outer, ast.Attribute) and outer.attr == "T" else None
    if not (isinstance(matrix, ast.Call) and _calls(matrix, "cholesky")):
        return ""
    if not (isinstance(inner, ast.Call) and _calls(inner, "solve") and len(inner.args) > 1):
        return ""
    return f"{ast.unparse(matrix.args[0])}, {ast.unparse(inner.args[1])}"


def _calls(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and called_name(node.func) == name and bool(node.args)
