"""Inspect a loaded file: its class, the methods, how they can be called, and which are still empty."""

import dis
import inspect
import sys
from types import FrameType, FunctionType
from typing import Any
from warnings import formatwarning  # bound now: a submission may patch it later

from ..describe import kinds, number

STARS: dict[Any, str] = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
NAMED = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.POSITIONAL_ONLY)
IDLE = {"RESUME", "COPY_FREE_VARS", "NOP", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE", "RETURN_GENERATOR"}


def members(found: Any, wanted: dict[str, list[str]], source: str) -> dict[str, Any]:
    """Facts about the graded name and its methods.

    Args:
        found: the object with that name, None if there is none.
        wanted: the parameters of each method, by its name.
        source: the text of the file.

    Returns:
        `class` (missing, class or callable); also `methods` and `line` for a class; its type `is` if missing.
    """
    if found is None or not callable(found):
        return {"class": "missing", "is": type(found).__name__[:60]}
    if type not in kinds(found):
        return {"class": "callable"}
    methods = {name: method_facts(getattr(found, name, None), source) for name in wanted}
    return {"class": "class", "methods": methods, "line": _line_of_class(found)}


def method_facts(method: Any, source: str) -> dict[str, Any]:
    """Whether a method exists and is bare (only a docstring), its parameters and numeric defaults."""
    if method is None:
        return {"there": False}
    function = _unwrapped(getattr(method, "__func__", method))
    facts: dict[str, Any] = {"there": True, "bare": False, "defaults": {}}
    if isinstance(function, FunctionType):
        facts["bare"] = _bare(function, source)
    if method is object.__init__:  # to find that out, Python parses a text, which takes 5 ms
        return facts | {"parameters": ["*args", "**kwargs"], "required": ["self"]}
    try:
        parameters = list(inspect.signature(method).parameters.values())
    except (TypeError, ValueError):
        return facts
    facts["parameters"] = [STARS.get(p.kind, "") + p.name for p in parameters if p.name != "self"]
    facts["required"] = [p.name for p in parameters if p.default is p.empty and p.kind in NAMED]
    facts["defaults"] = {p.name: found[0] for p in parameters if (found := number(p.default))}
    return facts


def _unwrapped(function: Any) -> Any:
    """The function inside its wrappers; `function` itself if the wrappers form a cycle."""
    try:
        return inspect.unwrap(function)
    except ValueError:
        return function


def _bare(function: FunctionType, source: str) -> bool:
    if any(dis.opname[operation] not in IDLE for operation in function.__code__.co_code[::2]):
        return False
    lines = source.splitlines()[function.__code__.co_firstlineno - 1 :]
    end = max((line for _, _, line in function.__code__.co_lines() if line), default=0)
    body = lines[: max(1, end - function.__code__.co_firstlineno + 1)]
    return not any(line.strip().startswith("return") or ": return" in line for line in body)


def _line_of_class(found: type) -> int | None:
    functions = [function for function in vars(found).values() if isinstance(function, FunctionType)]
    own = (function for function in functions if function.__qualname__.startswith(found.__name__))
    firsts = [function.__code__.co_firstlineno for function in own]
    return min(firsts, default=None)


def told_of(
    filename: str,
    message: Warning | str,
    category: type[Warning],
    where: str,
    number: int,
    line: str | None = None,
) -> str:
    """The text of a warning, with the learner's line that called the code that warns."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != filename:
        frame = frame.f_back
    if frame is None or where == filename:
        return formatwarning(message, category, where, number, line)
    return f"{filename}:{frame.f_lineno}: {category.__name__}: {message}\n"
