"""The learner's own value in the call that the right method has around it, without what kept it from 0."""

import ast
from collections.abc import Collection, Iterator
from itertools import pairwise

from ...sandbox.parsing import parsed_expression
from ..source.syntax import called_name
from .canonical import is_tiny
from .expanded_names import stored, walk
from .leftovers import WORD
from .rewrite import Rewriting
from .text import Edit, Splice, Text

COST = 0.7
LIMITED = ("clip", "maximum")
"""Functions that keep their first argument from 0 with a tiny number."""


def guarded(rewriting: Rewriting) -> Iterator[Edit]:
    """`s = sqrt(v + 1e-8)` as `s = where(c, 1.0, sqrt(v))`, where the right value is such a `where`.

    So is what a helper returns, in which keywords may be left out that the right value has not.
    """
    text, right_values = rewriting.text, dict(rewriting.values)
    for statement in walk(rewriting.function.body):
        pairs = stored(statement) if isinstance(statement, ast.Assign) else []
        name, value = pairs[0] if len(pairs) == 1 else ("", None)
        rights = [right_values[name]] if name in right_values else []
        if rewriting.helper and isinstance(statement, ast.Return):
            value, rights = statement.value, list(right_values.values())
        if value is None or isinstance(value, ast.Name | ast.Constant):
            continue
        known = rewriting.known(statement.lineno)
        for right in rights:
            if isinstance(right, ast.Call) and len(right.args) > 1 and not right.keywords:
                given = [rewriting.written(a, known) for a in right.args[:-1]]
                head, (start, end) = ast.unparse(right.func), text.span(value)
                usual = {k.arg for n in ast.walk(right) if isinstance(n, ast.Call) for k in n.keywords}
                plain = without_tiny(text, value, _tiny(rewriting))
                for own in dict.fromkeys((plain, _without_keywords(plain, usual), text.source[start:end])):
                    new = f"{head}({', '.join([*given, own])})"
                    if not rewriting.unknown & set(WORD.findall(new)):
                        yield Edit(COST, statement.lineno, "guard", ((start, end, new),))


def _tiny(rewriting: Rewriting) -> set[str]:
    """The names of tiny numbers: constants of the file, locals, and defaults of parameters."""
    given = rewriting.function.args
    defaults = zip(reversed(given.args), reversed(given.defaults), strict=False)
    pairs = [(a.arg, value) for a, value in defaults]
    body = [*rewriting.tree.tree.body, *walk(rewriting.function.body)]
    return {name for name, value in [*pairs, *(p for s in body for p in stored(s))] if is_tiny(value)}


def _without_keywords(value: str, usual: Collection[str | None]) -> str:
    """An expression without the keywords that are not usual."""
    text = Text(value)
    gone: list[Splice] = []
    for call in (n for n in ast.walk(parsed_expression(value)) if isinstance(n, ast.Call)):
        parts = [*call.args, *(k.value for k in call.keywords)]
        pairs = [(one, k) for one, two in pairwise(parts) for k in call.keywords if k.value is two]
        for before, keyword in pairs:
            if keyword.arg not in usual:
                gone.append((text.span(before)[1], text.span(keyword.value)[1], ""))
    return text.edited(gone) or value


def without_tiny(text: Text, value: ast.expr, names: Collection[str] = ()) -> str:
    """An expression as it is written, without the tiny numbers that are added in it; `names` are such."""
    if isinstance(value, ast.Call) and called_name(value.func) in LIMITED:
        method = isinstance(value.func, ast.Attribute) and ast.unparse(value.func.value) != "np"
        first = value.func.value if method and isinstance(value.func, ast.Attribute) else value.args[0]
        if any(is_tiny(a) or ast.unparse(a) in names for a in value.args):
            value = first
    start, end = text.span(value)
    gone: list[Splice] = []
    for node in ast.walk(value):
        if (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Add)
            and (is_tiny(node.right) or ast.unparse(node.right) in names)
        ):
            gone.append((text.span(node.left)[1] - start, text.span(node.right)[1] - start, ""))
    return Text(text.source[start:end]).edited(gone) or ""
