"""Every single-node mutant of the reference's class, made with `ast` in a fixed order.

A mutant is the reference with one small error that is easy to overlook. Mutants with the same text count
once.
"""

import ast
import copy
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from .paths import ROOT

SOLUTION = ROOT / "solutions" / "linear_regression.py"

OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult, ast.Add),
}
# Operators whose operands can be swapped without any effect.
COMMUTATIVE = (ast.Add, ast.Mult)
ATTRIBUTES = {
    "w": "b",
    "b": "w",
    "sum": "mean",
    "mean": "sum",
    "zeros": "ones",
    "append": "extend",
    "predict": "compute_loss",
    "compute_loss": "predict",
    "compute_gradients": "predict",
}
FUNCTIONS = {"float": "int", "range": "len", "len": "max"}
# Names that are easily confused; using a list instead of a number would not be a slip.
KINDS = ({"X", "y", "y_hat", "error"}, {"dw", "db", "lr"}, {"lr", "epochs", "n"}, {"losses", "y_hat"})


@dataclass(frozen=True)
class Mutant:
    """One mutant: what was changed in which line of the reference, and the resulting text."""

    what: str
    source: str


def base() -> ast.Module:
    """The reference's import and class, without docstrings and annotations, which have no effect."""
    module = ast.parse(SOLUTION.read_text(encoding="utf-8"))
    wanted = (ast.Import, ast.ClassDef)
    module.body = [node for node in module.body if isinstance(node, wanted)]
    for node in ast.walk(module):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            del node.body[0]
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
    plain: ast.Module = _Plain().visit(module)
    return ast.parse(ast.unparse(ast.fix_missing_locations(plain)))


class _Plain(ast.NodeTransformer):
    """Turns annotated assignments into plain ones."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        assert node.value is not None
        return ast.Assign([node.target], node.value)


def mutants() -> list[Mutant]:
    """All mutants, each text once."""
    module = base()
    found: dict[str, Mutant] = {}
    known, kept = ast.unparse(module), pickle.dumps(module)
    for place, what, change in _changes(module):
        changed = pickle.loads(kept)  # many times faster than a deep copy
        change(changed)
        text = ast.unparse(ast.fix_missing_locations(changed)) + "\n"
        if text.strip() != known:
            found.setdefault(text, Mutant(f"{place} {what}", text))
    return list(found.values())


Change = Callable[[ast.Module], None]


def _changes(module: ast.Module) -> Iterator[tuple[str, str, Change]]:
    """Yield each change: its place, a description and the function, which finds its node by its index."""
    nodes = list(ast.walk(module))
    scopes = _scopes(module)
    for number, node in enumerate(nodes):
        place = _place(node)
        if isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            for new in [*_operations(node), *_names(node, scopes.get(node, []))]:
                what = f"{ast.unparse(node)} -> {ast.unparse(new)}"
                yield place, what, _replacing(number, new)
        for what, change in [*_of_statement(node), *_of_block(node), *_of_signature(node)]:
            yield place, what, _calling(number, change)


def _place(node: ast.AST) -> str:
    first = node.args[0] if isinstance(node, ast.arguments) and node.args else node
    return f"{getattr(first, 'lineno', 0)}:{getattr(first, 'col_offset', 0)}"


def _replacing(number: int, new: ast.expr) -> Change:
    def change(module: ast.Module) -> None:
        nodes = list(ast.walk(module))
        old = nodes[number]
        for parent in nodes:
            for field, value in ast.iter_fields(parent):
                if value is old:
                    setattr(parent, field, copy.deepcopy(new))
                elif isinstance(value, list) and any(item is old for item in value):
                    value[:] = [copy.deepcopy(new) if item is old else item for item in value]

    return change


def _calling(number: int, change: Callable[[ast.AST], None]) -> Change:
    return lambda module: change(list(ast.walk(module))[number])


def _scopes(module: ast.Module) -> dict[ast.AST, list[str]]:
    """For every argument or local that occurs in a method: all arguments and locals of that method."""
    found: dict[ast.AST, list[str]] = {}
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef):
            inside = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
            own = {arg.arg for arg in function.args.args} | {
                node.id for node in inside if isinstance(node.ctx, ast.Store)
            }
            found |= {node: sorted(own - {"self", "_"}) for node in inside if node.id in own - {"self"}}
    return found


def _operations(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp():
            yield from _of_operation(node)
        case ast.Constant(value=float() | int() as value) if not isinstance(value, bool):
            others = (value + 1, value - 1, value * 2, -value)
            yield from (ast.Constant(new) for new in others if new != value)
        case ast.Attribute(value=inner, attr="T"):
            yield inner
        case ast.Attribute(value=inner, attr=name, ctx=context) if name in ATTRIBUTES:
            yield ast.Attribute(inner, ATTRIBUTES[name], context)
        case ast.Call():
            yield from _of_call(node)
        case ast.Tuple(elts=[first, second]):
            yield ast.Tuple([second, first], ast.Load())
            yield from (first, second)
        case ast.List(elts=[]):
            yield ast.List([ast.Constant(0.0)], ast.Load())


def _of_operation(node: ast.BinOp) -> Iterator[ast.expr]:
    yield from (ast.BinOp(node.left, new(), node.right) for new in OPERATORS[type(node.op)])
    if not isinstance(node.op, COMMUTATIVE):
        yield ast.BinOp(node.right, node.op, node.left)
    yield from (node.left, node.right, ast.UnaryOp(ast.USub(), node))


def _of_call(node: ast.Call) -> Iterator[ast.expr]:
    yield from node.args
    yield ast.UnaryOp(ast.USub(), node)
    if isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        yield ast.Call(ast.Name(FUNCTIONS[node.func.id], ast.Load()), node.args, node.keywords)
    for one, two in combinations(range(len(node.args)), 2):
        args = list(node.args)
        args[one], args[two] = args[two], args[one]
        yield ast.Call(node.func, args, node.keywords)
    if isinstance(node.func, ast.Name) and node.func.id == "range":
        bound, first = node.args[0], ast.Constant(1)
        more, less = (ast.BinOp(bound, change, first) for change in (ast.Add(), ast.Sub()))
        turns: list[list[ast.expr]] = [[more], [less], [first, bound], [first, more]]
        for bounds in turns:
            yield ast.Call(node.func, bounds, [])


def _names(node: ast.expr, others: list[str]) -> Iterator[ast.expr]:
    if isinstance(node, ast.Name):
        alike = set().union(*(kind for kind in KINDS if node.id in kind)) - {node.id}
        yield from (ast.Name(other, ast.Load()) for other in others if other in alike)


def _of_statement(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    match node:
        case ast.AugAssign(op=ast.Sub()):
            for new in (ast.Add, ast.Mult):
                yield f"-= becomes {new.__name__}", _setting("op", new())
        case ast.Return(value=ast.expr()):
            yield "returns nothing", _setting("value", None)
        case ast.Assign(targets=[ast.Tuple(elts=[first, second])]):
            yield "unpacked the other way", _setting("targets", [ast.Tuple([second, first], ast.Store())])
        case ast.Attribute(attr=name, ctx=ast.Store()) if name in ATTRIBUTES:
            yield f"{name} assigned as {ATTRIBUTES[name]}", _setting("attr", ATTRIBUTES[name])


def _setting(field: str, value: object) -> Callable[[ast.AST], None]:
    return lambda node: setattr(node, field, value)


def _of_block(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    """Yield statements left out, repeated or swapped, and loops that end after one turn."""
    if not isinstance(node, (ast.FunctionDef, ast.For)):
        return
    size = len(node.body)
    for at, statement in enumerate(node.body):
        text = ast.unparse(statement).splitlines()[0]
        rest = [*range(at), *range(at + 1, size)]
        if rest:  # an empty body would be unwritten, not mistaken
            yield f"left out: {text}", _ordering(rest)
        if not isinstance(statement, (ast.Assign, ast.Return)):  # repeating these changes nothing
            yield f"twice: {text}", _ordering([*range(at + 1), *range(at, size)])
        if at + 1 < size:
            yield f"after the next: {text}", _ordering([*range(at), at + 1, at, *range(at + 2, size)])
    if isinstance(node, ast.For):
        for leave in (ast.Break(), ast.Return(ast.Name("losses", ast.Load()))):
            yield f"ends with {ast.unparse(leave)}", _appending(leave)


def _ordering(order: list[int]) -> Callable[[ast.AST], None]:
    def change(node: ast.AST) -> None:
        assert isinstance(node, (ast.FunctionDef, ast.For))
        node.body = [copy.deepcopy(node.body[at]) for at in order]

    return change


def _appending(statement: ast.stmt) -> Callable[[ast.AST], None]:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.For)
        node.body.append(statement)

    return change


def _of_signature(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    if not isinstance(node, ast.arguments):
        return
    for one, two in combinations(range(1, len(node.args)), 2):
        order = list(range(len(node.args)))
        order[one], order[two] = order[two], order[one]
        yield f"arguments in the order {order}", _setting("args", [node.args[at] for at in order])
    if node.defaults:
        yield "no defaults", _setting("defaults", [])
