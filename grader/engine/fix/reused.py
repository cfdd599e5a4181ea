"""Call a function that the learner has already, where a fix computes just what it returns."""

import ast
from collections.abc import Iterator, Mapping, Sequence

from .edit_places import Function
from .text import Text
from .tree_diff import expressions, new_statements, statements

LARGE = (ast.BinOp, ast.Call)
"""A function that returns fewer than two of these is not worth a call."""


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
