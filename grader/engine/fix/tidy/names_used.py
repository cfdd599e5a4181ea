"""The names that a text defines, assigns and reads."""

import ast
from collections import Counter
from functools import lru_cache

from ....sandbox.parsing import nodes_in, parsed
from ..code.expanded_names import stored
from ..code.text import WORD


def undefined(source: str, text: str) -> set[str]:
    """The names of the source that a text reads, maybe in a branch that never ran, and no longer defines."""
    gone = _defined(source) - _defined(text)
    return gone & {name for name in used(text) if name in spelt(text)} if gone else gone


def outlived(source: str, text: str, other: str) -> bool:
    """Whether a text reads something that the fixed text no longer reads, and stores it less often."""
    names = set(used(other)) - set(used(text))
    before, now = _stored(source), _stored(other)
    return any(now[name] < before[name] for name in names)


def unread(source: str, text: str) -> set[str]:
    """The constants, fields and imports of a text that only the source reads."""
    owners = [n for n in nodes_in([parsed(text)]) if isinstance(n, ast.Module | ast.ClassDef)]
    own = [s for owner in owners for s in owner.body]
    imports = [a for s in own if isinstance(s, ast.Import | ast.ImportFrom) for a in s.names]
    kept = {name for s in own for name, _ in stored(s)} | {a.asname or a.name for a in imports}
    before, now = ({name.strip(".") for name in used(one)} for one in (source, text))
    return kept & before - now


def attributes_of_others(source: str, name: str) -> set[str]:
    """The attributes and properties of all classes but one, the attributes with a leading dot."""
    classes = [n for n in nodes_in([parsed(source)]) if isinstance(n, ast.ClassDef) and n.name != name]
    nodes = nodes_in(classes)
    stored = {f".{n.attr}" for n in nodes if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)}
    functions = [n for n in nodes if isinstance(n, ast.FunctionDef)]
    return stored | {f.name for f in functions if "property" in map(ast.unparse, f.decorator_list)}


def _defined(source: str) -> set[str]:
    nodes = nodes_in([parsed(source)])
    made = {n.name for n in nodes if isinstance(n, ast.ClassDef | ast.FunctionDef)}
    made |= {n.asname or n.name.partition(".")[0] for n in nodes if isinstance(n, ast.alias)}
    return made | {n.arg for n in nodes if isinstance(n, ast.arg)} | {*_stored(source)}


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
