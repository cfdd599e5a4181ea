"""Find code that a fix made pointless: flags never set, parameters never read, second names."""

import ast
from collections.abc import Iterator
from functools import lru_cache

from ....sandbox.parsing import nodes_in, parsed
from ...source.syntax import Function, called_name
from ..code.expanded_names import stored
from ..code.text import Text
from ..code.tree_diff import statements
from ..edits.edit_places import used_names

Found = Iterator[tuple[str, str]]
"""A pointless piece, as a text to compare, and the source without it."""


def pointless(source: str, text: str) -> Iterator[str]:
    """Texts without one thing that is pointless in the fixed text, but was not in the source."""
    before, whole = _found(source), Text(text)
    for find in FINDERS:
        yield from (new for key, new in find(whole) if key not in before and new != text)


@lru_cache(maxsize=2)
def _found(source: str) -> frozenset[str]:
    """What is pointless in a text."""
    whole = Text(source)
    return frozenset(key for find in FINDERS for key, _ in find(whole))


def _functions(whole: Text) -> list[Function]:
    """All functions of a text."""
    return [s for s in statements(whole.source) if isinstance(s, Function)]


def _bound(function: Function) -> dict[str, list[ast.expr | None]]:
    """The values that a function binds to each of its names; None for a value that is not one expression."""
    found: dict[str, list[ast.expr | None]] = {}
    for argument in nodes_in([function.args]):
        if isinstance(argument, ast.arg):
            found.setdefault(argument.arg, []).append(None)
    plain = set()
    for statement in nodes_in([function]):
        for name, value in stored(statement) if isinstance(statement, ast.stmt) else ():
            found.setdefault(name, []).append(value)
            plain.add(name)
    for node in nodes_in([function]):  # a loop's variable, or a value that is changed in place
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id not in plain:
            found.setdefault(node.id, []).append(None)
        if isinstance(node, ast.AugAssign | ast.NamedExpr | ast.For | ast.Global | ast.Nonlocal):
            targets = getattr(node, "names", [ast.unparse(getattr(node, "target", node))])
            for name in targets:
                found.setdefault(name, []).append(None)
    return found


def _flags(whole: Text) -> Found:
    """Remove an `if` that tests a local which is always false."""
    for function in _functions(whole):
        bound = _bound(function)
        for node in nodes_in([function]):
            if not isinstance(node, ast.If) or node.orelse or not isinstance(node.test, ast.Name):
                continue
            values = bound.get(node.test.id, [None])
            if all(isinstance(v, ast.Constant) and not v.value for v in values):
                lines = whole.whole_lines(node)
                if lines is not None:
                    yield f"{function.name} if {node.test.id}", whole.edited([(*lines, "")]) or ""


def _parameters(whole: Text) -> Found:
    """Remove a parameter that has a default, is not read, and that no call passes."""
    calls = [n for n in nodes_in([parsed(whole.source)]) if isinstance(n, ast.Call)]
    for function in _functions(whole):
        given, own = function.args, function.args.args
        if not given.defaults or len(own) < 2 or given.vararg or given.kwonlyargs or given.kwarg:
            continue
        read = {n.id for n in nodes_in([function]) if isinstance(n, ast.Name)}
        of_it = [c for c in calls if called_name(c.func) == function.name]
        named = {k.arg for c in of_it for k in c.keywords}
        first = len(own) - len(given.defaults)
        parts: list[ast.arg | ast.expr] = [*own[:first], *given.defaults]
        ends = [whole.span(node)[1] for node in parts]
        for k in range(max(first, 1), len(own)):
            passed = any(len(c.args) > k - (own[0].arg == "self") for c in of_it)
            if not {own[k].arg, None} & {*read, *named} and not passed:
                yield f"{function.name}({own[k].arg})", whole.edited([(ends[k - 1], ends[k], "")]) or ""


def _second_names(whole: Text) -> Found:
    """Remove a local that is only a second name, as in `x = z` or `x, u = z, v`."""
    for function in _functions(whole):
        bound = _bound(function)
        for statement in (s for s in nodes_in([function]) if isinstance(s, ast.Assign)):
            pairs = stored(statement)
            names = {name: value.id for name, value in pairs if isinstance(value, ast.Name)}
            single = all(len(bound.get(n, [])) == 1 for pair in names.items() for n in pair)
            lines = whole.whole_lines(statement)
            if len(names) < len(pairs) or lines is None:
                continue
            if all(name == other for name, other in names.items()):
                yield f"{function.name} {ast.unparse(statement)}", whole.edited([(*lines, "")]) or ""
            elif single and all(name.isidentifier() for name in names):
                loads = [n for n in nodes_in([function]) if isinstance(n, ast.Name) and n.id in names]
                uses = [(*whole.span(n), names[n.id]) for n in loads if isinstance(n.ctx, ast.Load)]
                yield f"{function.name} {ast.unparse(statement)}", whole.edited([(*lines, ""), *uses]) or ""


def _first_values(whole: Text) -> Found:
    """Remove the first value of a local that only a loop reads, which assigns it before."""
    for function in _functions(whole):
        every = [n for n in nodes_in([function]) if isinstance(n, ast.Name)]
        for block in (b for s in nodes_in([function]) if isinstance(b := getattr(s, "body", None), list)):
            for number, statement in enumerate(block):
                name = _unset(statement)
                lines = whole.whole_lines(statement) if name else None
                loop = next((s for s in block[number + 1 :] if name in used_names(s)), None)
                if lines is None or not isinstance(loop, ast.For | ast.While):
                    continue
                inside = [n for n in nodes_in(loop.body) if isinstance(n, ast.Name) and n.id == name]
                reads = [n for n in inside if isinstance(n.ctx, ast.Load)]
                anew = [s for s in loop.body for target, _ in stored(s) if target == name]
                late = anew and all(n.lineno > (anew[0].end_lineno or 0) for n in reads)
                if late and len(inside) + 1 == len([n for n in every if n.id == name]):
                    yield f"{function.name} {name} =", whole.edited([(*lines, "")]) or ""


def _unset(statement: ast.stmt) -> str:
    """The local that a statement sets to a constant."""
    pairs = stored(statement) if isinstance(statement, ast.Assign) else []
    names = [name for name, value in pairs if isinstance(value, ast.Constant) and name.isidentifier()]
    return names[0] if len(names) == len(pairs) == 1 else ""


FINDERS = (_flags, _parameters, _second_names, _first_values)
