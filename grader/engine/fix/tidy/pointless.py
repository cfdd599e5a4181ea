"""Find code that a fix made pointless: flags never set, parameters never read, second names."""

import ast
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from ....sandbox.parsing import nodes_in, parsed
from ...source.syntax import Function, called_name, parameters
from ...source.tree import after_docstring
from ..code.call_sites import unread_parameters
from ..code.expanded_names import stored
from ..code.text import Splice, Text
from ..code.tree_diff import statements
from ..code.writing import Writing
from ..edits.edit_places import used_names
from .needless import without

Found = Iterator[tuple[str, str]]
"""A pointless piece, as a text to compare, and the source without it."""
Finder = Callable[[Text], Found]
PASSED = "passed to "


def pointless(
    source: str, text: str, kept: Collection[str] = (), finders: Sequence[Finder] | None = None
) -> Iterator[str]:
    """Texts without one thing that is pointless in the fixed text, but was not in the source.

    `kept` are the documented functions and classes: what is passed to them stays.
    """
    before, whole = _found(source), Text(text)
    stay = tuple(f"{PASSED}{name}(" for name in kept)
    for find in finders or FINDERS:
        found = (new for key, new in find(whole) if key not in before and not key.startswith(stay))
        yield from (new for new in found if new != text)


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
                yield from ((f"{function.name} if {node.test.id}", new) for new in without(whole, node))


def _parameters(whole: Text) -> Found:
    """Remove a parameter that is not read, and what is passed for it."""
    classes = [s for s in statements(whole.source) if isinstance(s, ast.ClassDef)]
    owners = {id(f): c.name for c in classes for f in c.body}
    for function in _functions(whole):
        name = owners.get(id(function), "") if function.name == "__init__" else function.name
        needed = parameters(function)[: -len(function.args.defaults) or None]
        also = "__init__" if function.name == "__init__" else name  # of a class below it
        for arg, cuts in unread_parameters(whole, function, {name, also}):
            if cuts[1:] or arg not in needed:
                splices = [(*cut, "") for cut in cuts]
                yield f"{PASSED * bool(cuts[1:])}{name}({arg})", whole.edited(splices) or whole.source


def _echoes(whole: Text) -> Found:
    """Use an argument itself where a helper only returns it, or yields nothing else."""
    for function in _functions(whole):
        value, again = _only_value(function)
        names = parameters(function)
        if not isinstance(value, ast.Name) or value.id not in names:
            continue
        k, splices = names.index(value.id), list[Splice]()
        for parent in nodes_in([parsed(whole.source)]):
            for call in ast.iter_child_nodes(parent):
                if isinstance(call, ast.Call) and called_name(call.func) == function.name and call.args[k:]:
                    given = whole.of(call.args[k])
                    put = Writing(whole).put(call, parent, given)
                    splices += _turns(whole, call, given) if again else put
        if splices:
            yield f"{function.name} {value.id}", whole.edited(splices) or whole.source


def _only_value(function: Function) -> tuple[ast.expr | None, bool]:
    """What a function of one statement returns, or yields forever; whether it yields that."""
    body = after_docstring(function)
    loops = [s for s in body if isinstance(s, ast.While) and isinstance(s.test, ast.Constant)]
    inner = loops[0].body if loops else body
    value = getattr(inner[0], "value", None) if len(body) == len(inner) == 1 else None
    if loops:
        return value.value if isinstance(value, ast.Yield) else None, True
    return value if inner and isinstance(inner[0], ast.Return) else None, False


def _turns(whole: Text, call: ast.Call, given: str) -> Iterator[Splice]:
    """Count the turns of a loop that takes each value from a generator, and use what is `given` there."""
    for loop in (s for s in statements(whole.source) if isinstance(s, ast.For)):
        sides = loop.iter.args if isinstance(loop.iter, ast.Call) else []
        at = [k for k, side in enumerate(sides) if whole.span(side) == whole.span(call)]
        if len(sides) != 2 or not at:
            continue
        rest, pair = whole.of(sides[1 - at[0]]), isinstance(loop.target, ast.Tuple)
        targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target] * 2
        head = f"{whole.of(targets[1 - at[0]])} in {rest}" if pair else f"_ in range({rest})"
        yield whole.span(loop.target)[0], whole.span(loop.iter)[1], head
        reads = [n for n in nodes_in(loop.body) if isinstance(n, ast.Name)]
        yield from ((*whole.span(n), given) for n in reads if n.id == whole.of(targets[at[0]]))


def _second_names(whole: Text) -> Found:
    """Remove a local that is only a second name, as in `x = z` or `x, u = z, v`, or one with no other use."""
    for function in _functions(whole):
        bound = _bound(function)
        for statement in (s for s in nodes_in([function]) if isinstance(s, ast.Assign)):
            pairs = stored(statement)
            names = {name: value.id for name, value in pairs if isinstance(value, ast.Name)}
            single = all(len(bound.get(n, [])) == 1 for pair in names.items() for n in pair)
            lines = whole.whole_lines(statement)
            if len(names) < len(pairs) or lines is None:
                continue
            nodes = nodes_in([function])
            own = [s for s in nodes if isinstance(s, ast.Assign)]
            made = [s for s in own if [n for n, _ in stored(s)] == [*names.values()]]
            first = whole.whole_lines(made[0]) if len(made) == 1 else None
            reads = [n for n in nodes if isinstance(n, ast.Name) and n.id in names.values()]
            if single and first is not None and len(names) == 1 and len(reads) == 2:  # it is stored and read
                splices = [(*first, ""), (*whole.span(statement.value), whole.of(made[0].value))]
                yield f"{function.name} {ast.unparse(statement)}", whole.edited(splices) or whole.source
            elif all(name == other for name, other in names.items()):
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


def _passes(whole: Text) -> Found:
    """Remove a `pass` beside other statements."""
    blocks = [getattr(s, name, []) for s in statements(whole.source) for name in ("body", "orelse")]
    for block in (b for b in blocks if len(b) > 1):
        for statement in (s for s in block if isinstance(s, ast.Pass)):
            yield from ((f"pass {ast.unparse(block[0])}", new) for new in without(whole, statement))


def _same_branches(whole: Text) -> Found:
    """Keep what both branches of an `if` do, without the `if`."""
    for node in (s for s in statements(whole.source) if isinstance(s, ast.If) and s.orelse):
        same = [*map(ast.dump, node.body)] == [*map(ast.dump, node.orelse)]
        splice = whole.only(node, node.body) if same else None
        if splice is not None:
            yield f"if {ast.unparse(node.test)}", whole.edited([splice]) or whole.source


def _idle_decorators(whole: Text) -> Found:
    """Remove a decorator whose wrapper only calls what it wraps."""
    idle = set()
    for function in _functions(whole):
        for wrapper in (s for s in function.body if isinstance(s, Function)):
            call, _ = _only_value(wrapper)
            if isinstance(call, ast.Call) and called_name(call.func) in parameters(function):
                given = ", ".join(map(ast.unparse, [*call.args, *call.keywords]))
                idle |= {function.name} if given == ast.unparse(wrapper.args) else set()
    for function in _functions(whole):
        for decorator in (d for d in function.decorator_list if called_name(d) in idle):
            lines = whole.starts[decorator.lineno - 1], whole.starts[decorator.end_lineno or 0]
            yield f"@ {function.name}", whole.edited([(*lines, "")]) or whole.source


NONSENSE = (_passes, _flags, _echoes, _same_branches, _idle_decorators)
"""What nobody would leave behind, even if the fix is smaller with it."""
FINDERS = (*NONSENSE, _parameters, _second_names, _first_values)
