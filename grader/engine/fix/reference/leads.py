"""Derive likely kinds of edits from the mistakes found: a missing division, for example, is added first."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ....sandbox.parsing import nodes_in, parsed
from ...declaration.exercise import Exercise

NAMES = {ast.Div: "/", ast.Add: "+", ast.Sub: "-", ast.Pow: "square"}
AHEAD = 0.8
"""How much cheaper an edit becomes if it undoes what the mistake's formula does wrong."""
ADDED = {
    "/": ("add / n", "sum to mean"), "2 *": ("add 2 *", "1 to 2", "1.0 to 2.0"), ".T": ("add .T",),
    "mean": ("add mean", "sum to mean", "add / n"), "std": ("add sqrt", "var to std"),
    "sum": ("add sum",), "sqrt": ("add sqrt",), "square": ("add ** 2", "abs to square"), "minus": ("add -",),
}  # fmt: skip
"""Kinds of edits that add a missing part, by that part."""
TAKEN = {
    "2 *": ("drop the left", "drop the right", "2 to 1", "2.0 to 1.0"),
    "/": ("drop the right", "drop the divisor", "mean to sum"), "+": ("drop the right",),
    ".T": ("drop .T",), "mean": ("mean to sum", "drop a call"), "sum": ("drop a call",),
    "sqrt": ("drop a call", "drop the root"), "clip": ("drop a call",),
    "square": ("drop the right", "mean to sum"), "minus": ("drop the sign", "swap sides", "drop the left"),
}  # fmt: skip
"""Kinds of edits that remove a superfluous part, by that part."""
TURNED = ("+ to -", "- to +", "+= to -=", "-= to +=", "swap sides", "swap arguments", "drop the sign",
          "add -", "subtract to add", "add to subtract")  # fmt: skip
"""Kinds of edits that reverse a sign."""
TURNED_TWICE = "add -2 *"
"""The kind of edit that reverses a sign and adds a factor; without both leads it is not tried."""


@lru_cache(maxsize=64)
def leads(exercise: Exercise, *mistakes: str) -> frozenset[str]:
    """The kinds of edits that undo the differences between these mistakes' formulas and the right one."""
    catalogue, found = exercise.catalogue(), set[str]()
    right = Counter(_features(exercise, {}))
    for entry in (catalogue[name] for name in mistakes if name in catalogue):
        for edit in entry.edits[:1]:
            wrong = Counter(_features(exercise, edit))
            for what in right - wrong:
                found.update(ADDED.get(what, ()))
            for what in wrong - right:
                found.update(TAKEN.get(what, ()))
            more = [right[sign] - wrong[sign] for sign in ("+", "-")]
            turned = {what for what in right if what[-2:] == " -"} != {
                what for what in wrong if what[-2:] == " -"
            }
            if right == wrong:  # only the order of two operands differs
                found.update(("swap sides", "swap arguments"))
            if turned or right["minus"] != wrong["minus"] or (any(more) and not sum(more)):
                found.update(TURNED)
    both = {TURNED_TWICE} if found >= {"add -", "add 2 *"} else set[str]()
    return frozenset(found | both)


def _features(exercise: Exercise, edit: Mapping[str, str]) -> Iterator[str]:
    """The operators, calls and transposes in a formula; operations with 1 on the right do not count."""
    written = {slot: text.replace("<constant>", "7") for slot, text in edit.items()}
    nodes = nodes_in([parsed(exercise.formula.source(written))])
    limits = {id(a) for n in nodes if isinstance(n, ast.Call) for a in n.args[1:]}
    for node in nodes:
        if isinstance(node, ast.BinOp) and not _is(1, node.right):
            yield NAMES.get(type(node.op), "")
            yield f"{ast.unparse(node.left)} -" if isinstance(node.op, ast.Sub) else ""
            yield "2 *" if isinstance(node.op, ast.Mult) and _is(2, node.left) else ""
        elif isinstance(node, ast.UnaryOp):
            yield "minus" if id(node) not in limits else ""
        elif isinstance(node, ast.Attribute):
            yield ".T" if node.attr == "T" else node.attr


def _is(number: int, node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == number
