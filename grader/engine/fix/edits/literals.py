"""Edits of a literal where it is written: a constant, a default or a field that a blamed line uses."""

import ast
import re
from collections.abc import Iterator, Sequence

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import Function, called_name, defaults, parameters
from ...source.tree import Tree
from ..code.canonical import TINY
from ..code.expanded_names import stored
from ..code.text import Edit, Text
from ..code.writing import unparsed
from ..edit_kinds import Kind
from .calls import is_literal
from .edit_places import used_names

DEEP = 3
"""How many assignments and helpers may lie between a literal and the line that uses it."""
SAYS_ITS_VALUE = re.compile(r"half|double|two|twice|third|inv|_one|one_|zero", re.IGNORECASE)
"""Names that say which value they stand for."""
LIMIT = re.compile(r"limit|clip|bound|max_|_max", re.IGNORECASE)
SMALL, WIDE, FEW, NAMED = 0.01, 500.0, 5, -0.1
SELDOM, RIGHT = 0.9, 1.3
"""Extra costs of a number that is seldom meant or that its name does not say, and of one in place of a
default that the right code has, too."""


def of_literals(exercise: Exercise, text: Text, tree: Tree, lines: Sequence[int]) -> Iterator[Edit]:
    """The other usual values of each literal outside of the blamed lines that flows into them."""
    read, constants = _reached(exercise, tree, lines), _constants(tree)
    numbers = [number for number in exercise.formula.numbers if not number.is_integer()]
    factors = {name for n in tree.nodes if isinstance(n, ast.BinOp | ast.AugAssign)
               if isinstance(n.op, ast.Mult | ast.Pow) for name in used_names(n)}  # fmt: skip
    passed = [k for call in tree.nodes if isinstance(call, ast.Call) for k in call.keywords]
    given = {(k.arg, not k.value.value) for k in passed if isinstance(k.value, ast.Constant)}
    tests = [n for n in tree.nodes if isinstance(n, ast.Compare)]
    for name, value, is_option in (*constants, *_options(exercise, tree, read)):
        if name not in read or (name, getattr(value, "value", 0)) in given:
            continue  # a call asks for the other value
        untrue, scales = SELDOM * bool(SAYS_ITS_VALUE.search(name)), name in factors
        untrue += RIGHT * (is_option and getattr(value, "value", None) in numbers)
        for other, extra in _others(text, value, numbers, is_option, bool(LIMIT.search(name))):
            neutral = SELDOM * (scales and other == "1.0")  # it is better removed
            splice = (*text.span(value), other)
            yield Edit(Kind.OTHER_LITERAL, value.lineno, (splice,), extra + untrue + neutral)
        for test in (t for t in tests if name == ast.unparse(t.left).removeprefix("self.")):
            if isinstance(getattr(test.comparators[0], "value", 0), str):
                splice = (*text.span(value), text.of(test.comparators[0]))
                yield Edit(Kind.OTHER_LITERAL, value.lineno, (splice,), NAMED)
        if isinstance(value, ast.Name):
            alike = (n for n, v, _ in constants if is_literal(v) and n not in (name, value.id))
            for other in alike if value.id in [n for n, *_ in constants] else ():
                yield Edit(Kind.OTHER_LITERAL, value.lineno, ((*text.span(value), other),), NAMED)
    yield from _exchanged(text, tree, read)


def _reached(exercise: Exercise, tree: Tree, lines: Sequence[int]) -> set[str]:
    """The names that the blamed lines read, and those from which these are computed."""
    statements = [s for line in lines if (s := tree.statement_at(line)) is not None]
    found = {name for s in statements for name in used_names(s)}
    here = [f for line in lines if (f := tree.function_at(line)) is not None]
    tests = [n.test for f in here for n in nodes_in([f]) if isinstance(n, ast.If)]
    found |= {f.name for f in here} | {name for test in tests for name in used_names(test)}
    functions = [f for f in tree.nodes if isinstance(f, Function) and f.name not in exercise.formula.headers]
    pairs = [pair for s in tree.nodes if isinstance(s, ast.stmt) for pair in stored(s)]
    takes = {f.name: [name for name in parameters(f) if name != "self"] for f in functions}
    for call in (n for n in tree.nodes if isinstance(n, ast.Call)):
        pairs += zip(takes.get(called_name(call.func), []), call.args, strict=False)
    for _ in range(DEEP):
        more = {name for f in functions if f.name in found for name in used_names(f)}
        values = [value for name, value in pairs if name.removeprefix("self.") in found]
        found |= more | {name for value in values for name in used_names(value)}
    return found


def _constants(tree: Tree) -> list[tuple[str, ast.expr, bool]]:
    """The names that the file and its classes assign, with their values; a field is an option."""
    owners = [n for n in tree.nodes if isinstance(n, ast.Module | ast.ClassDef)]
    return [
        (name, value, isinstance(s, ast.AnnAssign) and isinstance(owner, ast.ClassDef))
        for owner in owners for s in owner.body for name, value in stored(s)
    ]  # fmt: skip


def _options(exercise: Exercise, tree: Tree, read: set[str]) -> Iterator[tuple[str, ast.expr, bool]]:
    """The parameters of constructors and helpers that are not documented, with their defaults."""
    for function in (n for n in tree.nodes if isinstance(n, Function)):
        made, own = function.name == "__init__", function.name in exercise.takes
        most = len(exercise.constructor if made else exercise.takes[function.name] if own else ())
        documented = parameters(function)[:most]
        if made or own or function.name in read:
            options = (pair for pair in defaults(function).items() if pair[0] not in documented)
            yield from ((name, value, made) for name, value in options)


def _others(
    text: Text, value: ast.expr, numbers: Sequence[float], is_option: bool, is_limit: bool
) -> Iterator[tuple[str, float]]:
    """Other values that are usual in the place of one, each with its extra cost."""
    known = value.value if isinstance(value, ast.Constant) else None
    if isinstance(known, bool):
        yield str(not known), 0.0
    elif isinstance(value, ast.UnaryOp) and is_literal(value):
        yield text.of(value.operand), 0.0
    elif known is None and isinstance(value, ast.Constant):
        yield from ((unparsed(ast.Constant(number)), 0.0) for number in numbers if number > TINY)
        yield "0", 0.0  # as an axis
    elif isinstance(known, int):
        whole = [1 - known, 2] if known in (0, 1) else [1, 0] if known == 2 else []
        whole += [int(WIDE)] if is_limit and known > 2 else []
        yield from ((str(number), SELDOM * (number == 0 and known > 1)) for number in whole)
    elif isinstance(known, float) and known < SMALL:
        yield from ((unparsed(ast.Constant(n)), 0.0) for n in numbers if n <= TINY and n != known)
        yield from (("1.0", 0.0), ("2.0", 0.0)) if not known else ()
    elif isinstance(known, float):
        likely = [WIDE] * is_limit + [1.0, 2.0] + [SMALL] * (known >= 1) + [0.0] * is_option + [*numbers]
        usual = [n for n in dict.fromkeys(likely) if n != known and not 0 < n <= TINY]
        yield from ((unparsed(ast.Constant(number)), 0.0) for number in usual[:FEW])


def _exchanged(text: Text, tree: Tree, read: set[str]) -> Iterator[Edit]:
    """Exchange two literals that one line of the file or of a class assigns to two names."""
    owners = [n for n in tree.nodes if isinstance(n, ast.Module | ast.ClassDef)]
    for statement in (s for owner in owners for s in owner.body if isinstance(s, ast.Assign)):
        parts = statement.value.elts if isinstance(statement.value, ast.Tuple) else []
        names = {name for name, _ in stored(statement)}
        if len(parts) == 2 and all(map(is_literal, parts)) and names <= read:
            yield Edit(Kind.OTHER_LITERAL, statement.lineno, text.swapped(*parts), -0.1)
