"""Edits of a literal number or truth value: another one that is usual in its place, or a name."""

import ast
import re
from collections.abc import Iterator, Sequence

from ....sandbox.parsing import nodes_in
from ...source.syntax import called_name, defaults
from ...source.tree import Tree
from ..code.canonical import TINY
from ..code.text import Edit, Text
from ..code.writing import Writing, unparsed
from ..edit_kinds import Kind
from .calls import DRAWS
from .edit_places import Place

COUNT = re.compile(r"\blen\(|\.shape\b|\.size\b")
LIMITS = ("clip", "maximum", "minimum", "max", "min")
FACTORS = {(1.0, 2.0): Kind.ONE_TO_TWO, (2.0, 1.0): Kind.TWO_TO_ONE}
SMALL = 0.01
CHOOSES = (ast.arguments, ast.Assign, ast.AnnAssign, ast.Call, ast.keyword)
SCALING = (ast.Mult, ast.Div, ast.Pow, ast.USub)


def other_constants(
    writing: Writing, place: Place, numbers: Sequence[float], node: ast.Constant, parent: ast.AST
) -> Iterator[Edit]:
    """The edits of one constant; `numbers` are those in the right code."""
    value = node.value
    if value in (0, None) and isinstance(parent, ast.Assign) and place.is_tested(parent):
        yield writing.replaced(node, parent, "np.inf", Kind.INFINITE_START)
    if isinstance(value, bool):
        yield writing.replaced(node, parent, str(not value), Kind.OTHER_TRUTH, 0.2 * _counts(parent))
    elif value is None:
        yield from (writing.replaced(node, parent, zero, Kind.ZERO_FOR_NONE) for zero in ("0.0", "0"))
    elif isinstance(value, int | float):
        scales, counts = _scales(parent), _counts(parent)
        limits = called_name(parent.func) in LIMITS if isinstance(parent, ast.Call) else is_sum(parent)
        if not limits and not 0 < value < SMALL:  # a tiny number only keeps a logarithm finite
            numbers = [number for number in numbers if abs(number) > TINY]
        if COUNT.search(unparsed(parent)):
            numbers = [number for number in numbers if number.is_integer()]
        for number in numbers if isinstance(parent, ast.Compare) else ():
            if number != value:
                yield writing.replaced(node, parent, unparsed(ast.Constant(number)), Kind.OTHER_THRESHOLD)
        local = isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name)
        switch = isinstance(parent, ast.BinOp | ast.AugAssign) or (local and isinstance(value, float))
        stays = _switches(node, parent)  # what a 0 would only switch off
        for text in (t for t in _usual(value, parent, numbers) if float(t) or not stays):
            off = 1.2 if switch and float(text) == 0 != value else 0.0  # removing it is better
            asked = scales and float(text) in numbers
            over = isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Div) and node is parent.left
            plain = isinstance(parent, ast.Assign | ast.List) or (over and float(text) == 1)
            plain |= isinstance(parent, ast.Subscript) and ast.unparse(parent.value).endswith(".shape")
            own = isinstance(parent, ast.Call) and not ast.unparse(parent.func).startswith("np.")
            extra = 0.0 if asked else (0.3 if plain else 0.7) + off + 0.8 * own
            kind = FACTORS.get((value, float(text)), Kind.OTHER_NUMBER)
            yield writing.replaced(node, parent, text, kind, extra, f"{value} to {text}")
        for name in place.names:
            if name in place.unread:
                yield writing.replaced(node, parent, name, Kind.UNREAD_FOR_NUMBER)
            elif not counts:
                yield writing.replaced(node, parent, name, Kind.NAME_FOR_NUMBER)


def other_choices(text: Text, tree: Tree) -> Iterator[Edit]:
    """For each value that is a key of a dict, and so chooses one of its entries, the other keys."""
    dicts = [[text.of(k) for k in n.keys if k] for n in tree.nodes if isinstance(n, ast.Dict)]
    owners = [n for n in tree.nodes if isinstance(n, CHOOSES)] if dicts else []
    for value in (v for o in owners for v in ast.iter_child_nodes(o) if isinstance(v, ast.Constant)):
        keys = [key for own in dicts if text.of(value) in own for key in own]
        for key in dict.fromkeys(keys) if isinstance(value.value, str) else ():
            if key != text.of(value):
                yield Edit(Kind.OTHER_DEFAULT, value.lineno, ((*text.span(value), key),))


def is_sum(parent: ast.AST) -> bool:
    """Whether an operation adds or subtracts."""
    return isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Add | ast.Sub)


def _scales(parent: ast.AST) -> bool:
    return isinstance(getattr(parent, "op", None), SCALING)


def _counts(parent: ast.AST) -> bool:
    """Whether a number there is an index or an axis."""
    return isinstance(parent, ast.Subscript | ast.keyword)


def _switches(node: ast.Constant, parent: ast.AST) -> bool:
    """Whether a number is the default of a parameter that its function multiplies by or compares with."""
    given = defaults(parent) if isinstance(parent, ast.FunctionDef) else {}
    names = {name for name, default in given.items() if default is node}
    within = [n for n in nodes_in([parent]) if isinstance(n, ast.Compare) or _scales(n)] if names else []
    sides = [side for n in within for side in ast.iter_child_nodes(n)]
    return any(isinstance(side, ast.Name) and side.id in names for side in sides)


def _usual(value: float, parent: ast.AST, numbers: Sequence[float]) -> Iterator[str]:
    """The other numbers that are usual in the place of one, as they are written."""
    more = [value + 1, value - 1] if isinstance(value, int) and abs(value) < 5 else []
    many = [1000] if 10 <= abs(value) < 1000 else []
    if isinstance(parent, ast.Call) and getattr(parent.func, "attr", "") in DRAWS:
        likely = [0.01]
    elif _counts(parent) and isinstance(value, int):
        likely = [0, 1, *more]
    elif _scales(parent):
        likely = [2, 1, 0, *numbers] if isinstance(value, float) else [2, 1, 0]
        if isinstance(parent, ast.BinOp) and isinstance(parent.left, ast.Constant):
            likely = [] if isinstance(parent.right, ast.Constant) else likely  # `10 ** 6`
    elif isinstance(value, float):
        likely = [0.0, 1.0, 0.01, *numbers, 2.0, *many]
    else:
        yield f"{value}.0"
        likely = [2, 1, 0, *more, 0.0, *many]
    kind = type(value) if _scales(parent) else (lambda number: number)
    usual = (unparsed(ast.Constant(kind(number))) for number in likely if number != value)
    yield from dict.fromkeys(usual)
