"""Remove needless parts of a fix: statements without effect, duplicates, equal branches, parentheses."""

import ast
from collections.abc import Iterator, Sequence

from ....sandbox.parsing import nodes_in
from ...source.syntax import called_name
from ..code.canonical import dumped
from ..code.text import Splice, Text
from ..code.tree_diff import (
    expressions,
    inside,
    new_statements,
    slots,
    statements,
    without_needless_brackets,
)
from ..code.writing import Writing
from .names_used import spelt, used
from .odd_code import MEANS

FILLED = ("full", "full_like", "broadcast_to", "tile", "repeat")
FLATTENED = ("ravel", "flatten", "squeeze", "atleast_1d", "atleast_2d")


def without_one(source: str, text: str) -> Iterator[str]:
    """The text without a new statement that may be needless, and without its `if` if that becomes empty."""
    whole, own = Text(text), statements(text)
    defined = [o for o in own if isinstance(o, ast.FunctionDef | ast.ClassDef)]
    for statement in new_statements(source, text, own):
        runs = any(o.lineno < statement.lineno <= (o.end_lineno or 0) for o in defined)
        if not _may_go(statement, text) or not runs:
            continue  # a constant of the file may be used later, and a script does not run here
        owner = next((o for o in own if getattr(o, "body", None) == [statement]), statement)
        if owner is not statement and not (isinstance(owner, ast.If) and not owner.orelse):
            continue
        yield from without(whole, owner)


def without(whole: Text, statement: ast.stmt, splices: Sequence[Splice] = ()) -> Iterator[str]:
    """The text without a statement on lines of its own, and with other parts replaced."""
    span = whole.whole_lines(statement)
    text = whole.edited([(*span, ""), *splices]) if span is not None else None
    if text is not None:
        yield text


def _may_go(statement: ast.stmt, text: str) -> bool:
    if isinstance(statement, ast.Return):
        return isinstance(statement.value, ast.Name) and statement.value.id == "self"
    targets = getattr(statement, "targets", [getattr(statement, "target", None)])
    value = getattr(statement, "value", None)
    read = {ast.unparse(a) for a in value.args} if isinstance(value, ast.Call) else set()
    shapes = isinstance(value, ast.Call) and called_name(value.func) in FLATTENED
    if isinstance(statement, ast.Assign) and not shapes and read & {ast.unparse(t) for t in targets}:
        return False  # it changes a value, probably for a reason
    others = [t for t in targets if not isinstance(t, ast.Name | ast.Subscript)]
    kept = {f".{getattr(t, 'attr', '')}" for t in others} & {*used(text)}
    return isinstance(statement, ast.Expr) or not kept


def said_once(source: str, text: str) -> Iterator[str]:
    """The text without a duplicate of a new statement, or with a name in place of a repeated computation."""
    whole, own = Text(text), statements(text)
    added = new_statements(source, text, own)
    for new in added:
        for other in inside(own, new):
            again = _names(other) - {"_"} <= _names(new)
            one, two = (s.value if again and isinstance(s, ast.Assign) else s for s in (other, new))
            if dumped(one) == dumped(two):
                yield from without(whole, other)
            first, second = (other, new) if other.lineno < new.lineno else (new, other)
            target = first.targets[0] if isinstance(first, ast.Assign) else None
            if not isinstance(target, ast.Name) or first.col_offset > second.col_offset:
                continue
            value = slots(first)[0][1]
            same = [e for e in expressions(second) if dumped(e) == dumped(value)]
            if not same or not isinstance(value, ast.BinOp | ast.Call):
                continue
            foreign = target.id not in spelt(source)
            if first is new and second not in added and foreign:  # the learner writes it out
                yield from _written_out(whole, own, first, target.id)
            else:
                yield whole.edited([(*whole.span(e), target.id) for e in same]) or text


def _written_out(whole: Text, own: Sequence[ast.stmt], first: ast.stmt, name: str) -> Iterator[str]:
    """The text with a value in place of the only use of its name."""
    parents = {id(p): p for s in inside(own, first) for p in nodes_in([s])}.values()
    pairs = ((n, p) for p in parents for n in ast.iter_child_nodes(p))
    uses = [(n, p) for n, p in pairs if isinstance(n, ast.Name) and n.id == name]
    if len(uses) == 1:
        yield from without(whole, first, Writing(whole).put(*uses[0], whole.of(slots(first)[0][1])))


def overwritten(source: str, text: str) -> Iterator[str]:
    """The text without an earlier assignment, or a part of it, to names that new statements assign again."""
    whole, own = Text(text), statements(text)
    fresh = [s for s in new_statements(source, text, own) if isinstance(s, ast.Assign)]
    for new in fresh:
        around = inside(own, new)
        beside = [s for s in fresh if s.col_offset == new.col_offset and (s is new or s in around)]
        for other in around:
            names = _names(other) - {"_"}
            given = {name for s in beside if s.lineno > other.lineno for name in _names(s)}
            if not isinstance(other, ast.Assign) or other.lineno >= new.lineno:
                continue
            if not isinstance(other.value, ast.Name) and names & {ast.unparse(e) for e in expressions(new)}:
                continue  # it is updated, not overwritten
            if names <= given and other.col_offset == new.col_offset:
                yield from without(whole, other)
            pair = other.targets[0], other.value
            if all(isinstance(side, ast.Tuple) for side in pair) and names & given:
                rows = [list(side.elts) for side in pair if isinstance(side, ast.Tuple)]
                left = [k for k, part in enumerate(rows[0]) if ast.unparse(part) not in given]
                if left and len(rows[0]) == len(rows[1]):
                    sides = (", ".join(whole.of(row[k]) for k in left) for row in rows)
                    yield whole.edited([(*whole.span(other), " = ".join(sides))]) or text


def without_effect(source: str, text: str) -> Iterator[str]:
    """The text without a correction of a new value, or without a `try` around it that rejects nothing."""
    whole, own = Text(text), statements(text)
    for new in new_statements(source, text, own):
        for other in inside(own, new) if isinstance(new, ast.Assign) else ():
            entry = other.targets[0] if isinstance(other, ast.Assign) else None
            changed = ast.unparse(entry.value) if isinstance(entry, ast.Subscript) else ""
            value = getattr(other, "value", None)
            if isinstance(value, ast.Call) and called_name(value.func) in (*FILLED, *FLATTENED):
                changed = "".join(_names(other) & set(map(ast.unparse, value.args)))  # it has this shape now
            if other.lineno > new.lineno and changed in _names(new):
                yield from without(whole, other)
        for owner in (o for o in own if isinstance(o, ast.Try) and o.body == [new] and not o.finalbody):
            rejects = any(isinstance(s, ast.Raise) for handler in owner.handlers for s in handler.body)
            if not rejects and (splice := whole.only(owner, owner.body)):
                yield whole.edited([splice]) or text


def of_one_number(source: str, text: str) -> Iterator[str]:
    """The text without a mean or a sum in a new statement: it may be that of a single number."""
    whole = Text(text)
    for new in new_statements(source, text, statements(text)):
        for parent in nodes_in([new]):
            for call in ast.iter_child_nodes(parent):
                if isinstance(call, ast.Call) and called_name(call.func) in MEANS and not call.keywords:
                    own = call.func.value if isinstance(call.func, ast.Attribute) else None
                    inner = own if not call.args else call.args[0] if len(call.args) == 1 else None
                    if inner is not None:
                        splices = Writing(whole).put(call, parent, whole.of(inner))
                        yield whole.edited(splices) or text


def guarded_twice(source: str, text: str) -> Iterator[str]:
    """The text without a new guard, or without the learner's own one inside a new one."""
    whole, own = Text(text), statements(text)
    helpers = {s.name for s in own if isinstance(s, ast.FunctionDef)}
    for new in new_statements(source, text, own):
        outer = [n for n in nodes_in([new]) if isinstance(n, ast.Call) and called_name(n.func) == "where"]
        for parent in outer:
            yield whole.edited([(*whole.span(parent), whole.of(parent.args[-1]))]) or text
            for call in parent.args[1:]:
                if isinstance(call, ast.Call) and called_name(call.func) in helpers and len(call.args) == 1:
                    yield whole.edited([(*whole.span(call), whole.of(call.args[0]))]) or text


def _names(statement: ast.stmt) -> set[str]:
    """What a statement stores, each part of a pair by itself."""
    return {part.strip("*() ") for name, _ in slots(statement) for part in name.split(",")}


def without_brackets(source: str, text: str) -> str:
    """The text without needless parentheses in new statements."""
    whole = Text(text)
    new = new_statements(source, text, statements(text))
    clean = [(*whole.span(s), without_needless_brackets(whole.of(s), source)) for s in new]
    return whole.edited(clean) or text


NEEDLESS = (without_one, said_once, overwritten, guarded_twice, without_effect, of_one_number)
"""Each of these functions yields texts without something that may be needless."""
