"""Expand local names in expressions, so that the learner's code and the right code can be compared."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from textwrap import indent
from typing import TypeVar

from ....sandbox.parsing import nodes_in, parsed
from ...declaration.exercise import Exercise
from ...source.syntax import Function
from .canonical import canonical, copied, dumped

DEEP, EACH = 6, "each"
AS_OPERATORS = {
    "subtract": ast.Sub, "add": ast.Add, "multiply": ast.Mult, "divide": ast.Div, "matmul": ast.MatMult,
}  # fmt: skip
AS_FUNCTIONS = ("dot", "inner", "einsum", "mean", "sum", "std", "var", *AS_OPERATORS)
Env = dict[str, ast.expr]


class Filled(ast.NodeTransformer):
    """Replaces names with the expressions that they stand for."""

    def __init__(self, env: Mapping[str, ast.expr]) -> None:
        self.env = env

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Replace a name with what it stands for."""
        return copied(self.env[node.id]) if node.id in self.env else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Replace an entry of a literal tuple with that entry."""
        self.generic_visit(node)
        index = node.slice.value if isinstance(node.slice, ast.Constant) else None
        counted = isinstance(node.value, ast.Tuple) and isinstance(index, int)
        return entry(node.value, index) if counted else node  # type: ignore[arg-type]


def entry(value: ast.expr, number: int) -> ast.expr:
    """One entry of an expression that may be a literal tuple."""
    if isinstance(value, ast.Tuple | ast.List) and number < len(value.elts):
        return value.elts[number]
    return ast.Subscript(value, ast.Constant(number), ast.Load())


def filled(node: ast.expr, env: Mapping[str, ast.expr]) -> ast.expr:
    """A copy of an expression with names replaced."""
    found: ast.expr = Filled(env).visit(copied(node))
    return found


def stored(statement: ast.stmt) -> list[tuple[str, ast.expr]]:
    """The targets that a statement assigns, each with its expression."""
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        return [(ast.unparse(statement.target), statement.value)]
    if not isinstance(statement, ast.Assign):
        return []
    found = []
    for target in statement.targets:
        if isinstance(target, ast.Tuple | ast.List):
            found += [(ast.unparse(part), entry(statement.value, k)) for k, part in enumerate(target.elts)]
        else:
            found.append((ast.unparse(target), statement.value))
    return found


def looped(statement: ast.stmt) -> list[tuple[str, ast.expr]]:
    """The loop variables of a statement with their meanings: `k` of `for k in z` is `each(z)`."""
    loops = nodes_in([statement]) if hasattr(statement, "value") else [statement]
    pairs = [(n.target, n.iter) for n in loops if isinstance(n, ast.For | ast.comprehension)]
    test = statement.test if isinstance(statement, ast.While) else None
    if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Lt):
        pairs.append((test.left, ast.Call(ast.Name("range", ast.Load()), test.comparators, [])))
    each = ast.Name(EACH, ast.Load())
    return [(t.id, ast.Call(each, [over], [])) for t, over in pairs if isinstance(t, ast.Name)]


def head_of(statement: ast.stmt) -> list[tuple[str, ast.expr]]:
    """The iterable of a loop or the test of a condition, after its kind; empty for another statement."""
    if isinstance(statement, ast.For):
        return [("for", statement.iter)]
    return [("if", statement.test)] if isinstance(statement, ast.If) else []


def locals_of(function: Function, before: int, given: Mapping[str, ast.expr]) -> Env:
    """The meanings of a function's parameters, and of the locals that it assigns above a line."""
    found: Env = dict(given)
    for statement in walk(function.body):
        pairs = [*(stored(statement) if statement.lineno < before else ()),
                 *(looped(statement) if statement.lineno <= before else ())]  # fmt: skip
        for name, value in pairs:
            if name.isidentifier():
                found[name] = filled(value, found)
    return found


def walk(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a block, including nested ones."""
    for statement in body:
        yield statement
        for name in ("body", "orelse", "handlers", "finalbody"):
            yield from walk(getattr(statement, name, []))


def filled_statement(statement: ast.stmt, env: Mapping[str, ast.expr]) -> ast.stmt:
    """A copy of a statement with the names that it reads replaced."""
    found = copied(statement)
    value = getattr(found, "value", None)
    if value is not None:
        found.value = filled(value, env)  # type: ignore[attr-defined]
    return found


class Meanings:
    """Gives the meanings of expressions: fully expanded and in canonical form, for comparison."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self._known: dict[tuple[str, tuple[str, ...]], str] = {}

    def of(self, node: ast.expr, env: Mapping[str, ast.expr], rows: Sequence[str]) -> str:
        """The meaning of an expression as a text to compare; `rows` are the names of arrays with n rows."""
        whole = filled(node, env) if env else node
        key = dumped(whole), tuple(rows)
        if key not in self._known:
            self._known[key] = dumped(canonical(self.expanded(whole), key[1]))
        return self._known[key]

    def expanded(self, node: ast.expr) -> ast.expr:
        """A copy of an expression with calls of the exercise's methods replaced by what they return."""
        found: ast.expr = _Expanded(self.exercise, DEEP).visit(copied(node))
        return found


class _Expanded(Filled):
    def __init__(self, exercise: Exercise, deep: int) -> None:
        super().__init__({})
        self.exercise, self.deep = exercise, deep

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        function = node.func.id if isinstance(node.func, ast.Name) else ""
        if function == "float" and len(node.args) == 1:
            return node.args[0]
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        own = isinstance(owner, ast.Name) and owner.id == "self"
        if own and self.deep and name in self.exercise.formula.headers and not node.keywords:
            value, names = returned(self.exercise, name)
            if value is not None and len(names) == len(node.args):
                inner = filled(value, dict(zip(names, node.args, strict=True)))
                return _Expanded(self.exercise, self.deep - 1).visit(inner)  # type: ignore[no-any-return]
        if isinstance(node.func, ast.Attribute) and name in AS_FUNCTIONS and not own:
            return self._as_function(node, name)
        return node

    def _as_function(self, node: ast.Call, name: str) -> ast.AST:
        """Write `x.mean()` as `np.mean(x)`, and `np.dot(x, y)` as `x @ y`."""
        assert isinstance(node.func, ast.Attribute)
        numpy = isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "numpy")
        args = node.args if numpy else [node.func.value, *node.args]
        if name in ("dot", "inner") and len(args) == 2:
            return ast.BinOp(args[0], ast.MatMult(), args[1])
        if name == "einsum":
            sides = _sides(str(getattr(args[0], "value", "")).replace(" ", ""))
            return ast.BinOp(args[sides[0]], ast.MatMult(), args[sides[1]]) if sides else node
        if numpy and name in AS_OPERATORS and len(args) == 2:
            return ast.BinOp(args[0], AS_OPERATORS[name](), args[1])
        function = ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load())
        return ast.Call(function, args, node.keywords)


def _sides(said: str) -> tuple[int, int] | None:
    """The positions of the factors whose matrix product equals an `einsum` with these subscripts."""
    found = re.fullmatch(r"(\w)(\w),(\w)(?:->(\w))?", said)
    if found and found[3] == found[2] and found[4] in (found[1], None):
        return 1, 2
    return (2, 1) if found and found[3] == found[1] and found[4] in (found[2], None) else None


Edits = tuple[tuple[str, str], ...]


@lru_cache(maxsize=64)
def right_body(exercise: Exercise, method: str, edits: Edits = ()) -> tuple[ast.FunctionDef, tuple[str, ...]]:
    """The syntax tree of the right method, or of one with a mistake, and its arguments without `self`."""
    lines = "\n".join(exercise.formula.lines_of(method, dict(edits)))
    tree = parsed(f"def {exercise.formula.headers[method]}:\n{indent(lines, '    ')}").body[0]
    assert isinstance(tree, ast.FunctionDef)
    return tree, tuple(a.arg for a in tree.args.args[1:])


@lru_cache(maxsize=256)
def returned(exercise: Exercise, method: str, edits: Edits = ()) -> tuple[ast.expr | None, tuple[str, ...]]:
    """What the right method, or one with a mistake, returns in terms of its arguments; None if it loops."""
    tree, names = right_body(exercise, method, edits)
    env: Env = {}
    for statement in tree.body:
        if isinstance(statement, ast.For):
            return None, names
        if isinstance(statement, ast.Return) and statement.value is not None:
            return filled(statement.value, env), names
        for name, value in stored(statement):
            env[name] = filled(value, env)
    return None, names


def kept_as(exercise: Exercise, own: Function | None) -> dict[str, str]:
    """The learner's attribute for each attribute in which the right constructor stores an argument."""
    if own is None:
        return {}
    right, _ = right_body(exercise, "__init__")
    of_right, of_own = _attributes_by_place(right), _attributes_by_place(own)
    return {of_right[place]: of_own[place] for place in of_right if place in of_own}


def _attributes_by_place(function: Function) -> dict[int, str]:
    """The attribute that stores each argument unchanged, by the argument's position."""
    arguments = [a.arg for a in [*function.args.posonlyargs, *function.args.args]]
    found: dict[int, str] = {}
    for statement in nodes_in([function]):
        for name, value in stored(statement) if isinstance(statement, ast.stmt) else ():
            used = [n.id for n in nodes_in([value]) if isinstance(n, ast.Name) and n.id in arguments]
            plain = isinstance(value, ast.Name) or ast.unparse(value) == f"float({used[0] if used else ''})"
            if name.startswith("self.") and plain and used:
                found.setdefault(arguments.index(used[0]), name.removeprefix("self."))
    return found


class Attributes(ast.NodeTransformer):
    """Renames attributes of the model."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Rename an attribute of `self`."""
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "self":
            return ast.Attribute(node.value, self.names.get(node.attr, node.attr), node.ctx)
        return node


class _WithoutFloat(ast.NodeTransformer):
    """Replaces `float(x)` with `x`."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        return node.args[0] if name == "float" and len(node.args) == 1 else node


F = TypeVar("F", ast.FunctionDef, Function)


def in_style(right: F, source: str, kept: Mapping[str, str]) -> F:
    """The right method as the learner would write it: with their attributes, and `float` only if they use it.

    `kept` maps the right method's attributes to the learner's.
    """
    found = Attributes(kept).visit(copied(right))
    return found if "float(" in source else _WithoutFloat().visit(found)  # type: ignore[no-any-return]
