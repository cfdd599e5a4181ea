"""Derive likely kinds of edits from the mistakes found: a missing division, for example, is added first."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ....sandbox.parsing import nodes_in, parsed
from ...declaration.exercise import Exercise
from ...source.syntax import is_number
from ..edit_kinds import AVERAGED, OF_A_SIGN, ROOTS, TWO_FACTORS, Kind

NAMES = {ast.Div: "/", ast.Add: "+", ast.Sub: "-", ast.Pow: "square"}
AHEAD = 0.8
"""How much cheaper an edit becomes if it undoes what the mistake's formula does wrong."""
ADDED = {
    "/": {Kind.DIVIDE_BY_COUNT, Kind.SUM_TO_MEAN}, "2 *": {Kind.DOUBLE, Kind.ONE_TO_TWO},
    ".T": {Kind.TRANSPOSE}, "mean": AVERAGED, "std": ROOTS, "sum": {Kind.ADD_SUM}, "sqrt": {Kind.ADD_ROOT},
    "square": {Kind.SQUARE, Kind.ABSOLUTE_TO_SQUARE}, "minus": {Kind.NEGATE},
}  # fmt: skip
"""Kinds of edits that add a missing part, by that part."""
TAKEN = {
    "2 *": {Kind.DROP_LEFT, Kind.DROP_RIGHT, Kind.TWO_TO_ONE},
    "/": {Kind.DROP_RIGHT, Kind.DROP_DIVISOR, Kind.MEAN_TO_SUM, Kind.TIMES_COUNT, Kind.SCALE_ONE_TERM},
    "+": {Kind.DROP_RIGHT}, ".T": {Kind.DROP_TRANSPOSE}, "mean": {Kind.MEAN_TO_SUM, Kind.DROP_CALL},
    "sqrt": {Kind.DROP_CALL, Kind.DROP_ROOT, Kind.SQUARE}, "clip": {Kind.DROP_CALL}, "sum": {Kind.DROP_CALL},
    "square": {Kind.DROP_RIGHT, Kind.MEAN_TO_SUM}, "minus": {Kind.DROP_SIGN, Kind.SWAP_SIDES, Kind.DROP_LEFT},
}  # fmt: skip
"""Kinds of edits that remove a superfluous part, by that part."""


@lru_cache(maxsize=64)
def leads(exercise: Exercise, *mistakes: str) -> frozenset[Kind]:
    """The kinds of edits that undo the differences between these mistakes' formulas and the right one."""
    catalogue, found = exercise.catalogue(), set[Kind]()
    right = Counter(_features(exercise, {}))
    for entry in (catalogue[name] for name in mistakes if name in catalogue):
        for edit in entry.edits[:1]:
            wrong = Counter(_features(exercise, edit))
            for what in right - wrong:
                found.update(ADDED.get(what, ()))
            for what in wrong - right:
                found.update(TAKEN.get(what, ()))
            more = [right[sign] - wrong[sign] for sign in ("+", "-")]
            lefts = [{what for what in features if what[-2:] == " -"} for features in (right, wrong)]
            turned = lefts[0] != lefts[1]
            if right == wrong:  # only the order of two operands differs
                found.update((Kind.SWAP_SIDES, Kind.SWAP_ARGUMENTS))
            if turned or right["minus"] != wrong["minus"] or (any(more) and not sum(more)):
                found.update(OF_A_SIGN)
    return frozenset(found | {both for both, kinds in TWO_FACTORS.items() if found >= kinds})


def _features(exercise: Exercise, edit: Mapping[str, str]) -> Iterator[str]:
    """The operators, calls and transposes in a formula; operations with 1 on the right do not count."""
    written = {slot: text.replace("<constant>", "7") for slot, text in edit.items()}
    nodes = nodes_in([parsed(exercise.formula.source(written))])
    limits = {id(a) for n in nodes if isinstance(n, ast.Call) for a in n.args[1:]}
    for node in nodes:
        if isinstance(node, ast.BinOp) and not is_number(node.right, 1):
            yield NAMES.get(type(node.op), "")
            yield f"{ast.unparse(node.left)} -" if isinstance(node.op, ast.Sub) else ""
            yield "2 *" if isinstance(node.op, ast.Mult) and is_number(node.left, 2) else ""
        elif isinstance(node, ast.UnaryOp):
            yield "minus" if id(node) not in limits else ""
        elif isinstance(node, ast.Attribute):
            yield ".T" if node.attr == "T" else node.attr
