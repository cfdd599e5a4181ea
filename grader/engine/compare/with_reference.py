"""Compare the submission with the reference, method by method: the code and what it returns."""

import ast
import re
from collections.abc import Mapping

import numpy as np

from ...comparison import Code, Comparison, MethodComparison
from ...sandbox.client import Sandbox
from ...submission import Submission
from ...verdict import Status
from ..declaration.drawn_cases import Cases
from ..declaration.exercise import Exercise
from ..source.outline import Outline
from ..source.syntax import called_name
from .methods import RIGHT_ITSELF, Told, TrainingCompared, method_told

Loaded = tuple[Sandbox, Submission]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def compared_names(exercise: Exercise) -> dict[str, str]:
    """The names that select a method for comparison: its own name and those of its steps."""
    by_step = {step: method.name for method in exercise.methods for step in method.steps}
    return {method.name: method.name for method in exercise.methods} | by_step


@np.errstate(all="ignore")  # the numbers of a wrong submission may overflow
def compare(
    exercise: Exercise,
    own: Loaded,
    reference: Loaded,
    statuses: Mapping[str, Status],
    seed: int,
    method: str | None = None,
) -> Comparison:
    """Compare one method, or all of them, with the reference's."""
    cases, comparisons = Cases(exercise, seed), list[MethodComparison]()
    curves: dict[str, tuple[float, ...]] = {}
    for name in [method] if method else exercise.takes:
        result: Told
        declared = exercise.method(name)
        if statuses[declared.step] == "todo":
            result = "todo", ("is not written yet",)
        elif name == exercise.training:
            passes = statuses[declared.step] == "passed"
            training = TrainingCompared(own[0], reference[0], cases, passes=passes)
            result, curves = _training_told(training), training.curves()
        else:
            result = method_told(own[0], reference[0], cases, declared)
            if result[0] == "differs" and statuses[declared.step] == "passed":
                result = "differs", (*result[1], RIGHT_ITSELF.format(name))
        codes = [method_code(exercise, file.source, file.path, name) for _, file in (own, reference)]
        comparisons.append(MethodComparison(name, *result, *codes))
    return Comparison(tuple(comparisons), curves, cases.seed)


def _training_told(training: TrainingCompared) -> Told:
    """The result for the training, with the time of an epoch if it does the same work as the reference."""
    standing, said = training.result()
    time = training.epoch_time() if standing == "agrees" or training.passes else ""
    return standing, (*said, time) if time else said


# -- the code, which is read, never run


def method_code(exercise: Exercise, source: str, path: str, method: str) -> Code:
    """The code of one method and its helpers; without lines if the text does not define the method."""
    outline = Outline(source, exercise)
    function = outline.function(method)
    if function is None:
        return Code(path)
    lines = re.split(r"\r\n|\r|\n", source)
    text = _text(function, lines)
    for helper in _helpers(function, outline):
        text += ["", *_text(helper, lines)]
    return Code(f"{path}:{function.lineno}", tuple(text))


def _text(function: Function, lines: list[str]) -> list[str]:
    """The lines of a function without its docstring, dedented."""
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    left_out = _docstring_lines(function)
    kept = [n for n in range(first, (function.end_lineno or first) + 1) if n not in left_out]
    return [_dedented(lines[number - 1], function.col_offset).rstrip() for number in kept]


def _docstring_lines(function: Function) -> range:
    """The lines that contain only the docstring; none if it is the whole body."""
    start, *rest = function.body
    if ast.get_docstring(function, clean=False) is None or not rest:
        return range(0)
    alone = start.lineno > function.lineno and (start.end_lineno or 0) < rest[0].lineno
    return range(start.lineno, (start.end_lineno or 0) + 1) if alone else range(0)


def _dedented(line: str, columns: int) -> str:
    return line[columns:] if not line[:columns].strip() else line


def _helpers(function: Function, outline: Outline) -> list[Function]:
    """The functions of the file that a method calls, and those that they call, in that order."""
    found, within = list[Function](), [*ast.walk(function)]
    ahead: list[Function] = [function]
    while ahead:
        for name in _called(ahead.pop(0)):
            helper = outline.function(name)
            if helper is None or name in outline.graded or helper in found or helper in within:
                continue
            found.append(helper)
            ahead.append(helper)
    return found


def _called(function: Function) -> list[str]:
    """The names that a function calls: `name(...)` and `anything.name(...)`."""
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return list(dict.fromkeys(map(called_name, calls)))
