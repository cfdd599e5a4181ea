"""The learner's own value in the call that the right method has around it, without what kept it from 0."""

import ast
from collections.abc import Collection, Iterator
from itertools import pairwise

from ...sandbox.parsing import parsed_expression
from ..source.syntax import called_name
from .canonical import TINY, is_tiny
from .expanded_names import stored, walk
from .leftovers import WORD
from .named_numbers import constants
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
    """The names of tiny numbers: of the file, of the model, of the function and its parameters."""
    given = list(constants(rewriting.tree, rewriting.place))
    body = [pair for s in walk(rewriting.function.body) for pair in stored(s)]
    local = {name for name, value in body if is_tiny(value)}
    return local | {name for number, name in given if 0 < number <= TINY}


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
        own = [value.func.value] if method and isinstance(value.func, ast.Attribute) else []
        kept = [a for a in (*own, *value.args) if not (is_tiny(a) or ast.unparse(a) in names)]
        if kept and len(kept) <= len(value.args) - (not own):
            value = kept[0]
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
