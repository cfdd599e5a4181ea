"""Add a column of ones for the bias to the learner's own matrix, and split the solution."""

import ast
from collections.abc import Iterator

from ...sandbox.parsing import nodes_in
from .expanded_names import stored, walk
from .rewrite import Rewriting
from .text import Edit, Splice

COST = 0.4
MATRIX, SOLUTION = ("A", "design"), ("theta", "solution")
"""Names for values that have none yet; the first unused one is taken."""


def with_ones(rewriting: Rewriting) -> Iterator[Edit]:
    """`u = f(A)` and `v = 0.0` as `theta = f(A)`, `u = theta[:-1]` and `v = theta[-1]`, with ones in `A`."""
    text, taken, rows = rewriting.text, rewriting.place.names, rewriting.rows
    joined = next((v for _, v in rewriting.values if isinstance(v, ast.Call) and _is_joined(v, rows)), None)
    weights, bias = [f"self.{name}" for name in rewriting.exercise.parameters][:2] or ("", "")
    given = {name: s for s in walk(rewriting.function.body) if isinstance(s, ast.Assign)
             and len(pairs := stored(s)) == 1 for name, _ in pairs}  # fmt: skip
    solved, other = given.get(weights), given.get(bias)
    name = next((n for n in SOLUTION if n not in taken), "")
    if joined is None or solved is None or not name or text.whole_lines(solved) is None:
        return
    if other is not None and not isinstance(other.value, ast.Constant):
        return
    if isinstance(solved.value, ast.Name):
        name, (start, end) = solved.value.id, text.span(solved.value)
        splices: list[Splice] = [(start, end, f"{name}[:-1]")]
    else:
        (start, end), behind = text.span(solved.targets[0]), text.span(solved)[1]
        new = f"{text.newline}{text.margin(solved)}{weights} = {name}[:-1]"
        splices = [(start, end, name), (behind, behind, new)]
    if other is not None and other.lineno > solved.lineno:
        splices.append((*text.span(other.value), f"{name}[-1]"))
    else:
        splices += text.behind(solved, f"{bias} = {name}[-1]")
        gone = text.whole_lines(other) if other is not None else None
        splices += [(*gone, "")] if gone is not None else []
    design = rewriting.written(joined, rewriting.known(0))
    yield Edit(COST, solved.lineno, "with ones", (*splices, *_matrix(rewriting, design, solved)))


def _is_joined(value: ast.Call, rows: list[str]) -> bool:
    """Whether an expression adds ones after the columns of an argument."""
    parts = value.args[0].elts if value.args and isinstance(value.args[0], ast.List) else []
    return bool(parts) and isinstance(parts[0], ast.Name) and parts[0].id in rows


def _matrix(rewriting: Rewriting, design: str, solved: ast.Assign) -> Iterator[Splice]:
    """The edit that adds ones to the learner's matrix; a new matrix, if they use the data directly."""
    text, data = rewriting.text, rewriting.rows[0]
    body = [s for s in walk(rewriting.function.body) if s.lineno <= solved.lineno]
    for s in body:
        used = {n.id for n in nodes_in([s]) if isinstance(n, ast.Name) and n.id in rewriting.rows}
        made = isinstance(s, ast.Assign) and isinstance(s.targets[0], ast.Name) and s is not solved
        if isinstance(s, ast.Assign) and made and used == {data} and isinstance(s.value, ast.Call | ast.Name):
            yield (*text.span(s.value), design)
            return
    name = next((n for n in MATRIX if n not in rewriting.place.names), data)
    yield from text.at_start(rewriting.function, f"{name} = {design}")
    shaped = {
        id(n.value) for s in body for n in nodes_in([s]) if isinstance(n, ast.Attribute) and n.attr == "shape"
    }
    uses = [n for s in body for n in nodes_in([s]) if isinstance(n, ast.Name) and n.id == data]
    yield from ((*text.span(n), name) for n in uses if id(n) not in shaped)
