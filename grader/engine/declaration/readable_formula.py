"""Write a method of the formula as a person would, and compare the right version with a wrong one."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from textwrap import indent

from ...sandbox.parsing import parsed
from .formula import Edits, Formula

LONGEST = 78
A_NUMBER = "0.5"
_TUPLE = re.compile(r"(return |[\w.]+, [\w.]+ = )\((.*, .*)\)$")


def compared(formula: Formula, edits: Edits, kept: Sequence[str], constant: str) -> list[str]:
    """Every method that the edits change, as a diff: `-` marks wrong lines, `+` right ones, a space both.

    Args:
        formula: the right code.
        edits: the mistake.
        kept: names of results that the exercise uses; they are never inlined into another expression.
        constant: the placeholder for a number that the learner chose.
    """
    filled = {slot: text.replace(constant, A_NUMBER) for slot, text in edits.items()}
    found: list[str] = []
    for name in formula.headers:
        if formula.lines_of(name, filled) == formula.lines_of(name, {}):
            continue
        wrong, right = (written(formula, name, some, kept) for some in (filled, {}))
        for what, i, j, k, m in SequenceMatcher(None, wrong, right, autojunk=False).get_opcodes():
            found += [f"{' ' if what == 'equal' else '-'} {line}" for line in wrong[i:j]]
            found += [f"+ {line}" for line in right[k:m] if what != "equal"]
    return found


def written(formula: Formula, name: str, edits: Edits, kept: Sequence[str]) -> list[str]:
    """The lines of one method, without the names and factors that exist only for the slots."""
    body = indent("\n".join(formula.lines_of(name, edits)), "    ")
    tree = parsed(f"def {formula.headers[name]}:\n{body}")
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    for simple in (True, False):
        while (inlined := _inline_one(function, kept, simple)) is not None:
            function = inlined
    function = ast.fix_missing_locations(_Plain().visit(function))
    _shapes(function)
    return [_TUPLE.sub(r"\1\2", line) for line in ast.unparse(function).splitlines()]


class _Plain(ast.NodeTransformer):
    """Removes factors and divisors of one."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, (ast.Mult, ast.Div)) and _is_one(node.right):
            return node.left
        return node.right if isinstance(node.op, ast.Mult) and _is_one(node.left) else node


def _is_one(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value == 1


class _Put(ast.NodeTransformer):
    """Replaces a name with an expression."""

    def __init__(self, name: str, value: ast.expr) -> None:
        self.name, self.value = name, value

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.value if node.id == self.name and isinstance(node.ctx, ast.Load) else node


def _uses(function: ast.FunctionDef) -> tuple[Counter[str], Counter[str]]:
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    read = Counter(node.id for node in names if isinstance(node.ctx, ast.Load))
    return read, Counter(node.id for node in names if not isinstance(node.ctx, ast.Load))


def _inline_one(function: ast.FunctionDef, kept: Sequence[str], other_names: bool) -> ast.FunctionDef | None:
    """Inline one local: if `other_names` an alias or constant, else one read at most once; None if none."""
    read, stored = _uses(function)
    for at, statement in enumerate(function.body):
        if not (isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)):
            continue
        name, value = statement.targets[0].id, statement.value
        if other_names and not isinstance(value, (ast.Name, ast.Constant)):
            continue
        if name in kept or stored[name] != 1 or (read[name] > 1 and not other_names):
            continue
        if isinstance(value, ast.Name) and stored[value.id] > 1:
            continue  # it may have another value by then
        if any(isinstance(later, (ast.For, ast.While, ast.AugAssign)) for later in function.body[at:]):
            continue
        again = parsed(ast.unparse(function)).body[0]
        assert isinstance(again, ast.FunctionDef)
        del again.body[at]
        _Put(name, value).visit(again)
        if again.body and all(len(line) <= LONGEST for line in ast.unparse(again).splitlines()):
            return again
    return None


def _shapes(function: ast.FunctionDef) -> None:
    """Replace `n, d = X.shape` if only one of the two sizes is used, or none."""
    read, _ = _uses(function)
    function.body = [new for statement in function.body for new in _asked(statement, read)] or [ast.Pass()]


def _asked(statement: ast.stmt, read: Counter[str]) -> Iterator[ast.stmt]:
    text = ast.unparse(statement)
    if text != "n, d = X.shape" or (read["n"] and read["d"]):
        yield statement
    elif read["n"] or read["d"]:
        yield parsed("n = len(X)" if read["n"] else "d = X.shape[1]").body[0]
