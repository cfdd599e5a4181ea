"""Find what is all that is wrong: a number that code reads by name, a text that chooses, an order."""

import ast
from collections.abc import Callable, Sequence

from ....sandbox.parsing import parsed
from ...asking import answers
from ...asking.learner import Learner
from ...declaration.case import Case
from ...declaration.exercise import Method
from ...source.arguments import numbers_handed
from ...source.literals import assigned, lines_of_numbers_in, lines_of_numbers_read, texts_that_choose
from ...source.outline import Outline
from ...source.sequences import lines_of_sequences
from ...source.syntax import called_name, is_assignment, is_number, targets_of
from ...training.collaborators import method_is_right
from .value_replacement import Answer, Replaced, repairs

TINY = 1e-6


def respelled(
    learner: Learner, method: Method, case: Case, line: int | None,
    parse: Callable[[Replaced], Answer], wanted: Callable[[], Sequence[answers.Numbers]],
    inside: int | None = None,
) -> int | None:  # fmt: skip
    """The line of a literal that, written otherwise, gives one of the `wanted` answers.

    It is a number that code around the `line` reads by name, a text that chooses, a number in the helper
    with the line `inside`, or a sequence of functions that run in the wrong order.
    """
    outline = learner.outline
    asked = (learner, method.name, learner.requests.one(method.name, case), parse)
    for passed, at in numbers_handed(outline, line):
        if repairs(*asked, wanted(), [], numbers=passed, on_lines=at):
            return at[0]
    known = [k for k in learner.exercise.formula.numbers if k > TINY]  # 0 drops a term
    sizes = sorted({1.0, *known, *(1 / k for k in known)})
    around = line if outline.function_at(line) else outline.line_of_method(method.name)  # a lambda in a table
    uses = {"operand": sizes, "index": [0.0, 1.0, 2.0], "flag": [1.0], "limit": _limits(learner, method)}
    for use, tried in uses.items():
        written = [*lines_of_numbers_read(outline, around, use)] if tried else []
        if use == "limit":  # written as it is
            values = ((at, getattr(outline.statement_at(at), "value", None)) for at in written)
            written = [at for at, value in values if isinstance(value, ast.Constant)]
        answer = wanted() if written else []
        found = repairs(*asked, answer, [], numbers=tried, on_lines=written) if answer else []
        if found:
            return _blamed(learner, method, line, found[0].line, tried[0])
    written = lines_of_numbers_in(outline, inside) if inside else []
    others = [size for size in sizes if size != 1.0]  # a helper that does nothing would not be needed
    if written and (found := repairs(*asked, wanted(), [], numbers=others, on_lines=written)):
        return found[0].line
    places, names = texts_that_choose(outline)
    answer = wanted() if places else []
    found = repairs(*asked, answer, [], texts=names, on_lines=places) if answer else []
    ordered = lines_of_sequences(outline) if not found else []
    found = found or (repairs(*asked, wanted(), [], on_lines=ordered) if ordered else [])
    lines = (tried.line for tried in found)
    return next((at for at in lines if at in places or not _is_right_for_others(learner, method, at)), None)


def _limits(learner: Learner, method: Method) -> list[float]:
    """The tiny numbers in the right code of a method."""
    nodes = ast.walk(parsed(learner.exercise.formula.source({})))
    functions = (n for n in nodes if isinstance(n, ast.FunctionDef) and n.name == method.name)
    numbers = {n.value for function in functions for n in ast.walk(function) if is_number(n)}  # type: ignore[attr-defined]
    return sorted(float(number) for number in numbers if 0 < number <= TINY)


def _blamed(learner: Learner, method: Method, line: int | None, at: int, number: float) -> int:
    """The line `at` of a wrong constant or, if it is right for other uses, the `line` that uses it here.

    It is right for others if a right method reads it, or if another constant with the right number is an axis
    too, which the code here could have used.
    """
    outline = learner.outline
    local = outline.function_at(at) and not outline.is_inside(at, "__init__")
    if line is None or local or not _reads(outline, at):
        return at
    if _is_right_for_others(learner, method, at):
        return line
    axes = [n.value for n in outline.nodes.of(ast.keyword) if n.arg == "axis"]
    names = {called_name(axis) for axis in axes if isinstance(axis, (ast.Name, ast.Attribute))}
    same = (value for name, value in assigned(outline) if name in names and is_number(value))
    return line if any(value.value == number for value in same) else at  # type: ignore[attr-defined]


def _is_right_for_others(learner: Learner, method: Method, at: int) -> bool:
    """Whether another method, which is right, reads what the statement on a line assigns."""
    reads = _reads(learner.outline, at)
    others = (name for name in learner.written() if name not in (method.name, learner.training))
    using = (name for name in others if any(learner.outline.serves(read, name) for read in reads))
    return any(method_is_right(learner, name) for name in using)


def _reads(outline: Outline, at: int) -> list[int]:
    """The lines that read what the statement on a line assigns."""
    statement = outline.statement_at(at)
    if statement is None or not is_assignment(statement):
        return []
    names = {called_name(n) for t in targets_of(statement) for n in getattr(t, "elts", [t])}
    return [n.lineno for n in outline.nodes.named().reads() if called_name(n) in names]
