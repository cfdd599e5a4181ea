"""Recognise the file of another exercise by its class: to say so, never to grade it by that exercise."""

import ast
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from .kata import Kata, find_kata, kata_names
from .sandbox.parsing import parsed_or_empty
from .submission import UsageError

if TYPE_CHECKING:
    from .engine.diagnosis import Named

MISSING = "class-missing"
SIGNATURE = "wrong-signature"


def naming_other_exercises(kata: Kata, source: str, named: "Iterable[Named]") -> "Iterator[Named]":
    """The mistakes; a missing class names the exercises that ask for the class of the file."""
    for one in named:
        others = exercises_of(kata, source, [one.mistake])
        asks = (
            f"{find_kata(others[0]).class_name} is the class of {' and of '.join(others)}" if others else ""
        )
        yield replace(one, seen=f"{one.seen}. {asks}") if asks else one


def exercises_of(kata: Kata, source: str, mistakes: Iterable[str]) -> list[str]:
    """The exercises that ask for a class of the file, if the right class is missing; else empty."""
    others: dict[str, list[str]] = {}
    if MISSING in mistakes:
        for name in kata_names():
            with suppress(UsageError):  # it is not complete
                others.setdefault(find_kata(name).class_name, []).append(name)
    nodes = parsed_or_empty(source).body if others else ()
    names = (n.name for n in nodes if isinstance(n, ast.ClassDef) and n.name != kata.class_name)
    return next((others[name] for name in names if name in others), [])


def exercises_like(kata: Kata, source: str, mistakes: Iterable[str]) -> list[str]:
    """The other exercises that ask for a class of this name with just the methods of the file.

    Only for a file with a mistake: a method that cannot be called as its own exercise asks, or anything if
    the class has methods that this exercise does not ask for.
    """
    found, wrong = [], set(mistakes)
    if not wrong:
        return []
    methods, here = _methods(kata.class_name, source), kata.declaration.takes
    for name in kata_names() if SIGNATURE in wrong or methods.keys() - here.keys() else ():
        with suppress(UsageError):  # it is not complete
            other = find_kata(name)
            asked = other.declaration.takes if other.class_name == kata.class_name else {}
            less, more = here.keys() - asked.keys(), asked.keys() - here.keys()
            differs = more or (less and SIGNATURE in wrong)
            if asked and differs and not less & methods.keys() and asked.items() <= methods.items():
                found.append(name)
    return found


def _methods(class_name: str, source: str) -> dict[str, list[str]]:
    """The methods of a class at the top level of a file, with their arguments; empty without such a class."""
    from .engine.source.syntax import parameters

    nodes = parsed_or_empty(source).body
    classes = [n for n in nodes if isinstance(n, ast.ClassDef) and n.name == class_name]
    functions = [n for owner in classes[:1] for n in owner.body if isinstance(n, ast.FunctionDef)]
    return {n.name: parameters(n) for n in functions if n.name != "__init__"}
