"""Code that nobody would write, as a table of rules: without effect, undone at once, or right by chance."""

import ast
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from ....sandbox.parsing import nodes_in
from ...source.syntax import called_name
from ..code.canonical import above_and_below, dumped, factors, is_number, is_tiny, reduced
from ..code.sample_count import is_count
from ..edits.calls import DRAWS
from ..edits.edit_places import reads_none

SAME_TWICE = (
    "swapaxes", "clip", "min", "max", "minimum", "maximum", "round", "linspace", "geomspace", "where",
)  # fmt: skip
"""Functions that nobody calls with the same argument twice."""
LIMITS = ("max", "min", "maximum", "minimum")
"""Functions that cannot choose between a value and a part of it, as in `max(n - 1, n)`."""
CUTS = ("clip", "maximum", "minimum")
EMPTY = ("[]", "()", "{}", "''", "range(0)")
"""What no loop goes over: it would only switch off its body."""
UNSET = ("None", "np.inf", "-np.inf", "math.inf", "float('inf')")
MEANS = ("mean", "sum")
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


def _assigns_twice(node: ast.Assign) -> bool:
    names = [ast.unparse(part) for target in node.targets for part in getattr(target, "elts", ())]
    return any(names.count(name) > 1 for name in names if name.strip("_"))


def _is_called_a_variance(node: ast.Assign) -> bool:
    """As in `self.var_ = X.std()`."""
    words = re.findall("[a-z]+", ast.unparse(node.targets[0]).rpartition(".")[2].lower())
    called = called_name(node.value.func) if isinstance(node.value, ast.Call) else ""
    return called == "std" and bool({"var", "variance"} & {*words})


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


def _compares_a_size(node: ast.Compare) -> bool:
    """As `abs(u + v) < tol`: it is the size of a difference that is small in the end."""
    calls = [s for s in (node.left, *node.comparators) if isinstance(s, ast.Call) and len(s.args) == 1]
    sums = [c for c in calls if isinstance(c.args[0], ast.BinOp) and isinstance(c.args[0].op, ast.Add)]
    return any(called_name(call.func) in NO_SIGN for call in sums)


def _tests_a_number(test: ast.expr) -> bool:
    """As in `if 2`, `if k % 2` or `if len(X)`."""
    if isinstance(test, ast.BoolOp):
        return any(map(_tests_a_number, test.values))
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _tests_a_number(test.operand)
    length = isinstance(test, ast.Call) and called_name(test.func) == "len"
    return length or isinstance(test, ast.Constant | ast.BinOp | ast.Subscript | ast.List)


def _adds_only_axes(node: ast.Subscript) -> bool:
    parts = getattr(node.slice, "elts", ())
    return len(parts) > 1 and all(isinstance(p, ast.Constant) and p.value is None for p in parts)


def _takes_from_a_result(node: ast.Subscript) -> bool:
    """As `self.f(X)[0]`: a method is called for a part of its result."""
    return isinstance(node.value, ast.Call) and ast.unparse(node.value.func).startswith("self.")


def _shares_itself(node: ast.BinOp) -> bool:
    """As in `0.9 * x + 0.1 * x`."""
    parts = [factors(side) for side in (node.left, node.right)]
    kept = [[dumped(p) for p in some if not isinstance(p, ast.Constant)] for some in parts]
    return isinstance(node.op, SUMS) and len(parts[0]) > 1 < len(parts[1]) and kept[0] == kept[1]


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


def _compares_its_first_value(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a loop compares a local that stays infinite or None, so that the test is always the same."""
    nodes = nodes_in([function])
    loops = [n for n in nodes if isinstance(n, ast.For | ast.While)]
    sides = [ast.unparse(part) for n in nodes_in(loops) if isinstance(n, ast.Compare)
             for side in (n.left, *n.comparators) for part in nodes_in([side])
             if isinstance(part, ast.Name)]  # fmt: skip
    if not sides:
        return False
    given = Counter(n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    plain = [n for n in nodes if isinstance(n, ast.Assign) and ast.unparse(n.value) in UNSET]
    names = [target.id for n in plain for target in n.targets if isinstance(target, ast.Name)]
    return any(given[name] == 1 and name in sides for name in names)


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
    return made and (
        isinstance(first, ast.Constant | ast.BinOp) or ast.unparse(node.args[0]).startswith("np.")
    )


def _looks_up_a_sum(node: ast.Call) -> bool:
    return called_name(node.func) == "get" and bool(node.args) and isinstance(node.args[0], ast.BinOp)


def _asks_twice(node: ast.Call) -> bool:
    """A value of a `where` is itself a comparison, or an argument has an `if` or another `where` in it."""
    asking = [
        isinstance(a, ast.IfExp)
        or (isinstance(a, ast.Compare) and a is not node.args[0])
        or "where(" in ast.unparse(a)
        for a in node.args
    ]
    return called_name(node.func) == "where" and any(asking)


def _cuts_twice(node: ast.Call) -> bool:
    name = called_name(node.func)
    return name in CUTS and any(f"{name}(" in ast.unparse(argument) for argument in node.args)


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


def _is_turned(node: ast.expr) -> bool:
    while isinstance(node, ast.BinOp) and isinstance(node.op, PRODUCTS):
        node = node.left
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not is_number(node.operand, 1)


def _called_on(node: ast.expr) -> str:
    """An expression as a text, and `x.mean()` as `np.mean(x)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
        return f"np.{node.func.attr}({ast.unparse(node.func.value)})"
    return ast.unparse(node)


OF_A_FUNCTION: dict[str, Callable[[Any], bool]] = {
    "computes with None": reads_none, "compares a value that stays": _compares_its_first_value,
}  # fmt: skip
RULES: dict[type[ast.AST], dict[str, Callable[[Any], bool]]] = {
    ast.Assign: {
        "assigns something to itself": _assigns_itself,
        "assigns a name twice": _assigns_twice,
        "calls a deviation a variance": _is_called_a_variance,
    },
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
    ast.FunctionDef: {
        "computes with None": reads_none,
        "compares a value that stays": _compares_its_first_value,
    },
    ast.AsyncFunctionDef: {
        "computes with None": reads_none,
        "compares a value that stays": _compares_its_first_value,
    },
    ast.UnaryOp: {
        "turns the sign of 0": lambda node: is_number(node.operand, 0),
        "turns a sign twice": _is_turned_twice,
    },
    ast.IfExp: {"has equal branches": _has_equal_branches},
    ast.Compare: {
        "compares something with itself": _compares_with_itself,
        "compares the size of a sum": _compares_a_size,
    },
    ast.Subscript: {
        "counts from the end for the first size": lambda node: ast.unparse(node).endswith(".shape[-2]"),
        "only adds axes": _adds_only_axes,
        "calls a method for a part of its result": _takes_from_a_result,
    },
    ast.BinOp: {
        "raises a power to a power": _has_two_powers,
        "computes with zeros": _computes_with_zeros,
        "multiplies and divides by a number": _multiplies_and_divides,
        "returns an operand or a constant": lambda node: reduced(node) is not node,
        "adds a negative value": lambda node: isinstance(node.op, SUMS) and _is_turned(node.right),
        "adds two shares of one value": _shares_itself,
        "takes a value from itself": _is_without_itself,
        "divides both sides alike": _is_divided_twice,
    },
    ast.Call: {
        "has the same argument twice": _has_same_argument_twice,
        "computes with nothing": _computes_with_nothing,
        "makes an array of an array": _makes_an_array_again,
        "looks up a computed key": _looks_up_a_sum,
        "asks twice": _asks_twice,
        "cuts twice": _cuts_twice,
        "is the size of a square": _is_size_of_a_square,
    },
}
"""What is odd in each kind of node."""
