"""Find a name that is given a second value, made in the same way from other data. Nothing is run."""

import ast

from .syntax import names_read
from .tree import Tree


def line_of_second_value(tree: Tree, line: int | None) -> int | None:
    """The line that gives a name, which the code on a line reads, its second value.

    That value is made like the first, but from what was computed in between: `m = X.mean(axis=0)`, then
    `Z = X - m` and `m = Z.mean(axis=0)`.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or statement not in function.body:
        return None
    read = set(names_read(statement))
    before = [n for n in function.body if isinstance(n, ast.Assign) and n.lineno < statement.lineno]
    for at, later in enumerate(before):
        targets, names = ast.unparse(later.targets[0]), set(names_read(later.value))
        if not _stored(later) & read:
            continue
        for place, first in enumerate(before[:at]):
            old = set(names_read(first.value))
            between = [n for n in before[place + 1 : at] if _stored(n) & (names - old)]
            computed = any(_stored(first) & {*names_read(n.value)} for n in between)
            if targets == ast.unparse(first.targets[0]) and _form(first) == _form(later) and computed:
                return later.lineno
    return None


def _stored(statement: ast.Assign) -> set[str]:
    nodes = (n for target in statement.targets for n in ast.walk(target))
    return {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _form(statement: ast.Assign) -> list[type[ast.AST]]:
    """The kinds of the parts of a value; their names do not count."""
    return [type(n) for n in ast.walk(statement.value)]
