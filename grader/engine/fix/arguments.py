"""General edits of the arguments of a call."""

import ast
from collections.abc import Iterator, Sequence

from .text import Edit, Text

DRAWS = {"randn": 0, "rand": 0, "standard_normal": 0, "random": 0, "normal": 2, "uniform": 2, "integers": 2}
"""Functions that draw numbers, with the place of the shape among their arguments."""


def of_arguments(text: Text, node: ast.Call, names: Sequence[str], unread: Sequence[str]) -> Iterator[Edit]:
    """Keywords taken out, other axes, an axis added, an argument taken out or added.

    Args:
        text: the file.
        node: the call.
        names: what can be given.
        unread: what is given to the function that calls, and that it does nothing with.
    """
    end = text.span(node)[1] - 1
    parts: list[ast.expr] = [*node.args, *(k.value for k in node.keywords)]
    for some in dict.fromkeys([tuple(unread), *((name,) for name in unread)]) if unread else ():
        yield Edit(0.7, node.lineno, "hand on", ((end, end, ", ".join(["", *some] if parts else some)),))
    for keyword in node.keywords:
        at = parts.index(keyword.value)
        stop = text.span(keyword.value)[1]
        start = (
            text.span(parts[at - 1])[1] if at else text.span(keyword.value)[0] - len(keyword.arg or "") - 1
        )
        yield Edit(1.3, node.lineno, f"drop {keyword.arg}", ((start, stop, ""),))
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in DRAWS:
        yield from _drawn(text, node, name)
    if name in ("sum", "mean", "std", "var", "max", "min") and not node.keywords:
        comma = ", " if node.args else ""
        for axis in (0, 1):
            yield Edit(1.3 + axis / 2, node.lineno, f"add axis={axis}", ((end, end, f"{comma}axis={axis}"),))
    if len(node.args) > 1:
        start, stop = text.span(node.args[-2])[1], text.span(node.args[-1])[1]
        yield Edit(2.0, node.lineno, "drop an argument", ((start, stop, ""),))
    for other in names:
        if other != "self" and isinstance(node.func, ast.Attribute | ast.Name) and name not in ("append",):
            comma = ", " if parts else ""
            yield Edit(3.0, node.lineno, "add an argument", ((end, end, f"{comma}{other}"),))


def _drawn(text: Text, node: ast.Call, name: str) -> Iterator[Edit]:
    """Zeros of the same shape in the place of random numbers."""
    sizes = [k.value for k in node.keywords if k.arg in ("size", "shape")] or node.args[DRAWS[name] :]
    if sizes:
        several = name in ("randn", "rand") and len(sizes) > 1
        shape = ", ".join(map(text.of, sizes if several else sizes[:1]))
        new = f"np.zeros(({shape}))" if several else f"np.zeros({shape})"
        yield Edit(0.8, node.lineno, "zeros", ((*text.span(node), new),))
