"""What a twist asks for: its expressions, put in at the learner's definition of what they are of."""

import ast
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from ...sandbox.parsing import parsed_expression
from ..exercise import Exercise
from ..source.syntax import called_name
from .meaning import Env, filled, stored, walk
from .text import Edit
from .writing import unparsed

if TYPE_CHECKING:
    from .rewrite import Rewriting

LARGE = (ast.BinOp, ast.Call)
WRAPPED = 0.3
PLAIN = (
    "sum",
    "mean",
    "dot",
    "matmul",
    "outer",
    "einsum",
    "vdot",
    "inner",
    "len",
    "float",
    "reshape",
    "append",
)


def asked(exercise: Exercise) -> Iterator[ast.expr]:
    """The expressions that a twist asks for."""
    for text in exercise.twist.right.values() if exercise.twist is not None else ():
        with suppress(SyntaxError):  # it is no expression
            yield parsed_expression(text.strip())


def asked_parts(exercise: Exercise, env: Env) -> set[str]:
    """The same with their parts, as dumps, with names filled in."""
    return {
        ast.dump(node)
        for whole in asked(exercise)
        for node in ast.walk(filled(whole, env))
        if isinstance(node, LARGE)
    }


def around_definitions(rewriting: "Rewriting") -> Iterator[Edit]:
    """`error = p - y` as `error = f(p - y)`, where what is asked for is an `f` of that."""
    env, rows = rewriting.right_env, rewriting.rows

    def meaning(node: ast.expr, own: Env) -> str:
        return rewriting.meanings.of(node, own, rows)

    names_of = {w: [n for n in ast.walk(w) if isinstance(n, ast.Name) and n.id in env]
                for w in asked(rewriting.exercise)}  # fmt: skip
    for statement in walk(rewriting.function.body):
        pairs = stored(statement) if isinstance(statement, ast.Assign) else []
        value = pairs[0][1] if len(pairs) == 1 else None
        if value is None:
            continue
        own = rewriting.env(statement.lineno)
        for whole, names in names_of.items():
            once = len(names) == 1 or (isinstance(value, ast.Name) and len({n.id for n in names}) == 1)
            if (
                once
                and not _is_changed(rewriting, pairs[0][0])
                and meaning(names[0], env) == meaning(value, own)
            ):
                new = unparsed(filled(whole, {names[0].id: value}))
                yield Edit(WRAPPED, statement.lineno, "asked", ((*rewriting.text.span(value), new),))


def _is_changed(rewriting: "Rewriting", name: str) -> bool:
    """Whether the method makes something else of what has this name, by a function or a comparison."""
    return any(
        isinstance(node, ast.Call | ast.Compare)
        and not (isinstance(node, ast.Call) and called_name(node.func) in PLAIN)
        and any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(node))
        for node in ast.walk(rewriting.function)
    )
