"""Find and remove unused code, so that a fix leaves no unused local, helper, import or attribute behind."""

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterator

from ...sandbox.parsing import parsed
from .loading import parses
from .nodes import statements
from .places import Function
from .text import Text

ROUNDS = 20  # each removes one thing; what only that needed goes in later rounds
WORD = re.compile(r"[A-Za-z_]\w*")


def leftovers(source: str) -> list[tuple[str, int]]:
    """The locals of functions on which no result, attribute, call or condition depends, with their lines."""
    return [(name, statement.lineno) for (_, name), statement in _dead_locals(source)]


def without_leftovers(source: str, text: str, kept: Collection[str] = ()) -> str:
    """The text without the code that the source uses but the text no longer does.

    Args:
        source: the original text.
        text: the text with the fix.
        kept: names of functions, classes and attributes that always stay.
    """
    if not parses(source):
        return text
    dead, used = {name for name, _ in _dead_locals(source)}, _used(source)
    for _ in range(ROUNDS):
        now = _used(text)
        idle = {name for name in used if name not in now and name not in kept and name[:2] != "__"}
        tries = [*_without_locals(text, dead), *_without_names(text, idle)]
        found = next((other for other in tries if other != text and parses(other)), None)
        if found is None:
            break
        text = found
    return text


# -- locals


def _without_locals(text: str, dead: Collection[tuple[str, str]]) -> Iterator[str]:
    """Texts without one statement, or a part of it, that assigns locals which are no longer used."""
    whole, now = Text(text), _dead_locals(text)
    gone = {name for name, _ in now} - set(dead)
    for statement in {id(s): s for (f, _), s in now if {(f, n) for n in _names(s)} & gone}.values():
        names = {name for (_, name), s in now if s is statement}
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        parts = targets[0].elts if targets and isinstance(targets[0], ast.Tuple) else targets
        left = [k for k, part in enumerate(parts) if not _names(part) & names]
        value = getattr(statement, "value", None)
        if not left:
            yield _without(whole, statement)
        elif isinstance(value, ast.Tuple) and len(value.elts) == len(parts) and len(targets) == 1:
            sides = (", ".join(whole.of(side[k]) for k in left) for side in (parts, value.elts))
            yield whole.edited([(*whole.span(statement), " = ".join(sides))]) or text


def _dead_locals(source: str) -> list[tuple[tuple[str, str], ast.stmt]]:
    """The statements that assign unused locals, by the names of function and local."""
    if not parses(source):
        return []
    functions = [n for n in statements(source) if isinstance(n, Function)]
    return [((f.name, name), statement) for f in functions for name, statement in _dead(f)]


def _dead(function: ast.AST) -> list[tuple[str, ast.stmt]]:
    given = list(_given(function))
    inside = {id(node) for _, statement in given for node in ast.walk(statement)}
    used = {name for node in ast.walk(function) if id(node) not in inside for name in _read(node)}
    while (
        more := {n for name, s in given if name in used for node in ast.walk(s) for n in _read(node)} - used
    ):
        used |= more
    return [(name, statement) for name, statement in given if name not in used]


def _given(function: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    """The names that plain assignments bind, or whose entries they change, each with its statement."""
    entries, plain = list[tuple[str, ast.stmt]](), list[tuple[str, ast.stmt]]()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        else:
            continue
        parts = [part for t in targets for part in (t.elts if isinstance(t, ast.Tuple) else [t])]
        names = [part.id for part in parts if isinstance(part, ast.Name)]
        if len(names) == len(parts):
            plain += [(name, node) for name in names]
        elif isinstance(parts[0], ast.Subscript) and isinstance(parts[0].value, ast.Name) and not parts[1:]:
            entries.append((parts[0].value.id, node))
    yield from (entry for entry in entries if entry[0] in dict(plain))
    yield from plain


def _names(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def _read(node: ast.AST) -> list[str]:
    return [node.id] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else []


# -- names that the rest of the file can use


def _used(source: str) -> Counter[str]:
    """How often a text reads each name, or has it in a string without spaces."""
    found = Counter[str]()
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            found[node.id if isinstance(node, ast.Name) else node.attr] += 1
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            found.update(WORD.findall(node.value))
    return found


def _without_names(text: str, idle: Collection[str]) -> Iterator[str]:
    """Texts without one definition, assignment or import of an unused name."""
    whole, own = Text(text), statements(text)
    inside = {id(n) for f in own if isinstance(f, Function) for n in ast.walk(f) if n is not f}
    for statement in own:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            names = [a for a in statement.names if (a.asname or a.name.partition(".")[0]) not in idle]
            if not names:
                yield _without(whole, statement)
            elif len(names) < len(statement.names):
                statement.names = names
                yield whole.edited([(*whole.span(statement), ast.unparse(statement))]) or text
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            if statement.name in idle:
                yield _without(whole, statement)
        elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names_only = all(_name(t, local=id(statement) in inside) in idle for t in targets)
            if names_only:
                yield _without(whole, statement)


def _name(target: ast.expr, *, local: bool) -> str:
    """The name under which the rest of the file can use a target; empty if it cannot."""
    if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
        return target.attr
    return target.id if isinstance(target, ast.Name) and not local else ""


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
