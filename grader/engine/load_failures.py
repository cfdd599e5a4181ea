"""Diagnose what goes wrong before any method is called."""

from typing import Any

from ..observation import Raised, Seen
from ..sandbox.limits import Ended
from .diagnosis import Named
from .exercise import Exercise
from .learner import Learner
from .source.outline import Outline

STEP = "loading"
NUL = "\0"


def diagnose(exercise: Exercise, loaded: dict[str, Any] | Ended, source: str) -> list[Named]:
    """Why the file cannot be judged at all; empty if it can."""
    outline = Outline(source, exercise)
    if isinstance(loaded, Ended):
        line = outline.line_of_ending(loaded.how, loaded.stack)
        return [Named(loaded.how, STEP, line, f"loading the file: {loaded.detail}")]
    if "raised" in loaded:
        return [_raised(Raised.of(loaded["raised"]), source)]
    if loaded["class"] == "missing":
        return [_missing(exercise, loaded, source, outline)]
    return []


def _raised(raised: Raised, source: str) -> Named:
    if NUL in source:
        line = source[: source.index(NUL)].count("\n") + 1
        return Named("syntax-error", STEP, line, f"the file contains NUL bytes. {_on_nul(source)}")
    if "SyntaxError" in raised.ancestry and not _inside(raised):
        return Named("syntax-error", STEP, raised.line, raised.says())
    if (
        raised.type in ("RecursionError", "MemoryError", "ValueError", "OverflowError")
        and raised.line is None
    ):
        return Named("syntax-error", STEP, None, f"the file cannot be compiled: {raised.says()}")
    if "SystemExit" in raised.ancestry:
        return Named("exits", STEP, raised.line, "the file ends the process while it loads")
    if "MemoryError" in raised.ancestry:
        return Named("too-much-memory", STEP, raised.line, f"loading the file: {raised.says()}")
    return Named("import-fails", STEP, raised.line, f"loading the file raised {raised.says()}")


def _on_nul(source: str) -> str:
    """Advise on a file with NUL bytes; if every second character is NUL, it is probably UTF-16."""
    if source.strip(NUL) and not all(half.strip(NUL) for half in (source[::2], source[1::2])):
        return "Was it saved as UTF-16? Save it as UTF-8"
    return "No Python file has those: it is damaged, or not a text file. Save your code again"


def _inside(raised: Raised) -> bool:
    """Whether the error came from running the file, not from parsing it."""
    return bool(raised.binding)


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
    from .diagnose.call_failures import trouble

    found = trouble(learner, Seen(raised=start.raised, ended=start.ended), STEP, "__init__")
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
        if misplaced:
            found.append(Named("method-missing", STEP, misplaced, f"{words}: it is defined elsewhere"))
        elif other:
            found.append(
                Named("method-missing", STEP, other[1], f"{words}; should {other[0]} be called {name}?")
            )
        elif called:
            found.append(Named("method-missing", STEP, called, f"{words}, and another method calls it"))
    return found[:1]


def caused_by_missing_method(learner: Learner, named: Named) -> bool:
    """Whether an exception was raised only because one of the methods is missing."""
    gone = [name for name in learner.exercise.takes if not learner.exists(name)]
    return any(f"has no attribute '{name}'" in named.seen for name in gone)
