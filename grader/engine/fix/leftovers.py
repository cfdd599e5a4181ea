"""Locals that nothing needs: what a method computes for itself alone, and a fix should not leave behind."""

import ast
from collections.abc import Iterator

from .loading import parses
from .places import Function
from .text import Text


def leftovers(source: str) -> int:
    """How many locals of its functions no result, attribute, call or condition depends on."""
    return len(_all(source))


def without_leftovers(source: str, text: str) -> str:
    """The text without the statements that nothing needs any more, though something did in the source."""
    before, whole = {name for name, _ in _all(source)}, Text(text)
    gone = {
        (span[0], span[1], "")
        for name, statement in _all(text)
        if name not in before and (span := whole.whole_lines(statement)) is not None
    }
    found = whole.edited(sorted(gone))
    return text if found is None or not parses(found) else found


def _all(source: str) -> list[tuple[tuple[str, str], ast.stmt]]:
    """By function and name, the statements that give values to locals which nothing needs."""
    if not parses(source):
        return []
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, Function)]
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
    """The names that plain assignments give values to, each with its statement."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        else:
            continue
        parts = [part for t in targets for part in (t.elts if isinstance(t, ast.Tuple) else [t])]
        if all(isinstance(part, ast.Name) for part in parts):
            yield from ((part.id, node) for part in parts if isinstance(part, ast.Name))


def _read(node: ast.AST) -> list[str]:
    return [node.id] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else []
