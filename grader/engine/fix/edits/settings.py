"""Read arguments in place of what an object of settings holds."""

import ast
from collections.abc import Iterator
from itertools import combinations, permutations

from ....sandbox.parsing import nodes_in
from ..code.text import Edit, Text
from ..edit_kinds import Kind
from .edit_places import Place

MOST_SETTINGS = 5


def arguments_for_settings(text: Text, place: Place) -> Iterator[Edit]:
    """Read one or two unread arguments of a method wherever it reads entries of an object: `cfg.eta`."""
    if place.far or place.function is None:
        return
    settings: dict[str, list[ast.expr]] = {}
    nodes = nodes_in(place.function.body)
    called = {id(n.func) for n in nodes if isinstance(n, ast.Call)}
    for node in (n for n in nodes if isinstance(n, ast.Attribute | ast.Subscript)):
        if id(node) not in called and _is_setting(node):
            settings.setdefault(ast.unparse(node), []).append(node)
    for count in (1, 2) if len(settings) <= MOST_SETTINGS else ():
        for names in combinations(place.unread, count):
            for some in permutations(settings.values(), count):
                pairs = [(n, name) for reads, name in zip(some, names, strict=True) for n in reads]
                splices = tuple((*text.span(n), name) for n, name in pairs)
                yield Edit(Kind.UNREAD_FOR_ATTRIBUTE, some[0][0].lineno, splices)


def _is_setting(node: ast.Attribute | ast.Subscript) -> bool:
    """Whether a node reads an entry of something that is neither the model itself nor a library."""
    if isinstance(node, ast.Attribute):
        own = not isinstance(node.value, ast.Name) or node.value.id not in ("self", "np", "numpy")
    else:
        own = isinstance(node, ast.Subscript) and isinstance(getattr(node.slice, "value", None), str)
    return own and isinstance(node.ctx, ast.Load) and "(" not in ast.unparse(node)
