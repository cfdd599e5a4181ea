"""The names that a text defines, assigns and reads."""

import ast
from collections import Counter
from functools import lru_cache

from ....sandbox.parsing import nodes_in, parsed, parses
from ..code.text import WORD


def undefined(source: str, text: str) -> set[str]:
    """The names of the source that a text reads, maybe in a branch that never ran, and no longer defines."""
    gone = _bound(source) - _bound(text) if parses(source) and parses(text) else set()
    return gone & {name for name in used(text) if name in spelt(text)} if gone else gone


def outlived(source: str, text: str, other: str) -> bool:
    """Whether a text keeps a part of what the fixed text replaces everywhere.

    It reads something that the fixed text does not and stores it less often, or keeps an idle attribute.
    """
    names, again = set(used(other)) - set(used(text)), set(_stored(other)) - set(_stored(text))
    before, now = _stored(source), _stored(other)
    idle = any(name[0] == "." and name not in used(other) for name in again)
    return idle or any(now[name] < before[name] for name in names)


def defined(source: str) -> set[str]:
    """The functions and classes of a text."""
    return {n.name for n in nodes_in([parsed(source)]) if isinstance(n, ast.ClassDef | ast.FunctionDef)}


def _bound(source: str) -> set[str]:
    """All names that a text defines, imports or assigns."""
    nodes = nodes_in([parsed(source)])
    imported = {n.asname or n.name.partition(".")[0] for n in nodes if isinstance(n, ast.alias)}
    return defined(source) | imported | {n.arg for n in nodes if isinstance(n, ast.arg)} | {*_stored(source)}


@lru_cache(maxsize=32)
def used(source: str) -> Counter[str]:
    """How often a text reads each name, each attribute (with a dot), or has it in a string without spaces."""
    found = Counter[str]()
    for node in nodes_in([parsed(source)]):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            found[node.id if isinstance(node, ast.Name) else f".{node.attr}"] += 1
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            found.update(f"{dot}{word}" for word in WORD.findall(node.value) for dot in ("", "."))
    return found


def _stored(source: str) -> Counter[str]:
    """How often a text assigns each name and each attribute (with a dot)."""
    nodes = [n for n in nodes_in([parsed(source)]) if isinstance(n, ast.Name | ast.Attribute)]
    stored = [n for n in nodes if isinstance(n.ctx, ast.Store)]
    return Counter(n.id if isinstance(n, ast.Name) else f".{n.attr}" for n in stored)


@lru_cache(maxsize=32)
def spelt(source: str) -> Counter[str]:
    """How often each name occurs, attributes not counted."""
    return Counter(n.id for n in nodes_in([parsed(source)]) if isinstance(n, ast.Name))
