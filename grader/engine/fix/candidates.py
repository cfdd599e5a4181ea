"""The candidates for one step, the likeliest first: at the blamed line, small, in the method itself."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from ..exercise import Exercise
from ..source.tree import Tree
from .expressions import Expressions
from .faults import faults
from .leads import AHEAD, leads
from .loading import loading_edits
from .meaning import kept_as
from .members import member_edits
from .places import Place, places_of, used_names
from .rewrite import Rewriting
from .statements import Statements
from .text import Edit, Text

MOST_PLACES = 4
MANY = 10_000
WHOLE = ("rename", "signature", "setter", "import", "colon", "close", "open", "quote", "indent")
"""Kinds of edits that are made in one place, or in all of them already."""


def methods_of(exercise: Exercise, step: str) -> list[str]:
    """The methods that a step judges."""
    method = exercise.method_of(step)
    if method is not None:
        return [method.name]
    return ["__init__"] if exercise.starts and step == exercise.steps[0] else list(exercise.takes)


def candidates(
    exercise: Exercise, source: str, step: str, lines: Sequence[int], mistakes: Sequence[str] = ()
) -> Iterator[str]:
    """The corrected texts to try for a step, without doubles.

    Args:
        exercise: what the text is a solution of.
        source: the text.
        step: the step that fails.
        lines: those that findings blame, the first finding's first.
        mistakes: the ids of the findings.
    """
    text, tree, likely = Text(source), Tree(source, exercise), leads(exercise, mistakes)
    edits = [e for e in _edits(exercise, text, tree, step, lines) if e.splices]
    edits = [replace(e, cost=e.cost - AHEAD) if e.kind in likely else e for e in edits]
    edits += list(_together(edits, likely))
    edits.sort(key=lambda e: e.cost)
    found: set[str] = {source}
    before = faults(source)
    most = before if before < float("inf") else MANY  # what does not parse may be anything
    for edit in edits:
        new = text.edited(edit.splices)
        if new is not None and new not in found and faults(new) <= most:
            found.add(new)
            yield new


def _edits(exercise: Exercise, text: Text, tree: Tree, step: str, lines: Sequence[int]) -> Iterator[Edit]:
    methods = methods_of(exercise, step)
    statements = [s for line in lines if (s := tree.statement_at(line)) is not None]
    places = places_of(tree, methods)
    for line in lines:  # blamed, but not found from the method
        function = tree.function_at(line)
        if function is not None and all(place.function is not function for place in places):
            places += [p for p in places_of(tree, [function.name], 1) if p.function is function]
    yield from loading_edits(exercise, text, tree, lines)
    yield from member_edits(exercise, text, tree, methods)
    known = _known(exercise, tree)
    helpers = {f.name for line in lines if (f := tree.function_at(line)) is not None} - set(methods)
    statements += [
        s for place in places[: len(methods)] for s in place.statements[1:]
        if helpers & used_names(s) and not hasattr(s, "body")
    ]  # fmt: skip
    for place in places:
        for edit in _of_place(exercise, text, tree, place, known, methods):
            yield _ranked(edit, place, statements)


def _ranked(edit: Edit, place: Place, statements: list[ast.stmt]) -> Edit:
    """An edit with its cost by where it is: on the blamed statement, in the method, further away."""
    blamed = any(s.lineno <= edit.line <= _end(s) for s in statements)
    around = any(
        isinstance(owner, ast.If | ast.For | ast.While)
        and edit.line == owner.lineno < s.lineno <= (owner.end_lineno or 0)
        for owner in place.statements
        for s in statements
    )
    cost = edit.cost + (0.0 if blamed else 0.3 if around else 1.2 + 0.7 * place.far)
    return Edit(cost, edit.line, edit.kind, edit.splices)


def _end(statement: ast.stmt) -> int:
    """The last line of a simple statement, or of the head of a compound one."""
    body = getattr(statement, "body", None)
    return body[0].lineno - 1 if body else statement.end_lineno or statement.lineno


def _of_place(
    exercise: Exercise, text: Text, tree: Tree, place: Place, known: list[str], methods: list[str]
) -> Iterator[Edit]:
    first = next((n for n in place.names if n not in ("self", "cls")), "")
    attributes = list(exercise.parameters)
    expressions = Expressions(text, place, first, attributes, known)
    statements = Statements(text, place, attributes)
    for statement in place.statements:
        yield from expressions.of(statement)
        yield from statements.of(statement)
    yield from statements.blocks()
    name = place.function.name if place.function is not None else ""
    if name in exercise.formula.headers and name in methods:
        kept = kept_as(exercise, tree.function("__init__"))
        yield from Rewriting(text, place, exercise, name, kept).edits()


def _known(exercise: Exercise, tree: Tree) -> list[str]:
    """The names that a misspelt one can be meant to be."""
    stored = [n.attr for n in tree.nodes if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)]
    functions = [n.name for n in tree.nodes if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    numpy = [
        "zeros", "ones", "mean", "sum", "square", "sqrt", "std", "where", "dot", "shape", "append", "ndim",
        "size", "float64", "matmul", "abs",
    ]  # fmt: skip
    return list(dict.fromkeys([*exercise.parameters, *exercise.takes, *stored, *functions, *numpy]))


def _together(edits: Sequence[Edit], likely: frozenset[str]) -> Iterator[Edit]:
    """The same slip in several places: edits of one kind on different lines, made at once."""
    kinds: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        if edit.kind not in ("rewrite", "put in", "move", *WHOLE):
            kinds[edit.kind].append(edit)
    for kind, same in kinds.items():
        best: dict[int, Edit] = {}
        for edit in sorted(same, key=lambda e: (e.cost, -sum(b - a for a, b, _ in e.splices))):
            best.setdefault(edit.line, edit)
        yield from _on_one_line(kind, same)
        first = min(best.values(), key=lambda e: e.cost)
        lines = sorted(best.values(), key=lambda e: (e.cost, abs(e.line - first.line)))[:MOST_PLACES]
        for number, one in enumerate(lines):
            for two in lines[number + 1 :]:  # whose cost is no less
                cost = one.cost + 0.5 if kind in likely else two.cost + 0.9
                yield Edit(cost, one.line, kind, (*one.splices, *two.splices))


def _on_one_line(kind: str, same: Sequence[Edit]) -> Iterator[Edit]:
    """The same slip twice on one line, as in `return f(x), f(z)`."""
    lines: dict[int, list[Edit]] = defaultdict(list)
    for edit in sorted(same, key=lambda e: e.cost):
        lines[edit.line].append(edit)
    for line, edits in lines.items():
        for one, two in combinations(edits[:MOST_PLACES], 2):
            yield Edit(max(one.cost, two.cost) + 0.6, line, kind, (*one.splices, *two.splices))
