"""Remove needless parts of a fix: statements without effect, duplicates, equal branches, parentheses."""

import ast
from collections.abc import Iterator, Sequence

from ...sandbox.parsing import nodes_in
from ..source.syntax import called_name, parameters
from ..source.tree import after_docstring
from .closer import without_new_names
from .edit_places import Function
from .expanded_names import stored
from .text import Splice, Text
from .tree_diff import (
    differing,
    expressions,
    inside,
    new_statements,
    slots,
    statements,
    without_needless_brackets,
)
from .true_names import is_of_one
from .writing import Writing

SHAPED = ("[:, None]", "newaxis", "reshape(", "keepdims", ", 1)", "(1, ")
FLATTENED = ("ravel", "flatten", "squeeze", "atleast_1d", "atleast_2d")


def without_one(source: str, text: str) -> Iterator[str]:
    """The text without a new statement that may be needless, and without its `if` if that becomes empty."""
    whole, own = Text(text), statements(text)
    for statement in new_statements(source, text, own):
        if not _may_go(statement) or not statement.col_offset:
            continue  # a constant of the file may be used later
        owner = next((o for o in own if getattr(o, "body", None) == [statement]), statement)
        if owner is not statement and not (isinstance(owner, ast.If) and not owner.orelse):
            continue
        yield from _without(whole, owner)


def _without(whole: Text, statement: ast.stmt, splices: Sequence[Splice] = ()) -> Iterator[str]:
    """The text without a statement on lines of its own, and with other parts replaced."""
    span = whole.whole_lines(statement)
    text = whole.edited([(*span, ""), *splices]) if span is not None else None
    if text is not None:
        yield text


def _may_go(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Return):
        return isinstance(statement.value, ast.Name) and statement.value.id == "self"
    targets = getattr(statement, "targets", [getattr(statement, "target", None)])
    value = getattr(statement, "value", None)
    read = {ast.unparse(a) for a in value.args} if isinstance(value, ast.Call) else set()
    shapes = isinstance(value, ast.Call) and called_name(value.func) in FLATTENED
    if isinstance(statement, ast.Assign) and not shapes and read & {ast.unparse(t) for t in targets}:
        return False  # it changes a value, probably for a reason
    return isinstance(statement, ast.Expr) or all(isinstance(t, ast.Name | ast.Subscript) for t in targets)


def said_once(source: str, text: str) -> Iterator[str]:
    """The text without a duplicate of a new statement, or with a name in place of a repeated computation."""
    whole, own = Text(text), statements(text)
    for new in new_statements(source, text, own):
        for other in inside(own, new):
            if ast.dump(other) == ast.dump(new):
                yield from _without(whole, other)
            first, second = (other, new) if other.lineno < new.lineno else (new, other)
            target = first.targets[0] if isinstance(first, ast.Assign) else None
            if not isinstance(target, ast.Name) or first.col_offset > second.col_offset:
                continue
            value = slots(first)[0][1]
            same = [e for e in expressions(second) if ast.dump(e) == ast.dump(value)]
            if same and isinstance(value, ast.BinOp | ast.Call):
                yield whole.edited([(*whole.span(e), target.id) for e in same]) or text


def without_calls(source: str, text: str) -> Iterator[str]:
    """The text without a new reduction of what may already be a number, as in `total.mean()`.

    Or without `np.array` around a new expression, which is an array already.
    """
    whole, own = Text(text), statements(text)
    for call in (e for s in new_statements(source, text, own) for e in expressions(s)):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "np.array":
            made = [a for a in call.args if isinstance(a, ast.BinOp | ast.Call) and whole.of(a) not in source]
            for inner in made:
                held = f"({whole.of(inner)})" if isinstance(inner, ast.BinOp) else whole.of(inner)
                yield whole.edited([(*whole.span(call), held)]) or text
        name = getattr(call.func, "value", None) if isinstance(call, ast.Call) and not call.args else None
        if isinstance(name, ast.Name) and whole.of(call) not in source:
            yield whole.edited([(*whole.span(call), name.id)]) or text


def overwritten(source: str, text: str) -> Iterator[str]:
    """The text without an earlier assignment, or a part of it, to names that new statements assign again."""
    whole, own = Text(text), statements(text)
    fresh = [s for s in new_statements(source, text, own) if isinstance(s, ast.Assign)]
    for new in fresh:
        given = {name for s in fresh if s.col_offset == new.col_offset for name in _names(s)}
        for other in inside(own, new):
            names = _names(other) - {"_"}
            if not isinstance(other, ast.Assign) or other.lineno >= new.lineno:
                continue
            if not isinstance(other.value, ast.Name) and names & {ast.unparse(e) for e in expressions(new)}:
                continue  # it is updated, not overwritten
            if names <= given and other.col_offset == new.col_offset:
                yield from _without(whole, other)
            pair = other.targets[0], other.value
            if all(isinstance(side, ast.Tuple) for side in pair) and names & given:
                rows = [list(side.elts) for side in pair if isinstance(side, ast.Tuple)]
                left = [k for k, part in enumerate(rows[0]) if ast.unparse(part) not in given]
                if left and len(rows[0]) == len(rows[1]):
                    sides = (", ".join(whole.of(row[k]) for k in left) for row in rows)
                    yield whole.edited([(*whole.span(other), " = ".join(sides))]) or text


def _names(statement: ast.stmt) -> set[str]:
    """What a statement stores, each part of a pair by itself."""
    return {part.strip("*() ") for name, _ in slots(statement) for part in name.split(",")}


def without_brackets(source: str, text: str) -> str:
    """The text without needless parentheses in new statements."""
    whole = Text(text)
    new = new_statements(source, text, statements(text))
    clean = [(*whole.span(s), without_needless_brackets(whole.of(s), source)) for s in new]
    return whole.edited(clean) or text


def scaled_once(source: str, text: str) -> Iterator[str]:
    """The text with a local divided where it is assigned, if a fix divides it at each of its uses."""
    whole, own = Text(text), statements(text)
    for new in new_statements(source, text, own):
        for node in (n for n in expressions(new) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div)):
            name = node.left.id if isinstance(node.left, ast.Name) else ""
            others = [s for s in (*inside(own, new), new) if name]
            given = [value for s in others for n, value in stored(s) if n == name]
            uses = [n for s in others for n in expressions(s) if ast.dump(n) == ast.dump(node)]
            reads = [n for s in others for n in expressions(s) if isinstance(n, ast.Name) and n.id == name]
            if len(given) == 1 and 1 < len(uses) == len(reads) and hasattr(given[0], "lineno"):
                by = f" / {whole.of(node.right)}"
                product = isinstance(given[0], ast.Call | ast.Name)
                start = f"{whole.of(given[0])}{by}" if product else f"({whole.of(given[0])}){by}"
                splices = [(*whole.span(n), name) for n in uses]
                yield whole.edited([(*whole.span(given[0]), start), *splices]) or text


LARGE = (ast.BinOp, ast.Call)
"""A function that returns fewer than two of these is not worth a call."""


def with_helpers(source: str, text: str) -> Iterator[str]:
    """The text with a call where a new statement computes what a function of the file returns."""
    whole, own = Text(text), statements(text)
    helpers = list(_helpers(own))
    for statement in new_statements(source, text, own) if helpers else ():
        for node in expressions(statement):
            for function, value, call in helpers:
                if type(value) is not type(node) or any(statement is s for s in nodes_in([function])):
                    continue
                pairs = differing(value, node)
                if pairs is None:
                    continue
                given = {ast.unparse(one): other for one, other in pairs}
                names = parameters(function)
                same = all(ast.dump(given[ast.unparse(one)]) == ast.dump(other) for one, other in pairs)
                if same and set(given) <= set(names):
                    arguments = [whole.of(given[name]) if name in given else name for name in names]
                    yield whole.edited([(*whole.span(node), f"{call}({', '.join(arguments)})")]) or text


def _helpers(own: Sequence[ast.stmt]) -> Iterator[tuple[Function, ast.expr, str]]:
    """The functions that only return an expression: the expression, and how they are called."""
    members = {f for c in own if isinstance(c, ast.ClassDef) for f in c.body}
    for function in (s for s in own if isinstance(s, ast.FunctionDef)):
        body = after_docstring(function)
        value = body[0].value if len(body) == 1 and isinstance(body[0], ast.Return) else None
        large = value is not None and sum(isinstance(n, LARGE) for n in nodes_in([value])) > 1
        plain = not (function.args.vararg or function.args.kwonlyargs or function.args.kwarg)
        if value is not None and large and plain and not is_of_one(function) and function.name[:2] != "__":
            yield function, value, f"{'self.' if function in members else ''}{function.name}"


def without_flattening(source: str, text: str) -> Iterator[str]:
    """The text without the flattening of a local, if the fix removed what made a column of something."""
    if not any(text.count(said) < source.count(said) for said in SHAPED):
        return
    whole, writing = Text(text), Writing(Text(text))
    for function in (f for f in statements(text) if isinstance(f, ast.FunctionDef)):
        given = {a.arg for a in nodes_in([function.args]) if isinstance(a, ast.arg)}
        for node, parent in ((n, p) for p in nodes_in([function]) for n in ast.iter_child_nodes(p)):
            called = node.func if isinstance(node, ast.Call) and not node.args else None
            of = called.value if isinstance(called, ast.Attribute) and called.attr in FLATTENED else None
            if isinstance(node, ast.Attribute) and node.attr == "T" and isinstance(node.value, ast.Attribute):
                of = node.value  # of an attribute of the model
            if of is not None and isinstance(node, ast.expr) and ast.unparse(of) not in given:
                kept = writing.replaced(node, parent, whole.of(of), 0.0, "")
                yield whole.edited(kept.splices) or text


NEEDLESS = (without_one, said_once, scaled_once, without_calls, overwritten, without_flattening, with_helpers,
            without_new_names)  # fmt: skip
"""Each of these functions yields texts without something that may be needless."""
