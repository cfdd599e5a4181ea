"""Count the faults that no fix may add: unreachable statements, and expressions that nobody would write."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from ....sandbox.parsing import nodes_in, parsed
from ...source.syntax import called_name
from ..code.canonical import is_number, is_tiny, reduced
from ..code.sample_count import is_count
from ..code.text import lines_of
from ..edits.calls import DRAWS
from ..edits.edit_places import reads_none

LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)
BLOCKS = ("body", "orelse", "finalbody")
SAME_TWICE = (
    "swapaxes",
    "clip",
    "min",
    "max",
    "minimum",
    "maximum",
    "round",
    "linspace",
    "geomspace",
    "where",
)
LARGE = 300  # characters of a dump, about `np.column_stack([X, np.ones(len(X))])`
LIMITS = ("max", "min", "maximum", "minimum")
"""Functions that cannot choose between a value and a part of it, as in `max(n - 1, n)`."""
CUTS = ("clip", "maximum", "minimum")
EMPTY = ("[]", "()", "{}", "''", "range(0)")
"""What no loop goes over: it would only switch off its body."""
MEANS = ("mean", "sum")
NO_SIGN = ("abs", "fabs", "absolute")
OF_NUMBERS = (*NO_SIGN, "sqrt", "square", "exp", "log", "power", "multiply", "divide")


@dataclass(frozen=True)
class _Piece:
    """The faults in one function or statement, and its names to compare with the rest of the file."""

    faults: int
    parameters: tuple[tuple[str, tuple[str, ...]], ...]
    calls: tuple[tuple[str, tuple[str, ...]], ...]
    stored: frozenset[str]
    used: frozenset[str]


def faults(source: str) -> float:
    """The number of faults in a text; infinite if it does not parse."""
    return faults_and_orphans(source)[0]


def faults_and_orphans(source: str) -> tuple[float, frozenset[str]]:
    """The number of faults in a text, and its unused functions and attributes (those with a leading dot)."""
    try:
        tree = parsed(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return float("inf"), frozenset()
    blocks, lines = list(_blocks(tree)), lines_of(source)
    nodes = [node for block in blocks for node in block if not isinstance(node, ast.ClassDef)]
    pieces = [_piece(_Node(node, lines)) for node in nodes]
    parameters = dict(pair for piece in pieces for pair in piece.parameters)
    misplaced = sum(_misplaced(given, parameters.get(name, ())) for p in pieces for name, given in p.calls)
    stored = {name for piece in pieces for name in piece.stored}
    used = {name for piece in pieces for name in piece.used}
    orphans = frozenset(name for name in stored - used if name[:2] != "__")
    return sum(map(_unreachable, blocks)) + sum(p.faults for p in pieces) + misplaced, orphans


def stranded(source: str) -> set[str]:
    """The functions of a text that nothing uses."""
    return {name for name in faults_and_orphans(source)[1] if name[0] != "."}


class _Node:
    """A statement as a cache key by its text: candidates differ in one function, the others are cached."""

    def __init__(self, node: ast.stmt, lines: Sequence[str]) -> None:
        self.node = node
        text = "".join(lines[node.lineno - 1 : node.end_lineno])
        self.key = text, node.col_offset, node.end_col_offset

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Node) and self.key == other.key


def _blocks(owner: ast.Module | ast.ClassDef) -> Iterator[list[ast.stmt]]:
    """The statements at the top level of the file, and those in each class."""
    yield owner.body
    for node in owner.body:
        if isinstance(node, ast.ClassDef):
            yield from _blocks(node)


@lru_cache(maxsize=512)
def _piece(piece: _Node) -> _Piece:
    nodes = nodes_in([piece.node])
    found = sum(_unreachable(getattr(n, name, None)) for n in nodes for name in BLOCKS if hasattr(n, name))
    functions = [n for n in nodes if isinstance(n, ast.FunctionDef)]
    calls = [n for n in nodes if isinstance(n, ast.Call)]
    used, stored = _names(nodes)
    large = [(n, ast.dump(n)) for n in calls]  # the same large call twice should be a local
    cut = [(n.lineno, said) for n, said in large if called_name(n.func) in CUTS or len(said) > LARGE]
    return _Piece(
        found + sum(map(_is_odd, nodes)) + len(cut) - len(set(cut)),
        tuple((f.name, tuple(a.arg for a in f.args.args if a.arg not in ("self", "cls"))) for f in functions),
        tuple((called_name(c.func), tuple(_names_given(c))) for c in calls),
        frozenset(stored | {f.name for f in functions}),
        frozenset(used),
    )


def _names(nodes: Sequence[ast.AST]) -> tuple[set[str], set[str]]:
    """The names and attributes that are read, and the attributes that are assigned, with a leading dot."""
    attributes = [n for n in nodes if isinstance(n, ast.Attribute)]
    stored = {f".{n.attr}" for n in attributes if isinstance(n.ctx, ast.Store)}
    read = {n.attr for n in attributes if not isinstance(n.ctx, ast.Store)}
    return read | {f".{name}" for name in read} | {n.id for n in nodes if isinstance(n, ast.Name)}, stored


def _misplaced(given: Sequence[str], names: Sequence[str]) -> int:
    """How many arguments are passed as one parameter of a function but have the name of another."""
    return sum(g != n and g in names for g, n in zip(given, names, strict=False))


def _names_given(call: ast.Call) -> Iterator[str]:
    """The arguments of a call up to one that stands for several, as far as they are names."""
    plain = takewhile(lambda argument: not isinstance(argument, ast.Starred), call.args)
    yield from (argument.id if isinstance(argument, ast.Name) else "" for argument in plain)


def _unreachable(block: object) -> int:
    """How many statements of a block follow one that leaves it, or only do what happens anyway."""
    if not isinstance(block, list):
        return 0
    ends = [(a, b) for a, b in pairwise(block) if isinstance(a, ast.If) and isinstance(b, ast.Return)]
    alike = sum(ast.dump(a.body[0]) == ast.dump(b) for a, b in ends)
    return alike + sum(len(block) - number - 1 for number, one in enumerate(block) if isinstance(one, LEAVES))


def _is_odd(node: ast.AST) -> bool:
    """Whether code assigns something to itself, has no effect, or undoes itself."""
    if isinstance(node, ast.Assign):
        alike = len(node.targets) == 1 and type(node.targets[0]) is type(node.value)
        return alike and ast.unparse(node.targets[0]) == ast.unparse(node.value)
    if isinstance(node, ast.Return):  # a tiny number that guards nothing
        return isinstance(node.value, ast.BinOp) and is_tiny(node.value.right)
    if isinstance(node, ast.Expr):  # an unused value
        return isinstance(node.value, ast.Name | ast.Attribute | ast.Subscript | ast.BinOp | ast.Compare)
    if isinstance(node, ast.AugAssign):
        neutral = 1 if isinstance(node.op, ast.Mult | ast.Div | ast.Pow) else 0
        return _is_turned(node.value) or is_number(node.value, neutral)
    if isinstance(node, ast.BinOp):
        return _is_odd_operation(node)
    if isinstance(node, ast.UnaryOp):
        inner = node.operand.left if isinstance(node.operand, ast.BinOp) else node.operand
        return is_number(node.operand, 0) or (_is_turned(node) and _is_turned(inner))
    if isinstance(node, ast.IfExp):
        said = [_called_on(side) for side in (node.body, node.orelse)]
        return said[0] == said[1] or all(map(is_count, said))
    if isinstance(node, ast.Compare):
        sides = (node.left, *node.comparators)  # a comparison of the size of a difference
        return any(map(_is_size_of_a_sum, sides)) or len(set(map(ast.dump, sides))) < len(sides)
    if isinstance(node, ast.If | ast.For | ast.comprehension):
        return _is_no_condition(node.test) if isinstance(node, ast.If) else _is_idle(node)
    if isinstance(node, ast.Subscript):  # an entry of a method's result, taken only for this
        if ast.unparse(node).endswith(".shape[-2]"):
            return True
        call, parts = node.value, getattr(node.slice, "elts", ())
        if len(parts) > 1 and all(isinstance(p, ast.Constant) and p.value is None for p in parts):
            return True
        return isinstance(call, ast.Call) and ast.unparse(call.func).startswith("self.")
    return _is_odd_call(node) if isinstance(node, ast.Call) else reads_none(node)


def _is_idle(loop: ast.For | ast.comprehension) -> bool:
    """Whether a loop has no turn, ends in its first one, or does nothing."""
    ends = isinstance(loop, ast.For) and isinstance(loop.body[0], ast.Return | ast.Pass)
    return ends or ast.unparse(loop.iter) in EMPTY


def _is_size_of_a_sum(node: ast.expr) -> bool:
    if not isinstance(node, ast.Call) or called_name(node.func) not in NO_SIGN or len(node.args) != 1:
        return False
    return isinstance(node.args[0], ast.BinOp) and isinstance(node.args[0].op, ast.Add)


def _is_odd_operation(node: ast.BinOp) -> bool:
    sums = isinstance(node.op, ast.Add | ast.Sub)
    if _does_nothing(node) or (_is_turned(node.right) and sums):
        return True
    parts = [_factors(side) for side in (node.left, node.right)]
    kept = [[ast.dump(p) for p in some if not isinstance(p, ast.Constant)] for some in parts]
    if sums and len(parts[0]) > 1 < len(parts[1]) and kept[0] == kept[1]:  # as in `0.9 * x + 0.1 * x`
        return True
    alike = isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.Mod)
    return (alike and ast.dump(node.left) == ast.dump(node.right)) or _is_divided_twice(node)


def _called_on(node: ast.expr) -> str:
    """An expression as a text, and `x.mean()` as `np.mean(x)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
        return f"np.{node.func.attr}({ast.unparse(node.func.value)})"
    return ast.unparse(node)


def _is_odd_call(node: ast.Call) -> bool:
    """Whether a call has the same argument twice, has no effect, or is applied to its own result."""
    texts = [ast.dump(argument) for argument in node.args] if called_name(node.func) in SAME_TWICE else []
    written = [ast.unparse(argument) for argument in node.args]
    drawn = called_name(node.func) in (*DRAWS, "full") and "zeros" in "".join(written)
    nothing = any(is_number(a, 0) or "zeros" in said for a, said in zip(node.args, written, strict=True))
    if drawn or (nothing and called_name(node.func) in OF_NUMBERS):
        return True
    if called_name(node.func) == "get" and node.args and isinstance(node.args[0], ast.BinOp):
        return True  # nobody computes a key like this
    made = called_name(node.func).endswith("_like") or called_name(node.func) == "array"
    if made and node.args and isinstance(node.args[0], ast.Constant):
        return True
    if called_name(node.func) == "where" and _asks_twice(node.args):
        return True
    twice = called_name(node.func) in CUTS and f"{called_name(node.func)}(" in "".join(written)
    inside = [a in b and a != b for a in texts for b in texts] if called_name(node.func) in LIMITS else []
    return twice or any(inside) or len(set(texts)) < len(texts) or _of_a_square(node)


def _asks_twice(args: Sequence[ast.expr]) -> bool:
    """Whether a value of a `where` is itself a comparison, or one of its arguments an `if` expression."""
    asking = [isinstance(a, ast.IfExp) or (isinstance(a, ast.Compare) and a is not args[0]) for a in args]
    return any(asking)


def _is_no_condition(test: ast.expr) -> bool:
    """Whether a condition tests the truth of a number, as in `if 2`, `if k % 2` or `if len(X)`."""
    if isinstance(test, ast.BoolOp):
        return any(map(_is_no_condition, test.values))
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _is_no_condition(test.operand)
    length = isinstance(test, ast.Call) and called_name(test.func) == "len"
    return length or isinstance(test, ast.Constant | ast.BinOp | ast.Subscript | ast.List)


def _is_turned(node: ast.expr) -> bool:
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div | ast.MatMult):
        node = node.left
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not is_number(node.operand, 1)


def _is_divided_twice(node: ast.BinOp) -> bool:
    """Whether both sides of a sum have the same divisor, as in `u / n - v / n`."""
    sides = [s for s in (node.left, node.right) if isinstance(s, ast.BinOp) and isinstance(s.op, ast.Div)]
    if not isinstance(node.op, ast.Add | ast.Sub) or len(sides) < 2:
        return False
    return ast.dump(sides[0].right) == ast.dump(sides[1].right)


def _of_a_square(node: ast.Call) -> bool:
    """Whether a call takes the absolute value or the norm of a square, or of an absolute value."""
    last = node.args[-1] if node.args else None
    while isinstance(last, ast.Call) and called_name(last.func) in (*MEANS, "float"):
        whole = last.func.value if isinstance(last.func, ast.Attribute) else None
        last = whole if not isinstance(whole, ast.Name) and whole else last.args[0] if last.args else None
    if isinstance(last, ast.Call) and called_name(last.func) in NO_SIGN:
        return called_name(node.func) in NO_SIGN
    names = {called_name(node.func), *(ast.unparse(a).split(".")[-1] for a in node.args[:1])}
    return isinstance(last, ast.BinOp) and isinstance(last.op, ast.Pow) and bool(names & {*NO_SIGN, "norm"})


def _does_nothing(node: ast.BinOp) -> bool:
    """Whether an operation only returns its operand or a constant, or could be one with another."""
    sides = (node.left, node.right)
    if isinstance(node.op, ast.Pow) and any(isinstance(getattr(s, "op", None), ast.Pow) for s in sides):
        return True
    calls = [s for s in sides if isinstance(s, ast.Call)]
    if any("zeros" in called_name(call.func) for call in calls):
        by_axis = any(k.arg == "axis" for call in calls for k in call.keywords)
        added = isinstance(node.op, ast.Add) and (by_axis or len(calls) == 1)
        if added or isinstance(node.op, ast.Mult | ast.Div):
            return True  # its shape is right already, or it is better added elsewhere
    factors = _factors(node.left) if isinstance(node.op, ast.Div) else []  # as in `2 * x / 2`
    again = isinstance(node.right, ast.Constant) and ast.dump(node.right) in map(ast.dump, factors)
    return again or reduced(node) is not node


def _factors(node: ast.expr) -> list[ast.expr]:
    """The factors of a product."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return [*_factors(node.left), *_factors(node.right)]
    return [node]
