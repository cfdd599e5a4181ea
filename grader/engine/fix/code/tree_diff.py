"""Compare two syntax trees part by part: what they assign, and where they differ."""

import ast
import copy
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ....sandbox.parsing import nodes_in, parsed, parsed_expression
from .canonical import copied, dumped
from .expanded_names import head_of, stored
from .operators import PRODUCT, rank
from .text import changes_between, lines_of
from .writing import Signed

Pair = tuple[ast.expr, ast.expr]
PLAIN = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Return)
BLOCKS = ("body", "orelse", "finalbody")
HEADS = {ast.If: "test", ast.While: "test", ast.For: "iter"}
WORDS = re.compile(r"\w+|[^\w\s]")


@lru_cache(maxsize=32)
def statements(source: str) -> list[ast.stmt]:
    """All statements of a text, outer ones first; shared by all callers, so nobody changes them."""
    found = [*parsed(source).body]
    for statement in found:
        for name in BLOCKS:
            found += getattr(statement, name, ())
        for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
            found += part.body
    return found


def expressions(node: ast.AST) -> list[ast.expr]:
    """The expressions in a node, itself first, without assignment targets."""
    found = [n for n in nodes_in([node]) if isinstance(n, ast.expr)]
    return [n for n in found if not isinstance(getattr(n, "ctx", None), ast.Store | ast.Del)]


def regions(
    source: str, text: str, own: Sequence[ast.stmt] = ()
) -> list[tuple[list[ast.stmt], list[ast.stmt]]]:
    """For each change of lines, the old and the new statements there; `own` are all of the new text's.

    Statements that are only indented otherwise are left out.
    """
    old, new = statements(source), own or statements(text)
    found, shift = [], 0
    for change in changes_between(source, text):
        count = len(lines_of(change.text))
        first = change.start + shift
        pair = _at(old, change.start, change.end), _at(new, first, first + count - 1)
        before, after = ([*map(dumped, some)] for some in pair)
        found.append((_other_than(after, pair[0]), _other_than(before, pair[1])))
        shift += count - (change.end - change.start + 1)
    return found


def _other_than(said: Sequence[str], found: Sequence[ast.stmt]) -> list[ast.stmt]:
    return [s for s in found if dumped(s) not in said]


def _at(found: Sequence[ast.stmt], first: int, last: int) -> list[ast.stmt]:
    return sorted((s for s in found if s.lineno <= last and last_line(s) >= first), key=lambda s: s.lineno)


def last_line(statement: ast.stmt) -> int:
    """The last line of a simple statement, or of the head of a compound one."""
    body = getattr(statement, "body", None)
    return max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno or 0


def new_statements(source: str, text: str, own: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The simple statements that a fix changes or adds; `own` are all statements of the text."""
    return [s for _, new in regions(source, text, own) for s in new if isinstance(s, PLAIN)]


def inside(own: Sequence[ast.stmt], statement: ast.stmt) -> list[ast.stmt]:
    """The other simple statements of the function around one; `own` are all statements of the text."""
    functions = [f for f in own if isinstance(f, ast.FunctionDef) and statement in nodes_in([f])]
    return [n for f in functions[-1:] for n in nodes_in([f]) if isinstance(n, PLAIN) and n is not statement]


def values(node: ast.expr) -> list[ast.expr]:
    """The expressions in another one that are values, not modules, models or called functions."""
    used = [n.func for n in nodes_in([node]) if isinstance(n, ast.Call)]
    owners = [n.value for n in nodes_in([node]) if isinstance(n, ast.Attribute)]
    used += [n for n in owners if isinstance(n, ast.Name)]
    return [n for n in expressions(node) if n is node or not any(n is other for other in used)]


def slots(statement: ast.stmt) -> list[tuple[str, ast.expr]]:
    """The expressions of a statement that may be replaced, each with a name for its role."""
    kind = type(statement)
    if kind in HEADS:
        return [(kind.__name__, getattr(statement, HEADS[kind]))]
    value: ast.expr | None = getattr(statement, "value", None)
    if not isinstance(statement, PLAIN) or value is None:
        return []
    if isinstance(statement, ast.AugAssign | ast.AnnAssign):
        return [(ast.unparse(statement.target), value)]
    if not isinstance(statement, ast.Assign):
        called = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
        return [("return" if isinstance(statement, ast.Return) else f"{called}()", value)]
    target = statement.targets[0]
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        return [(ast.unparse(t), v) for t, v in zip(target.elts, value.elts, strict=True)]
    return [(ast.unparse(target), value)]


def target_of(statement: ast.stmt) -> str:
    """What a statement makes: a name, `return`, `call`, or what a loop or a condition has in its head."""
    if isinstance(statement, ast.Return):
        return "return"
    if isinstance(statement, ast.AugAssign):
        return f"{ast.unparse(statement.target)} -="
    if isinstance(statement, ast.Expr):
        return "call"
    if heads := head_of(statement):
        return heads[0][0]
    names = [name for name, _ in stored(statement)]
    return names[0] if len(names) == 1 else ""


def wholes_of(statement: ast.stmt) -> list[ast.expr]:
    """The expressions of a statement that can be replaced as a whole."""
    heads = [head for _, head in head_of(statement)]
    value = heads[0] if heads else getattr(statement, "value", None)
    if value is None:
        return []
    given = value.args if isinstance(value, ast.Call) else []
    if isinstance(statement, ast.Expr):
        return given
    return [value, *(value.elts if isinstance(value, ast.Tuple) else given if len(given) == 1 else [])]


def as_in(own: ast.stmt, new: ast.stmt) -> list[ast.expr]:
    """The slots' expressions of a new statement, converted to the kind of the learner's; [] if impossible."""
    values = [value for _, value in slots(new)]
    if isinstance(own, ast.AugAssign):
        if isinstance(new, ast.AugAssign):
            return values if type(new.op) is type(own.op) else []
        inner = values[0] if len(values) == 1 else None
        same = isinstance(inner, ast.BinOp) and type(inner.op) is type(own.op)
        return [inner.right] if same and ast.unparse(inner.left) == ast.unparse(own.target) else []  # type: ignore
    if isinstance(new, ast.AugAssign):
        target = parsed_expression(ast.unparse(new.target))
        return [ast.BinOp(target, new.op, new.value)] if isinstance(own, ast.Assign | ast.AnnAssign) else []
    return values


def differing(one: ast.AST, other: ast.AST) -> list[Pair] | None:
    """The smallest expressions in which two trees differ, as pairs; None if their forms differ too much."""
    if dumped(one) == dumped(other):
        return []
    if isinstance(one, ast.BinOp) and isinstance(other, ast.BinOp) and isinstance(one.op, ast.Add | ast.Mult):
        crossed = [(one.left, other.right), (one.right, other.left)]
        apart = [pair for pair in crossed if dumped(pair[0]) != dumped(pair[1])]
        if type(one.op) is type(other.op) and len(apart) == 1:  # the sides are only exchanged
            return differing(*apart[0])
    ones, others = list(ast.iter_child_nodes(one)), list(ast.iter_child_nodes(other))
    if type(one) is type(other) and _plain(one) == _plain(other) and len(ones) == len(others):
        inner = [differing(a, b) for a, b in zip(ones, others, strict=True)]
        other_call = isinstance(one, ast.Call) and bool(inner[0]) and any(inner[1:])
        if all(pairs is not None for pairs in inner) and not other_call:
            return [pair for pairs in inner for pair in pairs or ()]
    return [(one, other)] if isinstance(one, ast.expr) and isinstance(other, ast.expr) else None


def _plain(node: ast.AST) -> list[object]:
    """The plain fields of a node, without those that hold other nodes or lists."""
    values = [value for _, value in ast.iter_fields(node)]
    return [v for v in values if not isinstance(v, ast.AST | list)]


def replaced(node: ast.AST, old: ast.expr, new: ast.expr) -> ast.AST:
    """A copy of a tree with one node replaced."""
    if node is old:
        return new
    found = copy.copy(node)
    for field, child in ast.iter_fields(node):
        if isinstance(child, ast.AST):
            setattr(found, field, replaced(child, old, new))
        elif isinstance(child, list):
            parts = [replaced(c, old, new) if isinstance(c, ast.AST) else c for c in child]
            setattr(found, field, parts)
    return found


def is_part(one: ast.expr, other: ast.expr) -> bool:
    """Whether an expression occurs unchanged in another one."""
    wanted = dumped(one)
    return any(dumped(node) == wanted for node in expressions(other))


def distance(one: str, other: str) -> int:
    """The number of words and signs that two texts do not have in common."""
    ones, others = WORDS.findall(one), WORDS.findall(other)
    same = SequenceMatcher(None, ones, others, autojunk=False).get_matching_blocks()
    return len(ones) + len(others) - 2 * sum(block.size for block in same)


def without_needless_brackets(statement: str, known: str) -> str:
    """A statement without needless parentheses, except those that the known text has too."""
    for start, end in _brackets(statement):
        inner = statement[start + 1 : end]
        if re.search(rf"(?<![\w)\]]){re.escape(statement[start : end + 1])}", known):
            continue  # the known text has these, and not as a call
        found = f"{statement[:start]}{inner}{statement[end + 1 :]}"
        same = _dump(found) == _dump(statement) is not None
        if same and _is_closed(inner, statement[:start], statement[end + 1 :]):
            return without_needless_brackets(found, known)
    return statement


def _is_closed(inner: str, before: str, after: str) -> bool:
    """Whether the text in parentheses is an atom, a statement's whole value, or a product that begins it."""
    try:
        node = parsed_expression(inner.strip())
    except SyntaxError:
        return False
    first = before.rstrip()[-1:] == "=" or before.strip() == "return"
    if before.rstrip()[-1:] == "-" and before.rstrip()[-2:-1] in ("(", "=", ",", " "):
        return isinstance(node, ast.BinOp) and rank(node) == PRODUCT
    if first and isinstance(node, ast.UnaryOp):
        return True
    product = "(" in inner and isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div)
    return (first and (product or not after.strip())) or isinstance(
        node, ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.Constant
    )


def _dump(statement: str) -> str | None:
    try:
        return dumped(Signed().visit(copied(parsed(statement))))
    except SyntaxError:
        return None


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            yield opened.pop(), at
