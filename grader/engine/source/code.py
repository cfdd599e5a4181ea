"""The source text of a method and of the helpers that it calls. The code is read, never run."""

import ast
import re

from ...comparison import Code
from ..exercise import Exercise
from .outline import Outline
from .syntax import called_name

Function = ast.FunctionDef | ast.AsyncFunctionDef


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
