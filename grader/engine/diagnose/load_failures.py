"""Diagnose what goes wrong before any method is called, and what the sandbox's guard refused."""

import ast
from difflib import SequenceMatcher
from typing import Any

from ...observation import Raised
from ...sandbox.limits import Ended
from ..asking.learner import Learner
from ..declaration.exercise import Exercise
from ..diagnosis import Named
from ..source.outline import Outline
from .syntax_errors import syntax_error

STEP = "loading"
NUL = "\0"
LIKE_NUMPY = 0.75


def diagnose(exercise: Exercise, loaded: dict[str, Any] | Ended, source: str) -> list[Named]:
    """Why the file cannot be judged at all; empty if it can."""
    outline = Outline(source, exercise)
    if isinstance(loaded, Ended):
        line = outline.line_of_ending(loaded.how, loaded.stack)
        return [Named(loaded.how, STEP, line, f"loading the file: {loaded.detail}")]
    if "raised" in loaded:
        raised = Raised.of(loaded["raised"])
        return [_unwritten(outline, raised) or _raised(raised, source)]
    if loaded["class"] == "missing":
        return [_missing(exercise, loaded, source, outline)]
    return []


def _raised(raised: Raised, source: str) -> Named:
    if NUL in source:
        line = source[: source.index(NUL)].count("\n") + 1
        return Named("syntax-error", STEP, line, f"the file contains NUL bytes. {_on_nul(source)}")
    if "SyntaxError" in raised.ancestry:
        return syntax_error(raised, source, STEP)
    large = ("RecursionError", "MemoryError", "ValueError", "OverflowError")
    if raised.type in large and raised.line is None:
        return Named("syntax-error", STEP, None, f"the file cannot be compiled: {raised.says()}")
    if "SystemExit" in raised.ancestry:
        return Named("exits", STEP, raised.line, "the file ends the process while it loads")
    if "MemoryError" in raised.ancestry:
        return Named("too-much-memory", STEP, raised.line, f"loading the file: {raised.says()}")
    return Named("import-fails", STEP, raised.line, f"loading the file raised {raised.says()}")


def _unwritten(outline: Outline, raised: Raised) -> Named | None:
    """An exception because the top level uses a method that is still to do; None if that is not why."""
    said = f"loading the file raised {raised.says()}"
    methods, stack = outline.exercise.takes, raised.stack
    running = (node.name for line in reversed(stack) if (node := outline.function_at(line)))
    name = next((name for name in running if name in methods), None)
    if name and "NotImplementedError" in raised.ancestry:
        return Named("import-fails", STEP, stack[0], f"line {stack[0]} needs {name}, still to do: {said}")
    empty = (name for name in methods if _is_empty(outline.function(name)) and outline.calls({name}))
    if "NoneType" in raised.message and (name := next(empty, None)):
        return Named("import-fails", STEP, raised.line, f"{said}; {name} is still to do and returns None")
    return None


def _is_empty(function: ast.FunctionDef | ast.AsyncFunctionDef | None) -> bool:
    if function is None:
        return False
    values = [s.value if isinstance(s, ast.Expr) else s for s in function.body]
    return all(isinstance(value, ast.Constant | ast.Pass) for value in values)


def _on_nul(source: str) -> str:
    """Advise on a file with NUL bytes; if every second character is NUL, it is probably UTF-16."""
    if source.strip(NUL) and not all(half.strip(NUL) for half in (source[::2], source[1::2])):
        return "Was it saved as UTF-16? Save it as UTF-8"
    return "No Python file has those: it is damaged, or not a text file. Save your code again"


def _missing(exercise: Exercise, loaded: dict[str, Any], source: str, outline: Outline) -> Named:
    if not source.strip():
        said = "the file is empty"
    elif not outline.tree.body:
        said = "the file contains only comments"
    elif loaded["is"] != "NoneType":
        said = f"{exercise.class_name} is of type {loaded['is']}, which cannot be called"
    else:
        names = outline.class_names()
        said = f"the file defines {', '.join(names)}" if names else "the file defines no class"
    line = outline.line_of_only_class()
    return Named("class-missing", STEP, line, f"{said}; expected a class {exercise.class_name}")


def load_request(exercise: Exercise, source: str, filename: str, off_limits: list[str]) -> dict[str, Any]:
    """The request that tells a sandbox what to load."""
    return {
        "source": source,
        "filename": filename,
        "class": exercise.class_name,
        "members": {"__init__": list(exercise.constructor), **exercise.takes},
        "state": list(exercise.parameters),
        "off_limits": off_limits,
    }


def no_model(learner: Learner) -> list[Named]:
    """Why no model can be made, for exercises in which no step judges the constructor."""
    start = learner.start()
    if learner.exercise.starts or start.made:
        return []
    from .call_failures import trouble

    found = trouble(learner, start, STEP, "__init__")
    return [found] if found else []


def missing_methods(learner: Learner) -> list[Named]:
    """The first missing method that is called, or is defined under another name or in another place.

    A method that is simply not there counts as still to do.
    """
    gone = [name for name in learner.exercise.takes if not learner.exists(name)]
    found = []
    for name in gone:
        misplaced = learner.outline.misplaced(name)
        other = learner.outline.misnamed(name)
        called = learner.outline.call_of_own(name)
        words = f"{learner.exercise.class_name} has no method {name}"
        if misplaced and (again := _class_defined_again(learner, misplaced)):
            said = f"{words}: this second class of that name replaces the one with {name} in line {misplaced}"
            found.append(Named("method-missing", STEP, again, said))
        elif misplaced:
            found.append(Named("method-missing", STEP, misplaced, f"{words}: it is defined elsewhere"))
        elif other:
            words = f"{words}; should {other[0]} be called {name}?"
            found.append(Named("method-missing", STEP, other[1], words))
        elif called:
            found.append(Named("method-missing", STEP, called, f"{words}, and another method calls it"))
    return found[:1]


def _class_defined_again(learner: Learner, line: int) -> int | None:
    """The line of a second class of the exercise's name, if the first one contains the line given."""
    name = learner.exercise.class_name
    own = [n for n in learner.outline.nodes.of(ast.ClassDef) if n.name == name]
    again = len(own) > 1 and own[0].lineno < line < own[1].lineno
    return own[-1].lineno if again else None


def caused_by_missing_method(learner: Learner, named: Named) -> bool:
    """Whether an exception was raised only because one of the methods is missing."""
    gone = [name for name in learner.exercise.takes if not learner.exists(name)]
    return any(f"has no attribute '{name}'" in named.seen for name in gone)


# -- what was refused


def find_violations(exercise: Exercise, reported: list[dict[str, Any]]) -> list[Named]:
    """The findings: each kind of violation once, in the step of the method that caused it."""
    found: dict[str, Named] = {}
    for report in reported:
        kind, what, line = report["violation"], report["what"], report["line"]
        if kind == "forbidden-library":
            near = SequenceMatcher(None, "numpy", what.partition(".")[0]).ratio() >= LIKE_NUMPY
            what = f"the code imports {what}" + "; did you mean numpy?" * near
        elif kind == "off-limits":
            what = f"refused: {what}"
        found.setdefault(kind, Named(kind, _step(exercise, report["within"]), line, what))
    return list(found.values())


def _step(exercise: Exercise, within: str) -> str:
    if within in ("<module>", ""):
        return "loading"
    return exercise.step_of(within) if within in exercise.takes else exercise.steps[0]
