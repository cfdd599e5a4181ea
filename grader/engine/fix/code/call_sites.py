"""Find out what the calls in a text pass that nothing reads, and which of them only fill a list."""

import ast
from collections.abc import Collection, Iterator

from ....sandbox.parsing import nodes_in, parsed
from ...source.syntax import Function, called_name, parameters
from .text import Text

FILLS = ("append", "extend", "insert", "add")
"""Methods that add something to a list, and return nothing."""
SHOWS = ("print", "debug", "info", "warning", "log", "write")
"""Functions that show a value."""


def unread_parameters(
    whole: Text, function: Function, names: Collection[str]
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The parameters that a function does not read, each with its part of the text and what is passed for it.

    There is none if it cannot be told what is passed; `names` are those under which the function is called.
    """
    given, own, nodes = function.args, function.args.args, nodes_in([parsed(whole.source)])
    calls = [n for n in nodes if isinstance(n, ast.Call) and called_name(n.func) in names]
    every = [a for call in calls for a in (*call.args, *call.keywords)]
    bases = [base for n in nodes for base in getattr(n, "bases", ())]
    uses = [n for n in nodes if {getattr(n, "id", ""), getattr(n, "attr", "")} & {*names} and n not in bases]
    unclear = any(isinstance(a, ast.Starred) or getattr(a, "arg", "") is None for a in every)
    if unclear or len(uses) > len(calls) or given.vararg or given.kwonlyargs or given.kwarg:
        return
    read = {n.id for n in nodes_in([function]) if isinstance(n, ast.Name)}
    bound = len(own) - len(parameters(function))
    ends: list[ast.arg | ast.expr] = [*own[: len(own) - len(given.defaults)], *given.defaults]
    for k in (k for k in range(bound, len(own)) if own[k].arg not in read):
        cuts = [whole.part(ends if k else own, k)]
        for call in calls:
            row: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
            named = [at for at, part in enumerate(row) if getattr(part, "arg", "") == own[k].arg]
            cuts += [whole.part(row, at) for at in ([k - bound] if k - bound < len(call.args) else named)]
        yield own[k].arg, cuts


def only_fills(value: ast.expr) -> bool:
    """Whether a value is the None that filling a list or a set returns."""
    method = value.func if isinstance(value, ast.Call) else None
    filling = isinstance(method, ast.Attribute) and method.attr in FILLS
    return filling and ast.unparse(value).partition(".")[0] not in ("np", "numpy")
