"""Parse one text at a time, and walk a tree.

Before 3.12, threads that parse at the same time share a counter, and one of them can get a SystemError
("AST constructor recursion depth mismatch"; see python/cpython#106905). Warnings about the text are dropped:
the learner sees them when the file is loaded.
"""

import ast
from _thread import RLock
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import lru_cache
from warnings import catch_warnings

_one_at_a_time = RLock()
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
PLAIN = ("ctx", "id", "attr", "arg", "kind", "conversion", "is_async", "level", "type_comment")
"""Fields that hold no nodes, or only tell a load from a store."""


class _Inner(dict[type[ast.AST], tuple[str, ...]]):
    """The fields that can hold other nodes, by the kind of node."""

    def __missing__(self, kind: type[ast.AST]) -> tuple[str, ...]:
        found = tuple(name for name in kind._fields if name not in PLAIN and kind is not ast.Constant)
        return self.setdefault(kind, found)


INNER = _Inner()


def parsed(source: str | bytes, filename: str = "<unknown>") -> ast.Module:
    """The syntax tree of a text; raises what `ast.parse` raises."""
    with _one_at_a_time, catch_warnings(action="ignore"):
        return ast.parse(source, filename)


@lru_cache(maxsize=32)
def parses(source: str) -> bool:
    """Whether Python can parse a text."""
    with suppress(*UNREADABLE):
        return bool(parsed(source))
    return False


def parsed_or_empty(source: str) -> ast.Module:
    """The syntax tree of a text; an empty one if Python cannot parse it."""
    with suppress(*UNREADABLE):
        return parsed(source)
    return ast.Module([], [])


def parsed_expression(source: str) -> ast.expr:
    """The syntax tree of one expression; raises what `ast.parse` raises."""
    with _one_at_a_time, catch_warnings(action="ignore"):
        return ast.parse(source, mode="eval").body


def nodes_in(tops: Iterable[ast.AST], but: Collection[str] = ()) -> list[ast.AST]:
    """These nodes and all inside them, in the order of `ast.walk` but faster; skips the fields in `but`.

    The nodes of `ctx`, which only tell a load from a store, are left out: they would be every third.
    """
    found = [*tops]
    for node in found:
        for name in INNER[type(node)]:
            value = getattr(node, name, None)
            if isinstance(value, list):
                if name not in but:
                    found += [item for item in value if isinstance(item, ast.AST)]
            elif isinstance(value, ast.AST) and name not in but:
                found.append(value)
    return found
