"""Find and remove unused code, so that a fix leaves no unused local, helper, import or attribute behind."""

import ast
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from functools import lru_cache
from itertools import chain

from ....sandbox.parsing import nodes_in, parses
from ...source.syntax import Function
from ..code.call_sites import FILLS
from ..code.text import Text, lines_of
from ..code.tree_diff import statements
from .comments import without_untrue
from .names_used import defined, spelt, used
from .pointless import NONSENSE, pointless

ROUNDS = 40  # each removes one thing; later rounds remove what only that needed


def leftovers(source: str) -> list[tuple[str, int]]:
    """The locals of functions on which no result, attribute, call or condition depends, with their lines."""
    return [(name, statement.lineno) for (_, name), statement in _dead_locals(source)]


def wasted(source: str) -> int:
    """The number of these locals that can be removed; not a part of an unpacking whose other part is used."""
    dead = _dead_locals(source)
    names = {(f, name) for (f, name), _ in dead}
    plain = [(f, s) for (f, _), s in dead if isinstance(getattr(s, "value", None), ast.Tuple) or
             {(f, name) for name in _stores(s)} <= names]  # fmt: skip
    return len(plain)


def _stores(statement: ast.stmt) -> set[str]:
    nodes = [n for n in nodes_in([statement]) if isinstance(n, ast.Name)]
    return {n.id for n in nodes if isinstance(n.ctx, ast.Store)} - {"_"}


def without_leftovers(source: str, text: str, kept: Collection[str] = (), *, inside: bool = False) -> str:
    """The text without the code that the source uses but the text no longer does.

    `kept` are names of functions, classes and attributes that always stay. With `inside`, so do imports,
    constants, attributes, parameters, and locals outside of loops.
    """
    if not parses(source):
        return text
    before, after, known = spelt(source), spelt(text), used(source)
    same = source.count("\n") == text.count("\n") and not known - used(text) and not before - after
    if same and not any(pointless(source, text, kept)):
        return _spaced(source, without_untrue(source, text))  # all that was read still is
    dead = {name for name, _ in _dead_locals(source) if after[name[1]] >= before[name[1]]}
    dead |= _outside_loops(source, text) if inside else set()
    for _ in range(ROUNDS):
        now = used(text)
        idle = {name for name in known if name not in now and name.strip(".") not in kept}
        idle = {name for name in idle if not name.endswith("__")}
        idle &= {key for name in defined(text) for key in (name, f".{name}")} if inside else idle
        found = pointless(source, text, kept, NONSENSE if inside else None)
        tries = chain(_without_locals(text, dead), found, _without_names(text, idle))
        less = next((other for other in tries if other != text and parses(other)), None)
        if less is None:
            break
        text = less
    return _spaced(source, without_untrue(source, text))


def _spaced(source: str, text: str) -> str:
    """Remove blank lines at the start of the text or of a block, and longer runs than in the source."""
    most: dict[str, int] = {}
    for kind, count, _ in _gaps(source):
        most[kind] = max(count, most.get(kind, 0))
    lines = lines_of(text)
    for kind, count, end in reversed(list(_gaps(text))):
        less = max(count - most.get(kind, 1 if kind == "inside" else 0 if kind == "start" else 2), 0)
        del lines[end - less : end]
    return "".join(lines)


def _gaps(source: str) -> Iterator[tuple[str, int, int]]:
    """The runs of blank lines: the kind of their surroundings, their lengths, and their ends."""
    count, before = 0, ":"
    for number, line in enumerate(lines_of(source)):
        said = line.partition("#")[0].strip()
        if not line.strip():
            count += 1
            continue
        if count:
            yield "start" if before[-1:] == ":" else "inside" if line[0] in " \t" else "top", count, number
        count, before = 0, said or before


def without_locals(before: str, text: str) -> str:
    """The text without a local that only an earlier text reads."""
    return next(_without_locals(text, [pair for pair, _ in _dead_locals(before)]), text)


def _without_locals(text: str, dead: Collection[tuple[str, str]]) -> Iterator[str]:
    """Texts without one statement, or a part of it, that assigns locals which are no longer used."""
    whole, now, own = Text(text), _dead_locals(text), statements(text) if parses(text) else []
    gone = {pair for pair, _ in now} - set(dead)
    # a local that is changed in place may be a part of the model
    plain = {pair for pair, _ in now} - {pair for pair, s in now if isinstance(s, ast.AugAssign)}
    for statement in {id(s): s for (f, _), s in now if {(f, n) for n in _names(s)} & gone}.values():
        names = {name for pair, s in now for name in pair[1:] if s is statement and pair in gone | plain}
        parts = _targets(statement) if isinstance(statement, ast.Assign) else []
        left = [k for k, part in enumerate(parts) if not _names(part) & names]
        if not left:
            yield _without(whole, _with_its_head(statement, own))
        else:
            yield from _with_fewer(whole, statement, left)


def _outside_loops(source: str, text: str) -> set[tuple[str, str]]:
    """The unused locals, with their functions, that no loop of the source mentions: they cost little work."""
    loops = [s for s in statements(source) if isinstance(s, ast.For | ast.While)]
    inside = {name for loop in loops for name in _names(loop)}
    return {pair for pair, _ in _dead_locals(text) if pair[1] not in inside}


def _targets(statement: ast.Assign | ast.AnnAssign | ast.AugAssign) -> list[ast.expr]:
    """What an assignment assigns, each part of a tuple by itself."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return [part for t in targets for part in (t.elts if isinstance(t, ast.Tuple) else [t])]


def _with_fewer(whole: Text, statement: ast.stmt, left: Sequence[int]) -> Iterator[str]:
    """The text in which an assignment of as many values as names has only some of them."""
    value, parts = getattr(statement, "value", None), _targets(statement)  # type: ignore[arg-type]
    several = len(getattr(statement, "targets", ())) > 1
    if isinstance(value, ast.Tuple) and len(value.elts) == len(parts) and not several:
        sides = (", ".join(whole.of(side[k]) for k in left) for side in (parts, value.elts))
        yield whole.edited([(*whole.span(statement), " = ".join(sides))]) or whole.source


@lru_cache(maxsize=64)
def _dead_locals(source: str) -> list[tuple[tuple[str, str], ast.stmt]]:
    """The statements that assign unused locals, by the names of function and local."""
    if not parses(source):
        return []
    functions = [n for n in statements(source) if isinstance(n, Function)]
    return [((f.name, name), statement) for f in functions for name, statement in _dead(f)]


def _dead(function: ast.AST) -> list[tuple[str, ast.stmt]]:
    given = list(_given(function))
    inside = {id(node) for _, statement in given for node in nodes_in([statement])}
    used = {name for node in nodes_in([function]) if id(node) not in inside for name in _read(node)}
    reads = [(name, {n for node in nodes_in([s]) for n in _read(node)}) for name, s in given]
    while more := {n for name, read in reads if name in used for n in read} - used:
        used |= more
    dead = {id(s) for _, s in given} - {id(s) for name, s in given if name in used}
    return [(n, s) for n, s in given if n not in used and (id(s) in dead or not isinstance(s, ast.If))]


def _given(function: ast.AST) -> list[tuple[str, ast.stmt]]:
    """The names that plain assignments bind, or whose entries they change, each with its statement."""
    entries, plain = list[tuple[str, ast.stmt]](), list[tuple[str, ast.stmt]]()
    for node in nodes_in([function]):
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        elif (name := _filled(node)) and isinstance(node, ast.Expr):
            entries.append((name, node))
            continue
        else:
            continue
        parts = [part for t in targets for part in (t.elts if isinstance(t, ast.Tuple) else [t])]
        names = [part.id for part in parts if isinstance(part, ast.Name)]
        if names and all(isinstance(p, ast.Name | ast.Attribute) for p in parts):
            plain += [(name, node) for name in names]
        elif isinstance(parts[0], ast.Subscript) and isinstance(parts[0].value, ast.Name) and not parts[1:]:
            entries.append((parts[0].value.id, node))
    found = [*(entry for entry in entries if entry[0] in dict(plain)), *plain]
    return [*found, *_chosen(function, found)]


def _chosen(function: ast.AST, given: Sequence[tuple[str, ast.stmt]]) -> Iterator[tuple[str, ast.stmt]]:
    """The same for each `if` that contains only such assignments."""
    names: dict[int, set[str]] = {}
    for name, statement in given:
        names.setdefault(id(statement), set()).add(name)
    for node in [n for n in nodes_in([function]) if isinstance(n, ast.If)][::-1]:  # inner ones first
        inside = [*node.body, *node.orelse]
        if all(id(s) in names for s in inside):
            names[id(node)] = {name for s in inside for name in names[id(s)]}
            yield from ((name, node) for name in sorted(names[id(node)]))


def _filled(node: ast.AST) -> str:
    """The name of the list to which a statement adds something; empty if it does anything else."""
    call = node.value if isinstance(node, ast.Expr) else None
    function = call.func if isinstance(call, ast.Call) else None
    adds = isinstance(function, ast.Attribute) and function.attr in FILLS
    return function.value.id if adds and isinstance(function.value, ast.Name) else ""  # type: ignore


def _names(node: ast.AST) -> set[str]:
    return {n.id for n in nodes_in([node]) if isinstance(n, ast.Name)}


def _read(node: ast.AST) -> list[str]:
    return [node.id] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else []


def _without_names(text: str, idle: Collection[str]) -> Iterator[str]:
    """Texts without one definition, assignment or import of an unused name."""
    whole, own, now = Text(text), statements(text), set(used(text))
    inside = {id(n) for f in own if isinstance(f, Function) for n in nodes_in([f]) if n is not f}
    known = {"object", *(c.name for c in own if isinstance(c, ast.ClassDef))}
    hooks = {id(s) for c in own if isinstance(c, ast.ClassDef)  # another file's class may call them
             if {ast.unparse(base) for base in c.bases} - known for s in c.body}  # fmt: skip
    own = [s for s in own if id(s) not in hooks]
    for statement in own:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            names = [a for a in statement.names if (a.asname or a.name.partition(".")[0]) not in idle]
            if not names:
                yield _without(whole, statement)
            elif len(names) < len(statement.names):
                fewer = copy(statement)
                fewer.names = names
                yield whole.edited([(*whole.span(statement), ast.unparse(fewer))]) or text
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            keys = {statement.name, f".{statement.name}"}
            if keys & set(idle) and not keys & now:
                yield _without(whole, statement)
        elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
            parts = [_keys(part, local=id(statement) in inside) for part in _targets(statement)]
            left = [k for k, keys in enumerate(parts) if not keys & set(idle) or keys & now]
            if left and len(left) < len(parts):
                yield from _with_fewer(whole, statement, left)
            elif not left:
                made = (o for o in own if isinstance(o, Function) and o.name == "__init__")
                yield _without(whole, next((o for o in made if o.body == [statement]), statement))


def _keys(target: ast.expr, *, local: bool) -> set[str]:
    """How the rest of the file can read a target; empty if it cannot."""
    if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
        return {f".{target.attr}"}
    return {target.id, f".{target.id}"} if isinstance(target, ast.Name) and not local else set()


def _with_its_head(statement: ast.stmt, own: Sequence[ast.stmt]) -> ast.stmt:
    """The statement, or the block that contains nothing else."""
    bodies = [(o, getattr(o, "body", ())) for o in own if not getattr(o, "orelse", None)]
    heads = [o for o, body in bodies if [s.lineno for s in body] == [statement.lineno]]
    owner = next((o for o in heads if isinstance(o, ast.If | ast.For | ast.While | ast.With)), None)
    return _with_its_head(owner, own) if owner is not None else statement


def _without(whole: Text, statement: ast.stmt) -> str:
    """The text without a statement, the comment above it, and blank lines that become superfluous."""
    if whole.whole_lines(statement) is None:
        return whole.source
    lines, last = whole.lines, statement.end_lineno or 0
    first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", ()))]) - 1
    above = first
    while above and lines[above - 1].startswith(f"{whole.margin(statement)}#"):
        above -= 1
    if above and _is_blank(lines, above - 1) and _is_blank(lines, last):
        first = above
        while first and _is_blank(lines, first - 1):
            first -= 1
    return "".join([*lines[:first], *lines[last:]])


def _is_blank(lines: list[str], number: int) -> bool:
    return number >= len(lines) or not lines[number].strip()
