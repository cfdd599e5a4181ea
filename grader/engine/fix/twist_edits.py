"""Edits that apply a twist: put its expressions around their operands in the learner's method."""

import ast
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import product
from typing import TYPE_CHECKING

from ...sandbox.parsing import nodes_in, parsed_expression
from ..exercise import Exercise
from ..source.syntax import called_name
from .canonical import is_number
from .edit_places import expressions
from .expanded_names import Env, filled, looped, stored, walk
from .operators import PRODUCT, rank
from .text import Edit, Splice, Text
from .writing import unparsed

if TYPE_CHECKING:
    from .rewrite import Rewriting

LARGE = (ast.BinOp, ast.Call)
WRAPPED = 0.3
NAMES = ("residual", "error", "value")
"""Names for an expression that has none yet; the first unused one is taken."""
RATES = ("rate", "step")
"""Names for a value computed from an argument in each epoch; the first unused one is taken."""
PLAIN = (
    "sum",
    "mean",
    "dot",
    "matmul",
    "outer",
    "einsum",
    "vdot",
    "inner",
    "len",
    "float",
    "reshape",
    "append",
)


def asked(exercise: Exercise) -> Iterator[ast.expr]:
    """The expressions that the twist asks for."""
    for text in exercise.twist.right.values() if exercise.twist is not None else ():
        with suppress(SyntaxError):  # it is not an expression
            yield parsed_expression(text.strip())


def asked_parts(exercise: Exercise, env: Env) -> set[str]:
    """The same with their parts, as dumps, with names filled in."""
    return {
        ast.dump(node)
        for whole in asked(exercise)
        for node in nodes_in([filled(whole, env)])
        if isinstance(node, LARGE)
    }


def around_values(rewriting: "Rewriting") -> Iterator[Edit]:
    """Change `error = p - y` to `error = f(p - y)`, if the twist asks for that `f`; or do so at each `p - y`.

    The same with all factors of 2 removed, which only the plain task asks for.
    """
    env, rows = rewriting.right_env, rewriting.rows
    for whole in asked(rewriting.exercise):
        names = [n for n in nodes_in([whole]) if isinstance(n, ast.Name) and n.id in env]
        if len({n.id for n in names}) != 1:
            continue
        meant = rewriting.meanings.of(names[0], env, rows)
        places = [node for node in _values(rewriting) if len(names) == 1 or isinstance(node, ast.Name)
                  if rewriting.meanings.of(node, rewriting.env(node.lineno), rows) == meant]  # fmt: skip
        splices = _around(rewriting, whole, names[0].id, places)
        if splices:
            yield Edit(WRAPPED, places[0].lineno, "asked", splices)
            yield Edit(WRAPPED + 0.1, places[0].lineno, "asked", (*splices, *_factors(rewriting)))


def before_use(rewriting: "Rewriting") -> Iterator[Edit]:
    """Add `rate = f(lr, k)` at the start of a loop, and use it for `lr`, if the twist asks for `f(lr, k)`."""
    text, given = rewriting.text, [a.arg for a in rewriting.function.args.args]
    for whole in asked(rewriting.exercise):
        names = {n.id for n in nodes_in([whole]) if isinstance(n, ast.Name)} - {rewriting.counter}
        plain = [ast.unparse(rewriting.base.get(name, whole)) for name in names]
        free = [n for n in RATES if n not in rewriting.place.names]
        for loop in (s for s in walk(rewriting.function.body) if isinstance(s, ast.For) and free):
            counters = [name for name, _ in looped(loop) if name != "_"]
            new = filled(whole, {rewriting.counter: ast.Name(counters[0], ast.Load())} if counters else {})
            uses = [
                n for s in loop.body for n in nodes_in([s]) if isinstance(n, ast.Name) and [n.id] == plain
            ]
            if uses and uses[0].id in given and ast.dump(new) != ast.dump(uses[0]):
                at = text.starts[loop.body[0].lineno - 1]
                line = f"{text.margin(loop.body[0])}{free[0]} = {unparsed(filled(new, rewriting.base))}"
                splices = [(*text.span(n), free[0]) for n in uses]
                yield Edit(WRAPPED, uses[0].lineno, "asked", ((at, at, line + text.newline), *splices))


def in_helper(rewriting: "Rewriting") -> Iterator[Edit]:
    """The same at the start of a helper that gets both but does not read the number of the epoch."""
    text, function, unread = rewriting.text, rewriting.function, rewriting.place.unread
    free = [n for n in RATES if n not in rewriting.place.names]
    for whole in asked(rewriting.exercise) if rewriting.helper and free else ():
        names = {n.id for n in nodes_in([whole]) if isinstance(n, ast.Name)} - {rewriting.counter}
        given = [own for own, value in rewriting.given.items() if {ast.unparse(value)} == names]
        for own, number in product(given, unread):
            uses = [n for n in nodes_in([function]) if isinstance(n, ast.Name) and n.id == own]
            known: Env = {rewriting.counter: ast.Name(number, ast.Load())}
            known |= {name: ast.Name(own, ast.Load()) for name in names}
            splices = text.at_start(function, f"{free[0]} = {unparsed(filled(whole, known))}")
            if uses and splices:
                yield Edit(
                    WRAPPED, uses[0].lineno, "asked", (*splices, *((*text.span(n), free[0]) for n in uses))
                )


def divided(rewriting: "Rewriting") -> Iterator[Edit]:
    """Add what the twist asks for after a value, such as ` / 2`, to what is returned."""
    twist, text = rewriting.exercise.twist, rewriting.text
    behind = [said for said in twist.right.values() if said.strip()[:1] in ("*", "/")] if twist else []
    for statement in walk(rewriting.function.body) if behind else ():
        value = statement.value if isinstance(statement, ast.Return) else None
        if isinstance(value, ast.Call) and ast.unparse(value.func) == "float":
            value = value.args[0]
        if value is not None and not isinstance(value, ast.Tuple | ast.Name):
            (start, end), held = text.span(value), rank(value) >= PRODUCT
            for said in behind:
                splices = ((end, end, said),) if held else ((start, start, "("), (end, end, f"){said}"))
                yield Edit(0.6, statement.lineno, "asked", splices)


def _around(
    rewriting: "Rewriting", whole: ast.expr, name: str, places: Sequence[ast.expr]
) -> tuple[Splice, ...]:
    """Put what the twist asks for around some values; a value that is written out twice is named first."""
    text = rewriting.text
    new = [(*text.span(n), unparsed(filled(whole, {name: n}))) for n in places]
    found = [s for s in new if not any(o[:2] != s[:2] and o[0] <= s[0] and s[1] <= o[1] for o in new)]
    free = [n for n in NAMES if n not in rewriting.place.names]
    found = [_named(text, s, s[2]) for s in found] if isinstance(whole, ast.Call) else found
    if len(found) < 2 or not free:
        return tuple(found)
    first = min((s for s in walk(rewriting.function.body) if s.lineno == text.line(found[0][0])),
                key=lambda s: s.col_offset, default=None)  # fmt: skip
    if first is None or len({said for _, _, said in found}) > 1 or text.whole_lines(first) is None:
        return tuple(found)
    line = f"{free[0]} = {found[0][2]}{text.newline}{text.margin(first)}"
    uses = [(*splice[:2], free[0]) for splice in found]
    start = text.span(first)[0]
    return ((start, start, line), *uses)


def _named(text: Text, splice: Splice, name: str) -> Splice:
    """The splice that replaces an expression, and the parentheses around it, with a name or a call."""
    start, end, _ = splice
    held = text.source[start - 1] == "(" and text.source[end] == ")" and not text.source[start - 2].isalnum()
    return start - held, end + held, name


def _values(rewriting: "Rewriting") -> Iterator[ast.expr]:
    """The values to put something around: named ones that only sums and products use, and their parts."""
    for statement in walk(rewriting.function.body):
        pairs = stored(statement) if isinstance(statement, ast.Assign) else []
        alone = isinstance(statement, ast.Return) and rewriting.helper
        for node, parent in expressions(statement):
            named = [name for name, value in pairs if value is node]
            if (
                (named and not _is_changed(rewriting, named[0]))
                or (alone and parent is statement)
                or (isinstance(node, ast.BinOp) and _is_plain(parent))
            ):
                yield node


def _is_plain(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in PLAIN
    return isinstance(node, ast.BinOp) or (isinstance(node, ast.Call) and called_name(node.func) in PLAIN)


def _factors(rewriting: "Rewriting") -> Iterator[Splice]:
    """The splices that remove the factors of 2 from a method."""
    text = rewriting.text
    for node in nodes_in([rewriting.function]):
        if isinstance(node, ast.BinOp) and is_number(node.left, 2) and isinstance(node.op, ast.Mult):
            start, end = text.span(node.left)
            sign = text.source.index("*", end) + 1
            yield start, sign + len(text.source[sign:]) - len(text.source[sign:].lstrip(" ")), ""
        elif isinstance(node, ast.BinOp) and is_number(node.left, 2) and isinstance(node.op, ast.Div):
            yield (*text.span(node.left), "1")


def _is_changed(rewriting: "Rewriting", name: str) -> bool:
    """Whether the method passes the variable of this name to a function or a comparison."""
    return any(
        isinstance(node, ast.Call | ast.Compare)
        and not _is_plain(node)
        and any(isinstance(n, ast.Name) and n.id == name for n in nodes_in([node]))
        for node in nodes_in([rewriting.function])
    )
