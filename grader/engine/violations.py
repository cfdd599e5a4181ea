"""Turn the actions that the sandbox's guard refused into findings."""

from difflib import SequenceMatcher
from typing import Any

from .diagnosis import Named
from .exercise import Exercise

LIKE_NUMPY = 0.75


def find_violations(exercise: Exercise, reported: list[dict[str, Any]]) -> list[Named]:
    """The findings: each kind of violation once, in the step of the method that caused it."""
    found: dict[str, Named] = {}
    for report in reported:
        kind, what, line = report["violation"], report["what"], report["line"]
        if kind == "forbidden-library" and _is_like_numpy(what):
            what += "; did you mean numpy?"
        found.setdefault(kind, Named(kind, _step(exercise, report["within"]), line, what))
    return list(found.values())


def _step(exercise: Exercise, within: str) -> str:
    if within in ("<module>", ""):
        return "loading"
    return exercise.step_of(within) if within in exercise.takes else exercise.steps[0]


def _is_like_numpy(module: str) -> bool:
    return SequenceMatcher(None, "numpy", module.partition(".")[0]).ratio() >= LIKE_NUMPY
