"""Find code that a fix made pointless: flags never set, parameters never read, functions that do nothing."""

import ast
from collections.abc import Iterator
from functools import lru_cache

from ...sandbox.parsing import nodes_in, parsed
from ..source.syntax import called_name
from ..source.tree import after_docstring
from .edit_places import Function
from .expanded_names import stored, walk
from .pointless_guards import FINDERS as GUARDS
from .pointless_guards import Found
from .pointless_guards import functions as _functions
from .text import Text
from .tree_diff import statements
from .writing import Writing


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
    """Remove the last parameter if it has a default, is not read, and no call passes it."""
    calls = [n for n in nodes_in([parsed(whole.source)]) if isinstance(n, ast.Call)]
    for function in _functions(whole):
        given, own = function.args, function.args.args
        if not given.defaults or len(own) < 2 or given.vararg or given.kwonlyargs or given.kwarg:
            continue
        last, most = own[-1], len(own) - (own[0].arg == "self")
        read = {n.id for n in nodes_in([function]) if isinstance(n, ast.Name)}
        of_it = [c for c in calls if called_name(c.func) == function.name]
        named = {k.arg for c in of_it for k in c.keywords}
        if not {last.arg, None} & {*read, *named} and all(len(c.args) < most for c in of_it):
            start = whole.source.rindex(",", 0, whole.span(last)[0])
            new = whole.edited([(start, whole.span(given.defaults[-1])[1], "")]) or ""
            yield f"{function.name}({last.arg})", new


def _same_again(whole: Text) -> Found:
    """Remove a comprehension that only copies a tuple, as in `tuple(x for x in pair)`."""
    for function in _functions(whole):
        tuples = {name for name, values in _bound(function).items() if isinstance(values[0], ast.Tuple)}
        for call in (n for n in nodes_in([function]) if isinstance(n, ast.Call) and len(n.args) == 1):
            inner = call.args[0]
            if not isinstance(inner, ast.GeneratorExp | ast.ListComp) or called_name(call.func) != "tuple":
                continue
            loop = inner.generators[0]
            same = ast.unparse(loop.target) == ast.unparse(inner.elt) and len(inner.generators) == 1
            if same and not loop.ifs and ast.unparse(loop.iter) in tuples:
                new = whole.edited([(*whole.span(call), whole.of(loop.iter))])
                yield f"{function.name} {ast.unparse(call)}", new or ""


def _given_back(function: Function) -> int | None:
    """The position of the parameter that a function only returns; None if it does anything else."""
    body = after_docstring(function)
    value = body[0].value if len(body) == 1 and isinstance(body[0], ast.Return) else None
    names = [a.arg for a in function.args.args if a.arg not in ("self", "cls")]
    return names.index(value.id) if isinstance(value, ast.Name) and value.id in names else None


def _identities(whole: Text) -> Found:
    """Remove a call of a function or an object that only returns its argument."""
    own = statements(whole.source)
    classes = [s for s in own if isinstance(s, ast.ClassDef)]
    methods = {f for c in classes for f in c.body}
    places = {f.name: at for f in _functions(whole) if f not in methods if (at := _given_back(f)) is not None}
    objects = {c.name: at for c in classes for f in c.body if isinstance(f, Function)
               if f.name == "__call__" and (at := _given_back(f)) is not None}  # fmt: skip
    for function in _functions(whole):
        here = dict(places)
        for name, values in _bound(function).items():
            made = {called_name(v.func) if isinstance(v, ast.Call) else "" for v in values}
            if len(made) == 1 and made <= set(objects):
                here[name] = objects[made.pop()]
        for node in nodes_in([function]):
            for call in ast.iter_child_nodes(node):
                at = here.get(called_name(call.func)) if isinstance(call, ast.Call) else None
                if isinstance(call, ast.Call) and at is not None and at < len(call.args):
                    edit = Writing(whole).replaced(call, node, whole.of(call.args[at]), 0.0, "")
                    yield f"{function.name} {ast.unparse(call)}", whole.edited(edit.splices) or ""


def _slices(whole: Text) -> Found:
    """Remove a slice of all rows: `x[:n]` if `n` is their number."""
    for function in _functions(whole):
        counts = {name for name, values in _bound(function).items() if len(values) == 1
                  and values[0] is not None and _counts(values[0])}  # fmt: skip
        for node in nodes_in([function]):
            cut = node.slice if isinstance(node, ast.Subscript) else None
            if not isinstance(cut, ast.Slice) or cut.lower or cut.step or cut.upper is None:
                continue
            if isinstance(node, ast.Subscript) and (ast.unparse(cut.upper) in counts or _counts(cut.upper)):
                new = whole.edited([(*whole.span(node), whole.of(node.value))])
                yield f"{function.name} {ast.unparse(node)}", new or ""


def _counts(node: ast.expr) -> bool:
    """Whether an expression is `len(x)` or `x.shape[0]`."""
    said = ast.unparse(node)
    called = isinstance(node, ast.Call | ast.Subscript)
    return called and said.startswith("len(") != said.endswith(".shape[0]")


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


def _overwritten(whole: Text) -> Found:
    """Remove the value of a local if a loop assigns another one before it is read."""
    for function in _functions(whole):
        for loop in (s for s in nodes_in([function]) if isinstance(s, ast.For | ast.While)):
            for one in (s for s in loop.body if isinstance(s, ast.Assign) and len(s.targets) == 1):
                name = ast.unparse(one.targets[0])
                others = [s for s in walk(function.body) if s is not one and _binds(s) == name]
                inside = {id(n) for s in others for n in nodes_in([s])}
                reads = [n.lineno for n in nodes_in([function]) if isinstance(n, ast.Name) and n.id == name
                         and isinstance(n.ctx, ast.Load) and id(n) not in inside]  # fmt: skip
                if not reads or min(reads) <= one.lineno or max(reads) > (loop.end_lineno or 0):
                    continue
                for other in others:
                    lines = whole.whole_lines(other)
                    if (other.lineno < loop.lineno or other.lineno > max(reads)) and lines:
                        yield f"{function.name} {ast.unparse(other)}", whole.edited([(*lines, "")]) or ""


def _binds(node: ast.stmt) -> str:
    """The only name that an assignment gives a value; empty for anything else."""
    target: ast.expr | None = node.target if isinstance(node, ast.AugAssign) else None
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
    return target.id if isinstance(target, ast.Name) else ""


FINDERS = (_flags, _parameters, _identities, _slices, _second_names, _overwritten, _same_again, *GUARDS)
