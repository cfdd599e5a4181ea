"""Find where a submission overwrites what the constructor was given."""

import ast

from .syntax import called_name, names_read
from .tree import Tree


def overwritten(tree: Tree) -> dict[str, int]:
    """The attributes that keep a setting of the constructor but get another value, with the first line."""
    given, init = set(tree.exercise.constructor[1:]), tree.function("__init__")
    made = [n for n in tree.nodes if isinstance(n, (ast.Assign, ast.AnnAssign))]
    kept: dict[str, int] = {}
    for node in made:
        in_init = init is not None and init.lineno < node.lineno <= (init.end_lineno or 0)
        if in_init and given & set(names_read(node)):
            kept |= dict.fromkeys(_own(node, ast.Store), node.lineno)
    found: dict[str, int] = {}
    for node in sorted(made, key=lambda n: n.lineno):
        for name in _own(node, ast.Store) & kept.keys():
            if node.lineno != kept[name] and name not in _own(node, ast.Load):
                found.setdefault(name, node.lineno)
    return found


def reads(tree: Tree, line: int | None, attribute: str) -> bool:
    """Whether the statement on a line reads an attribute of `self`."""
    statement = tree.statement_at(line)
    return statement is not None and attribute in _own(statement, ast.Load)


def numbers_on(tree: Tree, line: int) -> set[str]:
    """The constants in the statement on a line, as text."""
    statement = tree.statement_at(line)
    return {repr(n.value) for n in ast.walk(statement or ast.Pass()) if isinstance(n, ast.Constant)}


def line_that_leaves_out(tree: Tree, line: int | None) -> int | None:
    """The line of the constructor that makes an object of a class of helpers, which has its default here."""
    init = tree.function("__init__")
    if init is None or line is None or init.lineno <= line <= (init.end_lineno or 0):
        return None
    classes = [n for n in tree.nodes if isinstance(n, ast.ClassDef) and n not in tree.owners]
    stored = {*map(called_name, getattr(tree.statement_at(line), "targets", ()))}
    lines = [line, *(n.lineno for n in tree.nodes if isinstance(n, ast.Name) and n.id in stored)]
    names = {n.name for n in classes for at in lines if n.lineno <= at <= (n.end_lineno or 0)}
    calls = (n for n in ast.walk(init) if isinstance(n, ast.Call) and called_name(n.func) in names)
    return next((n.lineno for n in calls), None)


def _own(node: ast.AST, how: type[ast.expr_context]) -> set[str]:
    """The attributes of `self` that a statement reads or assigns."""
    parts = (n for n in ast.walk(node) if isinstance(n, ast.Attribute) and isinstance(n.ctx, how))
    return {n.attr for n in parts if ast.unparse(n.value) == "self"}
