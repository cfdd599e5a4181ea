"""Code that nobody would write, as a table of rules: without effect, undone at once, or right by chance."""

import ast
from collections.abc import Callable
from typing import Any

from ...source.syntax import called_name, is_number
from ..code.canonical import above_and_below, dumped, is_tiny, reduced
from ..edits.calls import DRAWS
from ..edits.edit_places import reads_none
from ..edits.sample_count import is_count

SAME_TWICE = (
    "swapaxes", "clip", "min", "max", "minimum", "maximum", "round", "linspace", "geomspace", "where",
)  # fmt: skip
"""Functions that nobody calls with the same argument twice."""
LIMITS = ("max", "min", "maximum", "minimum")
"""Functions that cannot choose between a value and a part of it, as in `max(n - 1, n)`."""
CUTS = ("clip", "maximum", "minimum")
MEANS = ("mean", "sum")
EMPTY = ("[]", "()", "{}", "''", "range(0)")
"""What no loop goes over: it would only switch off its body."""
NO_SIGN = ("abs", "fabs", "absolute")
OF_NUMBERS = (*NO_SIGN, "sqrt", "square", "exp", "log", "power", "multiply", "divide")
SUMS, PRODUCTS = (ast.Add, ast.Sub), (ast.Mult, ast.Div, ast.MatMult)
UNUSED = (ast.Name, ast.Attribute, ast.Subscript, ast.BinOp, ast.Compare)
"""Values that have no effect as statements."""


def is_odd(node: ast.AST) -> bool:
    """Whether one of the rules for its kind holds for a node."""
    return any(rule(node) for rule in RULES.get(type(node), {}).values())


def _assigns_itself(node: ast.Assign) -> bool:
    alike = len(node.targets) == 1 and type(node.targets[0]) is type(node.value)
    return alike and ast.unparse(node.targets[0]) == ast.unparse(node.value)


def _ends_at_once(loop: ast.For) -> bool:
    return isinstance(loop.body[0], ast.Return | ast.Pass)


def _has_no_turn(loop: ast.For | ast.comprehension) -> bool:
    return ast.unparse(loop.iter) in EMPTY


def _is_neutral(node: ast.AugAssign) -> bool:
    return is_number(node.value, 1 if isinstance(node.op, ast.Mult | ast.Div | ast.Pow) else 0)


def _is_turned_twice(node: ast.UnaryOp) -> bool:
    inner = node.operand.left if isinstance(node.operand, ast.BinOp) else node.operand
    return _is_turned(node) and _is_turned(inner)


def _has_equal_branches(node: ast.IfExp) -> bool:
    said = [_called_on(side) for side in (node.body, node.orelse)]
    return said[0] == said[1] or all(map(is_count, said))


def _compares_with_itself(node: ast.Compare) -> bool:
    sides = (node.left, *node.comparators)
    return len(set(map(dumped, sides))) < len(sides)


def _tests_a_number(test: ast.expr) -> bool:
    """As in `if 2`, `if k % 2` or `if len(X)`."""
    if isinstance(test, ast.BoolOp):
        return any(map(_tests_a_number, test.values))
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _tests_a_number(test.operand)
    length = isinstance(test, ast.Call) and called_name(test.func) == "len"
    return length or isinstance(test, ast.Constant | ast.BinOp | ast.Subscript | ast.List)


def _takes_from_a_result(node: ast.Subscript) -> bool:
    """As `self.f(X)[0]`: a method is called for a part of its result."""
    return isinstance(node.value, ast.Call) and ast.unparse(node.value.func).startswith("self.")


def _is_without_itself(node: ast.BinOp) -> bool:
    alike = isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.Mod)
    return alike and dumped(node.left) == dumped(node.right)


def _is_divided_twice(node: ast.BinOp) -> bool:
    """As in `u / n - v / n`."""
    sides = [s for s in (node.left, node.right) if isinstance(s, ast.BinOp) and isinstance(s.op, ast.Div)]
    if not isinstance(node.op, SUMS) or len(sides) < 2:
        return False
    return dumped(sides[0].right) == dumped(sides[1].right)


def _computes_with_zeros(node: ast.BinOp) -> bool:
    """Its shape is right already, or it is better added elsewhere."""
    calls = [s for s in (node.left, node.right) if isinstance(s, ast.Call)]
    if not any("zeros" in called_name(call.func) for call in calls):
        return False
    by_axis = any(k.arg == "axis" for call in calls for k in call.keywords)
    added = isinstance(node.op, ast.Add) and (by_axis or len(calls) == 1)
    return added or isinstance(node.op, ast.Mult | ast.Div)


def _multiplies_and_divides(node: ast.BinOp) -> bool:
    """As in `2 * x / n / 2` or `2 * x * (1 / n)`."""
    product = isinstance(node.op, ast.Mult | ast.Div)
    sides = above_and_below(node) if product else ((), ())
    above, below = ({n.value for n in side if isinstance(n, ast.Constant)} for side in sides)
    return product and bool(above & below - {1} or (1 in above and len(above) > 1))


def _has_two_powers(node: ast.BinOp) -> bool:
    powers = any(isinstance(getattr(s, "op", None), ast.Pow) for s in (node.left, node.right))
    return isinstance(node.op, ast.Pow) and powers


def _has_same_argument_twice(node: ast.Call) -> bool:
    texts = [dumped(argument) for argument in node.args] if called_name(node.func) in SAME_TWICE else []
    limits = called_name(node.func) in LIMITS and any(a in b and a != b for a in texts for b in texts)
    return limits or len(set(texts)) < len(texts)


def _computes_with_nothing(node: ast.Call) -> bool:
    """As `np.sqrt(0)`, or drawing random numbers from a range of zeros."""
    name, written = called_name(node.func), [ast.unparse(argument) for argument in node.args]
    drawn = name in (*DRAWS, "full") and "zeros" in "".join(written)
    nothing = any(is_number(a, 0) or "zeros" in said for a, said in zip(node.args, written, strict=True))
    return drawn or (nothing and name in OF_NUMBERS)


def _makes_an_array_again(node: ast.Call) -> bool:
    """As `np.array(0)`, or `np.array(np.sign(x))`."""
    name, first = called_name(node.func), node.args[0] if node.args else None
    made = first is not None and (name.endswith("_like") or name == "array")
    return made and (isinstance(first, ast.Constant | ast.BinOp) or ast.unparse(node.args[0])[:3] == "np.")


def _asks_twice(node: ast.Call) -> bool:
    """A value of a `where` is itself a comparison, or an argument has an `if` or another `where` in it."""
    asking = [isinstance(a, ast.IfExp) or "where(" in ast.unparse(a) for a in node.args]
    asking += [isinstance(a, ast.Compare) for a in node.args[1:]]
    return called_name(node.func) == "where" and any(asking)


def _is_size_of_a_square(node: ast.Call) -> bool:
    """The absolute value or the norm of a square, or of an absolute value."""
    last = node.args[-1] if node.args else None
    while isinstance(last, ast.Call) and called_name(last.func) in (*MEANS, "float"):
        whole = last.func.value if isinstance(last.func, ast.Attribute) else None
        last = whole if not isinstance(whole, ast.Name) and whole else last.args[0] if last.args else None
    if isinstance(last, ast.Call) and called_name(last.func) in NO_SIGN:
        return called_name(node.func) in NO_SIGN
    names = {called_name(node.func), *(ast.unparse(a).split(".")[-1] for a in node.args[:1])}
    return isinstance(last, ast.BinOp) and isinstance(last.op, ast.Pow) and bool(names & {*NO_SIGN, "norm"})


def _inside(node: ast.Call) -> str:
    return " ".join(map(ast.unparse, node.args))


def _is_turned(node: ast.expr) -> bool:
    while isinstance(node, ast.BinOp) and isinstance(node.op, PRODUCTS):
        node = node.left
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not is_number(node.operand, 1)


def _called_on(node: ast.expr) -> str:
    """An expression as a text, and `x.mean()` as `np.mean(x)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
        return f"np.{node.func.attr}({ast.unparse(node.func.value)})"
    return ast.unparse(node)


RULES: dict[type[ast.AST], dict[str, Callable[[Any], bool]]] = {
    ast.Assign: {"assigns something to itself": _assigns_itself},
    ast.AugAssign: {
        "adds a negative value": lambda node: _is_turned(node.value),
        "adds 0 or multiplies by 1": _is_neutral,
    },
    ast.Return: {
        "adds a tiny number that guards nothing": lambda node: (
            isinstance(node.value, ast.BinOp) and is_tiny(node.value.right)
        )
    },
    ast.Expr: {"has no effect": lambda node: isinstance(node.value, UNUSED)},
    ast.If: {"tests a number": lambda node: _tests_a_number(node.test)},
    ast.For: {"has no turn": _has_no_turn, "ends in its first turn": _ends_at_once},
    ast.comprehension: {"has no turn": _has_no_turn},
    ast.IfExp: {"has equal branches": _has_equal_branches},
    ast.FunctionDef: {"computes with None": reads_none},
    ast.AsyncFunctionDef: {"computes with None": reads_none},
    ast.UnaryOp: {
        "turns the sign of 0": lambda node: is_number(node.operand, 0),
        "turns a sign twice": _is_turned_twice,
    },
    ast.Compare: {"compares something with itself": _compares_with_itself},
    ast.Subscript: {"calls a method for a part of its result": _takes_from_a_result},
    ast.BinOp: {
        "raises a power to a power": _has_two_powers,
        "computes with zeros": _computes_with_zeros,
        "multiplies and divides by a number": _multiplies_and_divides,
        "returns an operand or a constant": lambda node: reduced(node) is not node,
        "adds a negative value": lambda node: isinstance(node.op, SUMS) and _is_turned(node.right),
        "takes a value from itself": _is_without_itself,
        "divides both sides alike": _is_divided_twice,
    },
    ast.Call: {
        "has the same argument twice": _has_same_argument_twice,
        "computes with nothing": _computes_with_nothing,
        "makes an array of an array": _makes_an_array_again,
        "asks twice": _asks_twice,
        "limits a count": lambda node: (
            called_name(node.func) in (*LIMITS, *NO_SIGN)
            and any(is_count(ast.unparse(argument)) for argument in node.args)
        ),
        "cuts off twice": lambda node: called_name(node.func) == "clip" and "clip(" in _inside(node),
        "is the size of a square": _is_size_of_a_square,
    },
}
"""What is odd in each kind of node."""
