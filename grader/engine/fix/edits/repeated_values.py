"""Edits for repeated computations: use the name that holds the value, name it first, or compute it again."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import called_name
from ...source.tree import Tree
from ..code.canonical import dumped
from ..code.expanded_names import Meanings, stored
from ..code.text import Edit
from ..code.writing import Writing
from ..edit_kinds import Kind
from .edit_places import Place, expressions

LARGE = (ast.BinOp, ast.Call)
VERB = re.compile(r"^_*((compute|calculate|calc|get)_+)?")


def of_repeated(writing: Writing, tree: Tree, place: Place, exercise: Exercise) -> Iterator[Edit]:
    """All edits of one place."""
    yield from computed_again(writing, tree, place, exercise)
    yield from small_exponents(writing, place)
    for one, two in pairwise(s for s in place.statements if isinstance(s, ast.Assign | ast.AugAssign)):
        if place.function is not None and one.col_offset == two.col_offset:
            yield from named_first(writing, place, exercise, one, two)


def computed_again(writing: Writing, tree: Tree, place: Place, exercise: Exercise) -> Iterator[Edit]:
    """Replace expressions with the names and attributes that already hold their value."""
    if place.function is None:
        return
    others = [s for n in tree.nodes if isinstance(n, ast.Assign) for s in stored(n) if s[0][:5] == "self."]

    meanings = Meanings(exercise)

    def said(node: ast.expr) -> str:
        return meanings.of(node, {}, ())

    held = {said(value): name for name, value in others if isinstance(value, LARGE)}
    for statement in place.statements[1:]:
        own = [name for name, _ in stored(statement)]
        for node, parent in expressions(statement):
            name = held.get(said(node), "") if isinstance(node, LARGE) else ""
            stale = isinstance(statement, ast.If) and _asks_model(node)  # the model has changed since
            if name and name not in own and not stale:
                yield writing.replaced(node, parent, name, Kind.USE_THE_NAME)
        given = stored(statement)
        held |= {said(value): name for name, value in given if isinstance(value, LARGE) and "." not in name}


def named_first(
    writing: Writing, place: Place, exercise: Exercise, one: ast.stmt, two: ast.stmt
) -> Iterator[Edit]:
    """Name an expression before two statements that both compute it, if the first one changes its value."""
    text = writing.text
    stores, inside = _stores(one), [_large(s) for s in (one, two)]
    later = {dumped(node) for node, _ in inside[1]}
    same = [node for node, _ in inside[0] if dumped(node) in later and _is_changed(node, stores, exercise)]
    value = max(same, key=lambda node: len(dumped(node)), default=None)
    name = name_for(value, exercise) if value is not None else ""
    if value is None or name in place.names:
        return
    above = list(_just_above(place, one))
    changed = (k for k, s in enumerate(above) if _is_changed(value, _stores(s), exercise))
    near = above[: next(changed, len(above))]
    uses = [pair for s in (*near, one, two) for pair in _large(s) if dumped(pair[0]) == dumped(value)]
    first = min((s for s in (*near, one) if any(pair in uses for pair in _large(s))), key=lambda s: s.lineno)
    start = text.span(first)[0]
    line = f"{name} = {text.of(value)}{text.newline}{text.margin(first)}"
    named = [writing.put(node, parent, name) for node, parent in uses]
    splices = ((start, start, line), *(splice for (splice,) in named))
    yield Edit(Kind.NAME_IT_FIRST, two.lineno, splices)


def small_exponents(writing: Writing, place: Place) -> Iterator[Edit]:
    """Name `exp(-abs(x))` first where `exp(x)` and `exp(-x)` are computed, or limit what exp is taken of."""
    text, pairs = writing.text, [pair for s in place.statements for pair in expressions(s)]
    exps = [(call, parent) for call, parent in pairs if isinstance(call, ast.Call) and len(call.args) == 1
            if called_name(call.func) == "exp"]  # fmt: skip
    said = dict.fromkeys(text.of(call.args[0]) for call, _ in exps)
    for plain in (one for one in said if f"-{one}" in said and "e" not in place.names):
        uses = [pair for pair in exps if text.of(pair[0].args[0]) in (plain, f"-{plain}")]
        inside = [s for s in place.statements if not hasattr(s, "body")]
        first = next((s for s in inside if any(pair in uses for pair in expressions(s))), None)
        if first is None:
            continue
        function, start = text.of(uses[0][0].func), text.span(first)[0]
        line = f"e = {function}(-{function[:-3]}abs({plain})){text.newline}{text.margin(first)}"
        named = [writing.put(*pair, "e")[0] for pair in uses]
        yield Edit(Kind.SMALL_EXPONENT, uses[0][0].lineno, ((start, start, line), *named))
    for call, parent in exps if place.far else ():  # in a helper of several lines
        if isinstance(parent, ast.Assign):
            new = f"np.clip({text.of(call.args[0])}, -500, 500)"
            yield writing.replaced(call.args[0], call, new, Kind.SMALL_EXPONENT)


def _just_above(place: Place, statement: ast.stmt) -> Iterator[ast.stmt]:
    """The simple statements directly before one in its block, the nearest first."""
    blocks = [getattr(owner, name, []) for owner in place.statements for name in ("body", "orelse")]
    block = next((b for b in blocks if statement in b), [statement])
    yield from takewhile(lambda s: not hasattr(s, "body"), block[: block.index(statement)][::-1])


def _large(statement: ast.stmt) -> list[tuple[ast.expr, ast.AST]]:
    return [pair for pair in expressions(statement) if isinstance(pair[0], LARGE)]


def _stores(statement: ast.stmt) -> set[str]:
    return {ast.unparse(n) for n in nodes_in([statement]) if isinstance(getattr(n, "ctx", None), ast.Store)}


def _is_changed(node: ast.expr, stores: set[str], exercise: Exercise) -> bool:
    """Whether storing these changes the value: those of the model change what its methods return."""
    model = {f"self.{name}" for name in exercise.parameters}
    return bool(stores & _loaded(node) or (stores & model and _asks_model(node)))


def name_for(value: ast.expr, exercise: Exercise) -> str:
    """A name that says what an expression is."""
    if not isinstance(value, ast.Call):
        return "residual" if isinstance(getattr(value, "op", None), ast.Sub) else "value"
    called, descent = called_name(value.func), exercise.descent
    return descent.predicted if descent is not None and called == descent.forward else VERB.sub("", called)


def _loaded(node: ast.expr) -> set[str]:
    """The parts of an expression that are read."""
    return {ast.unparse(n) for n in nodes_in([node]) if isinstance(getattr(n, "ctx", None), ast.Load)}


def _asks_model(node: ast.expr) -> bool:
    calls = [n.func for n in nodes_in([node]) if isinstance(n, ast.Call)]
    return any(ast.unparse(function).startswith("self.") for function in calls)
