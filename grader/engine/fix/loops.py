"""Edits of whole loops: sums over the samples as products of whole arrays, and the right loop's head."""

import ast
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from ..source.syntax import called_name
from .calls import Whole
from .canonical import copied
from .edit_places import used_names
from .expanded_names import Env, stored, walk
from .rewrite import Rewriting
from .text import Edit, Splice
from .writing import unparsed

COST = -0.2


def summed(rewriting: Rewriting) -> Iterator[Edit]:
    """`for x, r in zip(X, R): s += r * x` as `s = X.T @ R`."""
    text = rewriting.text
    for block in _blocks(rewriting.function.body):
        for number, loop in enumerate(block):
            arrays = _arrays(loop, rewriting.rows) if isinstance(loop, ast.For) and not loop.orelse else {}
            if not isinstance(loop, ast.For) or not arrays:
                continue
            wholes, lines = _wholes(loop.body, arrays, rewriting.rows[0]), text.whole_lines(loop)
            sums = {s.target.id for s in loop.body
                    if isinstance(s, ast.AugAssign) and isinstance(s.target, ast.Name)}  # fmt: skip
            begun = list(takewhile(partial(_begins, sums), reversed(block[:number])))
            if not sums or not wholes or lines is None or {n for s in begun for n, _ in stored(s)} != sums:
                continue
            gone: list[Splice] = [(*at, "") for s in begun if (at := text.whole_lines(s)) is not None]
            new = [f"{text.margin(loop)}{name} = {unparsed(value)}" for name, value in wholes.items()]
            yield Edit(COST, loop.lineno, "at once", (*gone, (*lines, text.newline.join([*new, ""]))))


def plain(rewriting: Rewriting) -> Iterator[Edit]:
    """Replace a loop over values made from an argument with the right loop, using the argument itself."""
    text = rewriting.text
    for loop in (s for s in walk(rewriting.function.body) if isinstance(s, ast.For)):
        target = loop.target.id if isinstance(loop.target, ast.Name) else ""
        uses = [n for s in loop.body for n in ast.walk(s) if isinstance(n, ast.Name) and n.id == target]
        for right in [value for name, value in rewriting.values if name == "for"] if uses else ():
            heads = ((*text.span(loop.target), "_"), (*text.span(loop.iter), ast.unparse(right)))
            names = (used_names(loop.iter) - used_names(right)) & set(rewriting.place.names)
            for name in sorted(names):
                splices = [(*text.span(n), name) for n in uses]
                yield Edit(1.0, loop.lineno, "plain loop", (*heads, *splices))


def counted(rewriting: Rewriting) -> Iterator[Edit]:
    """Replace the head of a `while` that does not end when it should by the right loop's head."""
    text = rewriting.text
    for loop in (s for s in walk(rewriting.function.body) if isinstance(s, ast.While)):
        for right in [value for name, value in rewriting.values if name == "for"]:
            start, end = text.span(loop)[0], text.span(loop.test)[1]
            new = f"for _ in {rewriting.written(right, rewriting.known(loop.lineno))}"
            yield Edit(0.6, loop.lineno, "plain loop", ((start, end, new),))


def _blocks(body: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    yield body
    for statement in walk(body):
        for inner in (getattr(statement, "body", None), getattr(statement, "orelse", None)):
            if isinstance(inner, list) and inner:
                yield inner


def _begins(sums: set[str], statement: ast.stmt) -> bool:
    """Whether a statement only starts sums at 0."""
    pairs = stored(statement)
    zeros = [
        isinstance(v, ast.Constant) or called_name(getattr(v, "func", v)).startswith("zeros")
        for _, v in pairs
    ]
    return bool(pairs) and all(name in sums for name, _ in pairs) and all(zeros)


def _arrays(loop: ast.For, rows: Sequence[str]) -> dict[str, ast.expr | None]:
    """For each name that a loop over the samples gives a value, its array; None for a counter."""
    targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
    names = [t.id for t in targets if isinstance(t, ast.Name)]
    over = loop.iter
    name = over.func.id if isinstance(over, ast.Call) and isinstance(over.func, ast.Name) else ""
    args = over.args if isinstance(over, ast.Call) else []
    used = {n.id for n in ast.walk(over) if isinstance(n, ast.Name)}
    if len(names) < len(targets):
        return {}
    if name == "zip" and len(names) == len(args):
        return dict(zip(names, args, strict=True))
    if name == "enumerate" and len(names) == 2 and len(args) == 1:
        return {names[0]: None, names[1]: args[0]}
    if name == "range" and len(names) == len(args) == 1:
        return {names[0]: None}
    return {names[0]: over} if not name and len(names) == 1 and used & set(rows) else {}


def _wholes(body: Sequence[ast.stmt], arrays: dict[str, ast.expr | None], data: str) -> Env:
    """What each name of a loop's body is, or sums up, over all samples; nothing if it does anything else."""
    found: Env = {}
    for statement in body:
        target = statement.target if isinstance(statement, ast.AugAssign) else None
        if isinstance(statement, ast.AugAssign) and isinstance(target, ast.Name) and target.id not in found:
            whole = _whole_sum(_whole(statement.value, arrays), data)
            if whole is None or not isinstance(statement.op, ast.Add | ast.Sub):
                return {}
            minus = isinstance(statement.op, ast.Sub)
            found[target.id] = ast.UnaryOp(ast.USub(), whole) if minus else whole
        elif isinstance(statement, ast.Assign) and stored(statement):
            found |= {name: _whole(value, arrays) for name, value in stored(statement)}
        else:
            return {}
    used = {n.id for value in found.values() for n in ast.walk(value) if isinstance(n, ast.Name)}
    return {} if used & set(arrays) else found


def _whole(value: ast.expr, arrays: dict[str, ast.expr | None]) -> ast.expr:
    found: ast.expr = Whole(arrays).visit(copied(value))
    return found


def _whole_sum(term: ast.expr, data: str) -> ast.expr | None:
    """The sum of a term over all samples; None if it has another form than a number times a sample."""
    if isinstance(term, ast.BinOp) and isinstance(term.op, ast.Div):
        above = _whole_sum(term.left, data)
        return ast.BinOp(above, ast.Div(), term.right) if above is not None else None
    factors = _factors(term)
    of_data = [f for f in factors if isinstance(f, ast.Name) and f.id == data]
    others = [f for f in factors if f not in of_data]
    rest = others[0] if others else None
    for factor in others[1:]:
        rest = ast.BinOp(rest or factor, ast.Mult(), factor)
    if rest is None or len(of_data) > 1:
        return None
    if of_data:
        return ast.BinOp(ast.Attribute(of_data[0], "T", ast.Load()), ast.MatMult(), rest)
    return ast.Call(ast.Attribute(ast.Name("np", ast.Load()), "sum", ast.Load()), [rest], [])


def _factors(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return [*_factors(node.left), *_factors(node.right)]
    return [node]
