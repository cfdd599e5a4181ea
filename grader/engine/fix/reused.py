"""Use what the learner has already: a line that is commented out, a function that computes just that."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import dedent

from ...sandbox.parsing import parsed
from .edit_places import Function, Place
from .expanded_names import stored
from .text import Edit, Splice, Text
from .tree_diff import expressions, new_statements, statements

COMMENT = re.compile(r"([ \t]+)# ?(\s*\S.*)")
COST = -1.0
"""Cost of code that the learner has already written; no finding blames a comment."""
LARGE = (ast.BinOp, ast.Call)
"""A function that returns fewer than two of these is not worth a call."""


def uncommented(text: Text, place: Place) -> Iterator[Edit]:
    """Bring back lines of code in comments, also in place of the line beside them that stores the same."""
    function = place.function
    last = (function.end_lineno or 0) if function is not None else 0
    numbers = range(function.lineno + 1 if function is not None else 1, last + 1)
    found = {n: m for n in numbers if (m := COMMENT.fullmatch(text.lines[n - 1].rstrip()))}
    for _, run in groupby(found, key=lambda n: n - list(found).index(n)):
        several = list(run)
        for some in dict.fromkeys([tuple(several), *((n,) for n in several)]):
            body = _code("".join(f"{found[n][2]}\n" for n in some))
            margin = found[some[0]][1]
            splices = [_whole(text, n, f"{margin}{found[n][2]}") for n in some]
            if not body:
                continue
            yield Edit(COST, some[0], "uncomment", tuple(splices))
            names = {name for s in body for name, _ in stored(s)}
            beside = [s for s in place.statements if s.lineno in (some[0] - 1, some[-1] + 1)
                      and names & {name for name, _ in stored(s)}]  # fmt: skip
            gone = [(*lines, "") for s in beside if (lines := text.whole_lines(s)) is not None]
            if gone:
                yield Edit(COST, some[0], "uncomment", (*splices, *gone))


def _code(lines: str) -> list[ast.stmt]:
    """The statements in some lines; none if they may be prose."""
    try:
        body = parsed(dedent(lines)).body
    except (SyntaxError, ValueError):
        return []
    plain = all(isinstance(s, ast.Assign | ast.AugAssign | ast.Return) or
                (isinstance(s, ast.Expr) and isinstance(s.value, ast.Call)) for s in body)  # fmt: skip
    return body if plain else []


def _whole(text: Text, number: int, new: str) -> Splice:
    start = text.starts[number - 1]
    return start, start + len(text.lines[number - 1].rstrip("\r\n")), new


def with_helpers(source: str, text: str) -> Iterator[str]:
    """The text with a call where a new statement computes what a function of the file returns."""
    whole, own = Text(text), statements(text)
    helpers = list(_helpers(own))
    for statement in new_statements(source, text, own) if helpers else ():
        for node in expressions(statement):
            for function, value, call in helpers:
                if type(value) is not type(node) or any(statement is s for s in ast.walk(function)):
                    continue
                names = [a.arg for a in function.args.args if a.arg not in ("self", "cls")]
                given: dict[str, ast.expr] = {}
                if _fits(value, node, names, given) and set(given) == set(names) and call:
                    arguments = ", ".join(whole.of(given[name]) for name in names)
                    yield whole.edited([(*whole.span(node), f"{call}({arguments})")]) or text


def _helpers(own: Sequence[ast.stmt]) -> Iterator[tuple[Function, ast.expr, str]]:
    """The functions that only return an expression, with it and with how they are called."""
    members = {f for c in own if isinstance(c, ast.ClassDef) for f in c.body}
    for function in (s for s in own if isinstance(s, ast.FunctionDef)):
        body = function.body[ast.get_docstring(function) is not None :]
        value = body[0].value if len(body) == 1 and isinstance(body[0], ast.Return) else None
        marks = {ast.unparse(d) for d in function.decorator_list}
        owned = marks == {"staticmethod"} or (
            not marks and [a.arg for a in function.args.args][:1] == ["self"]
        )
        plain = not (function.args.vararg or function.args.kwonlyargs or function.args.kwarg)
        large = value is not None and sum(isinstance(n, LARGE) for n in ast.walk(value)) > 1
        if value is not None and large and plain and function.name[:2] != "__":
            if function in members and owned:
                yield function, value, f"self.{function.name}"
            elif function not in members and not marks:
                yield function, value, function.name


def _fits(value: object, node: object, names: Sequence[str], given: dict[str, ast.expr]) -> bool:
    """Whether an expression is another one with its names replaced; what they stand for is added."""
    if isinstance(value, ast.Name) and value.id in names:
        known = given.setdefault(value.id, node)  # type: ignore[arg-type]
        return isinstance(node, ast.expr) and ast.dump(known) == ast.dump(node)
    if isinstance(value, list) and isinstance(node, list):
        return len(value) == len(node) and all(
            _fits(a, b, names, given) for a, b in zip(value, node, strict=True)
        )
    if isinstance(value, ast.AST) and isinstance(node, ast.AST):
        parts: list[Mapping[str, object]] = [dict(ast.iter_fields(n)) for n in (value, node)]
        return type(value) is type(node) and all(
            _fits(part, parts[1].get(key), names, given) for key, part in parts[0].items()
        )
    return value == node
