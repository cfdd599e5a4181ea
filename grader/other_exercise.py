"""Recognise the file of another exercise by its class: to say so, never to grade it by that exercise."""

import ast
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from .kata import Kata, find_kata, kata_names
from .sandbox.parsing import parsed
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
    with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        for node in parsed(source).body if others else ():
            if isinstance(node, ast.ClassDef) and node.name != kata.class_name and node.name in others:
                return others[node.name]
    return []


def exercises_like(kata: Kata, source: str, mistakes: Iterable[str]) -> list[str]:
    """The other exercises that ask for a class of this name with just the methods of the file.

    Only for a file with a method that cannot be called as its own exercise asks.
    """
    found = []
    for name in kata_names() if SIGNATURE in mistakes else ():
        with suppress(UsageError):  # it is not complete
            other = find_kata(name)
            if other.class_name == kata.class_name and name != kata.name and _fits(kata, other, source):
                found.append(name)
    return found


def _fits(kata: Kata, other: Kata, source: str) -> bool:
    """Whether the class of a file has all methods of another exercise, and none of this one's others."""
    from .engine.source.syntax import parameters

    asked = other.declaration.takes
    for node in parsed(source).body:
        if isinstance(node, ast.ClassDef) and node.name == other.class_name:
            own = {n.name: parameters(n) for n in node.body if isinstance(n, ast.FunctionDef)}
            rest = kata.declaration.takes.keys() - asked.keys()
            return bool(rest) and not rest & own.keys() and asked.items() <= own.items()
    return False
