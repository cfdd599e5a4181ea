"""General edits of a call: other arguments, other functions, whole arrays instead of a loop over entries."""

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import product

from ...source.syntax import called_name, is_number
from ..code.text import Edit, Text
from ..edit_kinds import Kind

REDUCED = {"sum": "sum", "fsum": "sum", "mean": "mean", "fmean": "mean", "all": "all", "any": "any",
           "max": "max", "min": "min"}  # fmt: skip
DRAWS = {"randn": 0, "rand": 0, "standard_normal": 0, "random": 0, "normal": 2, "uniform": 2, "integers": 2}
"""Functions that draw random numbers, with the index of the shape among their arguments."""
SHAPES = ("reshape", "swapaxes", "ravel", "flatten", "squeeze", "astype")
SMALL = 0.01
"""The limit of random numbers that are drawn from a smaller range."""
VALUES, ROWS = ("shape", "T", "size", "ndim", "dtype"), ("r_", "c_", "s_")
FUNCTIONS = ("len", "range", "float", "int", "sum", "abs", "list", "zip")
"""Functions and classes that are called, and never have entries."""


def of_arguments(text: Text, node: ast.Call, unread: Sequence[str]) -> Iterator[Edit]:
    """Remove keywords, add an axis, remove or hand on an argument, use other subscripts of `einsum`.

    `unread` are the parameters of the calling function that it does not read.
    """
    yield from bracketed(text, node)
    end = text.span(node)[1] - 1
    parts: list[ast.expr | ast.keyword] = [*node.args, *node.keywords]
    for some in dict.fromkeys([tuple(unread), *((name,) for name in unread)]) if unread else ():
        yield Edit(Kind.HAND_ON, node.lineno, ((end, end, ", ".join(["", *some] if parts else some)),))
    for k, keyword in enumerate(node.keywords, len(node.args)):
        splice = (*text.part(parts, k), "")
        yield Edit(Kind.DROP_KEYWORD, node.lineno, (splice,), what=keyword.arg or "")
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in DRAWS:
        yield from _drawn(text, node, name)
    if name == "insert" and len(node.args) == 2 and isinstance(node.func, ast.Attribute):
        new = f"{text.of(node.func.value)}.append({text.of(node.args[1])})"
        yield Edit(Kind.APPEND, node.lineno, ((*text.span(node), new),))
    if node.args and isinstance(node.args[0], ast.Constant):  # `einsum` may have another name
        for new in _other_sums(str(node.args[0].value)):
            yield Edit(Kind.OTHER_SUM, node.lineno, ((*text.span(node.args[0]), f'"{new}"'),))
    if name in ("sum", "mean", "std", "var", "max", "min") and not node.keywords:
        comma = ", " if node.args else ""
        for axis in (0, 1):
            new = f"axis={axis}"
            yield Edit(Kind.ADD_AXIS, node.lineno, ((end, end, f"{comma}{new}"),), axis / 4, new)
    for end in (text.span(part)[1] for part in node.args if isinstance(part, ast.Starred)):
        yield Edit(Kind.SWAP_ARGUMENTS, node.lineno, ((end, end, "[::-1]"),), 0.05)
    if len(node.args) > 1:
        splice = (*text.part(node.args, len(node.args) - 1), "")
        yield Edit(Kind.DROP_ARGUMENT, node.lineno, (splice,))


def _other_sums(said: str) -> Iterator[str]:
    """The subscripts of an `einsum` with one or two parts changed, the usual `ij` before `ji`."""
    *sides, out = own = re.split(r"->|,", said.replace(" ", ""))
    letters = sorted(set("".join(sides)))
    ways = [dict.fromkeys([side, side[::-1], *(letters if len(side) == 1 else ())]) for side in sides]
    every = [list(parts) for parts in product(*ways, dict.fromkeys([out, "", *letters]))]
    changed = [(sum(a != b for a, b in zip(p, own, strict=True)), p) for p in every if "->" in said]
    turned = [(sum(list(s) != sorted(s) for s in p), count, p) for count, p in changed if count in (1, 2)]
    for _, _, parts in sorted(turned):
        if set(parts[-1]) <= set("".join(parts[:-1])):
            yield f"{','.join(parts[:-1])}->{parts[-1]}"


def bracketed(text: Text, node: ast.Call | ast.Subscript) -> Iterator[Edit]:
    """Use brackets for what is not a function, as `x.shape(0)`, and parentheses for one, as `len[x]`.

    Also replaces a `deque` with a list.
    """
    whole = node.func if isinstance(node, ast.Call) else node.value
    if isinstance(node, ast.Call) and called_name(whole) == "deque":
        yield Edit(Kind.LIST_FOR_DEQUE, node.lineno, ((*text.span(node), "[]"),))
    is_value = isinstance(whole, ast.Attribute) and whole.attr in VALUES
    start, end = text.span(whole)[1], text.span(node)[1]
    inside = text.source[start:end].strip()[1:-1]
    if isinstance(node, ast.Call) and is_value:
        yield Edit(Kind.BRACKETS, node.lineno, ((start, end, f"[{inside}]" if inside.strip() else ""),))
    function = isinstance(whole, ast.Name) and whole.id in FUNCTIONS
    function |= text.of(whole).startswith("np.") and getattr(whole, "attr", "") not in ROWS
    if isinstance(node, ast.Subscript) and function:
        yield Edit(Kind.BRACKETS, node.lineno, ((start, end, f"({inside})"),))


def of_functions(text: Text, node: ast.Call, name: str) -> Iterator[Edit]:
    """Swap the sides of a product, square a norm, widen the limits of a clip."""
    inner = node.args[0] if node.args else None
    power = re.match(r"\s*\*\*\s*2\b", text.source[text.span(node)[1] :])
    limits = [ast.unparse(part) for part in (*node.args[1:], *(k.value for k in node.keywords))]
    if name == "dot" and isinstance(inner, ast.Name | ast.Attribute):
        own = node.func.value if isinstance(node.func, ast.Attribute) else inner
        if not isinstance(own, ast.Call) and text.of(own) != "np":
            yield Edit(Kind.SWAP_SIDES, node.lineno, text.swapped(own, inner))
    last = node.args[-1] if name == "split" and node.args else None
    parts = last.elts if isinstance(last, ast.List) else []
    if len(parts) == 1:  # the last entry alone is a number
        whole, at = text.of(node.args[0]), text.of(parts[0])
        yield Edit(Kind.ONE_AXIS, node.lineno, ((*text.span(node), f"{whole}[:{at}], {whole}[{at}]"),))
    if name == "asarray" and isinstance(node.func, ast.Attribute):
        end = text.span(node.func)[1]
        yield Edit(Kind.OWN_COPY, node.lineno, ((end - len(name), end, "array"),))
    if name == "norm" and limits in ([], ["1"]) and not power:
        new = f"{text.of(node.func)}({text.of(node.args[0])}) ** 2"
        yield Edit(Kind.SQUARE_A_ROOT, node.lineno, ((*text.span(node), new),))
    if name == "clip" and len(node.args) == 3 and limits[0] == f"-{limits[1]}":
        splice = (text.span(node.args[1])[0], text.span(node.args[2])[1], "-500, 500")
        yield Edit(Kind.WIDER_LIMITS, node.lineno, (splice,))


def _drawn(text: Text, node: ast.Call, name: str) -> Iterator[Edit]:
    """Draw from a smaller range, or replace random numbers with zeros of the same shape."""
    sizes = [k.value for k in node.keywords if k.arg in ("size", "shape")] or node.args[DRAWS[name] :]
    limits = node.args[:2]
    if name == "uniform" and len(limits) == 2 and all(map(is_literal, limits)):
        new = f"{-SMALL}, {SMALL}"
        splice = (text.span(limits[0])[0], text.span(limits[1])[1], new)
        yield Edit(Kind.SMALLER_RANGE, node.lineno, (splice,))
    parts = sizes[0].elts if sizes and isinstance(sizes[0], ast.Tuple) else sizes
    axes = [text.of(part) for part in parts if not is_number(part, 1)]
    if len(axes) == 1 < len(parts):
        splice = (text.span(sizes[0])[0], text.span(sizes[-1])[1], axes[0])
        yield Edit(Kind.ONE_AXIS, node.lineno, (splice,))
    if name == "normal" and not any(k.arg == "scale" for k in node.keywords) and not node.args:
        at = text.span(node.func)[1] + 1
        more = ", " if node.keywords else ""
        yield Edit(Kind.SMALLER_RANGE, node.lineno, ((at, at, f"scale={SMALL}{more}"),))
    elif name in ("randn", "standard_normal"):
        end = text.span(node)[1]
        yield Edit(Kind.SMALLER_RANGE, node.lineno, ((end, end, f" * {SMALL}"),))
    if sizes:
        several = name in ("randn", "rand") and len(sizes) > 1
        shape = ", ".join(map(text.of, sizes if several else sizes[:1]))
        new = f"np.zeros(({shape}))" if several else f"np.zeros({shape})"
        yield Edit(Kind.ZEROS, node.lineno, ((*text.span(node), new),))


def is_literal(node: ast.expr) -> bool:
    """Whether a node is a number, with a sign or without."""
    return isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, ast.Constant)
