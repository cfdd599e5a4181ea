"""Tell the top-level statements that try the class out from the class, and edit those that raise."""

import ast
from collections.abc import Iterator, Sequence

from ....sandbox.parsing import nodes_in, parsed
from ...declaration.exercise import Exercise
from ...source.syntax import called_name
from ...source.tree import Tree
from ..code.text import Edit, Text
from ..edit_kinds import Kind
from .members import renamed

DEFINES = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom
GUARD = 'if __name__ == "__main__":'


def without_demo(source: str, line: int) -> str | None:
    """The text without the top-level statement at a line and those after it; definitions and imports stay.

    The lines keep their numbers. None if the line belongs to a definition or an import.
    """
    whole, body = Text(source), parsed(source).body
    at = _index(body, line)
    if at is None:
        return None
    gone = [s for s in body[at:] if not isinstance(s, DEFINES)]
    return whole.edited([(*whole.span(s), "pass" + "\n" * whole.of(s).count("\n")) for s in gone])


def last_outside(exercise: Exercise, source: str, stack: Sequence[int]) -> int | None:
    """The innermost of these lines, the outermost first, that no graded method uses."""
    tree = Tree(source, exercise)
    graded = ("__init__", *exercise.takes)
    outside = (at for at in reversed(stack) if not any(tree.serves(at, name) for name in graded))
    return next(outside, None)


def demo_edits(exercise: Exercise, text: Text, tree: Tree, line: int) -> Iterator[Edit]:
    """Remove the top-level statement at a line, or run it and those after it only as a script."""
    body = tree.tree.body
    at, inner = _index(body, line), tree.statement_at(line)
    if at is None or inner is None:
        return
    unknown = _unknown(tree, body[at:])
    yield from _renamed(exercise, text, unknown, line)
    for statement in dict.fromkeys((inner, body[at])):
        inside = nodes_in([statement])
        names = [n for n in inside if isinstance(n, ast.Name)]
        stored = {n.id for n in names if isinstance(n.ctx, ast.Store)}
        used = any(isinstance(n, ast.Name) and n.id in stored and n not in names for n in tree.nodes)
        lines = text.whole_lines(statement)
        tries = isinstance(statement, ast.Expr | ast.Assign) and any(isinstance(n, ast.Call) for n in inside)
        if lines is not None and not used:  # a trial of the class is kept, if that is possible
            raises = any(n in inside for n in unknown)  # as a script, too
            yield Edit(Kind.REMOVE_A_TRIAL, line, ((*lines, ""),), 0.1 * (tries - 2 * raises))
    stop = next((k for k in range(at, len(body)) if isinstance(body[k], DEFINES) or _is_guard(body[k])), None)
    several = [n for n in nodes_in(body[at:stop]) if isinstance(n, ast.Constant | ast.JoinedStr)]
    if any(n.lineno != n.end_lineno for n in several):
        return  # indenting would change the text
    margin = next((text.margin(s.body[-1]) for s in body if isinstance(s, ast.ClassDef)), "    ")
    rest = range(body[at].lineno, (body[at:stop][-1].end_lineno or 0) + 1)
    starts = [text.starts[n - 1] for n in rest if text.lines[n - 1].strip()]
    head = f"{GUARD}{text.newline}{margin}"
    splices = tuple((s, s, margin if s != starts[0] else head) for s in starts)
    yield Edit(Kind.GUARD_A_TRIAL, line, splices)


def _unknown(tree: Tree, after: list[ast.stmt]) -> list[ast.Attribute]:
    """The attributes of a model that these statements read, and that nothing defines."""
    made = [n for n in tree.tree.body if isinstance(n, ast.Assign) and isinstance(n.value, ast.Call)]
    models = {ast.unparse(n.targets[0]) for n in made if called_name(n.value.func) == tree.class_name}  # type: ignore[attr-defined]
    nodes = [n for n in tree.nodes if isinstance(n, ast.Attribute)]
    known = {n.attr for n in nodes if isinstance(n.ctx, ast.Store)}
    known |= {n.name for n in tree.nodes if isinstance(n, ast.FunctionDef)}
    of_model = (n for n in nodes_in(after) if isinstance(n, ast.Attribute) and ast.unparse(n.value) in models)
    return sorted((n for n in of_model if n.attr not in known), key=lambda n: (n.lineno, n.col_offset))


def _renamed(exercise: Exercise, text: Text, unknown: list[ast.Attribute], line: int) -> Iterator[Edit]:
    """Read the parameters of a model under their names, if all of them are read under unknown ones."""
    names = list(dict.fromkeys(n.attr for n in unknown))
    if len(names) == len(exercise.parameters):
        splices = renamed(text, unknown, dict(zip(names, exercise.parameters, strict=True)))
        yield Edit(Kind.RENAME_ATTRIBUTES, line, tuple(splices))


def _index(body: Sequence[ast.stmt], line: int) -> int | None:
    """Which of the top-level statements is at a line; None for a definition or an import."""
    found = (k for k, s in enumerate(body) if s.lineno <= line <= (s.end_lineno or 0))
    at = next(found, None)
    return None if at is None or isinstance(body[at], DEFINES) else at


def _is_guard(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test)
