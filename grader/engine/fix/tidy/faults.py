"""Count the faults that no fix may add: unreachable statements, and code that nobody would write."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from ....sandbox.parsing import UNREADABLE, nodes_in, parsed
from ...source.syntax import called_name
from ..code.canonical import dumped
from ..code.text import lines_of
from ..harmless import reaches_far
from .odd_code import CUTS, is_odd

LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)
BLOCKS = ("body", "orelse", "finalbody")
LARGE = 121  # characters of a dump, about `np.column_stack([X, np.ones(len(X))])`


@dataclass(frozen=True)
class _Piece:
    """The faults in one function or statement, and its names to compare with the rest of the file."""

    faults: int
    reaches_far: bool
    parameters: tuple[tuple[str, tuple[str, ...]], ...]
    calls: tuple[tuple[str, tuple[str, ...]], ...]
    stored: frozenset[str]
    used: frozenset[str]


def faults(source: str) -> float:
    """The number of faults in a text; infinite if it does not parse."""
    return faults_and_orphans(source)[0]


def faults_and_orphans(source: str) -> tuple[float, frozenset[str]]:
    """The number of faults in a text, and its unused functions and attributes (those with a leading dot)."""
    blocks, pieces = _parts(source)
    if not blocks:
        return float("inf"), frozenset()
    parameters = dict(pair for piece in pieces for pair in piece.parameters)
    misplaced = sum(_misplaced(given, parameters.get(name, ())) for p in pieces for name, given in p.calls)
    stored = {name for piece in pieces for name in piece.stored}
    used = {name for piece in pieces for name in piece.used}
    orphans = frozenset(name for name in stored - used if name[:2] != "__")
    return sum(map(_unreachable, blocks)) + sum(p.faults for p in pieces) + misplaced, orphans


def is_harmless(source: str) -> bool:
    """Whether other texts may run after this one in the same process."""
    blocks, pieces = _parts(source)
    return bool(blocks) and not any(piece.reaches_far for piece in pieces)


@lru_cache(maxsize=64)
def _parts(source: str) -> tuple[list[list[ast.stmt]], list[_Piece]]:
    """The top level of a text and of its classes, and what is in them; nothing if it does not parse."""
    try:
        tree = parsed(source)
    except UNREADABLE:
        return [], []
    blocks, lines = list(_blocks(tree)), lines_of(source)
    nodes = [node for block in blocks for node in block if not isinstance(node, ast.ClassDef)]
    return blocks, [_piece(_Node(node, lines)) for node in nodes]


def stranded(source: str) -> set[str]:
    """The functions of a text that nothing uses."""
    return {name for name in faults_and_orphans(source)[1] if name[0] != "."}


class _Node:
    """A statement as a cache key by its text: candidates differ in one function, the others are cached."""

    def __init__(self, node: ast.stmt, lines: Sequence[str]) -> None:
        self.node = node
        text = "".join(lines[node.lineno - 1 : node.end_lineno])
        self.key = text, node.col_offset, node.end_col_offset

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Node) and self.key == other.key


def _blocks(owner: ast.Module | ast.ClassDef) -> Iterator[list[ast.stmt]]:
    """The statements at the top level of the file, and those in each class."""
    yield owner.body
    for node in owner.body:
        if isinstance(node, ast.ClassDef):
            yield from _blocks(node)


@lru_cache(maxsize=512)
def _piece(piece: _Node) -> _Piece:
    nodes = nodes_in([piece.node])
    found = sum(_unreachable(getattr(n, name, None)) for n in nodes for name in BLOCKS if hasattr(n, name))
    functions = [n for n in nodes if isinstance(n, ast.FunctionDef)]
    calls = [n for n in nodes if isinstance(n, ast.Call)]
    used, stored = _names(nodes)
    large = [(n, dumped(n)) for n in calls]  # the same large call twice should be a local
    cut = [(n.lineno, said) for n, said in large if called_name(n.func) in CUTS or len(said) > LARGE]
    return _Piece(
        found + sum(map(is_odd, nodes)) + len(cut) - len(set(cut)),
        reaches_far(nodes),
        tuple((f.name, tuple(a.arg for a in f.args.args if a.arg not in ("self", "cls"))) for f in functions),
        tuple((called_name(c.func), tuple(_names_given(c))) for c in calls),
        frozenset(stored | {f.name for f in functions}),
        frozenset(used),
    )


def _names(nodes: Sequence[ast.AST]) -> tuple[set[str], set[str]]:
    """The names and attributes that are read, and the attributes that are assigned, with a leading dot."""
    attributes = [n for n in nodes if isinstance(n, ast.Attribute)]
    stored = {f".{n.attr}" for n in attributes if isinstance(n.ctx, ast.Store)}
    read = {n.attr for n in attributes if not isinstance(n.ctx, ast.Store)}
    return read | {f".{name}" for name in read} | {n.id for n in nodes if isinstance(n, ast.Name)}, stored


def _misplaced(given: Sequence[str], names: Sequence[str]) -> int:
    """How many arguments are passed as one parameter of a function but have the name of another."""
    return sum(g != n and g in names for g, n in zip(given, names, strict=False))


def _names_given(call: ast.Call) -> Iterator[str]:
    """The arguments of a call up to one that stands for several, as far as they are names."""
    plain = takewhile(lambda argument: not isinstance(argument, ast.Starred), call.args)
    yield from (argument.id if isinstance(argument, ast.Name) else "" for argument in plain)


def _unreachable(block: object) -> int:
    """How many statements of a block follow one that leaves it, or only do what happens anyway."""
    if not isinstance(block, list):
        return 0
    ends = [(a, b) for a, b in pairwise(block) if isinstance(a, ast.If) and isinstance(b, ast.Return)]
    alike = sum(dumped(a.body[0]) == dumped(b) for a, b in ends)
    return alike + sum(len(block) - number - 1 for number, one in enumerate(block) if isinstance(one, LEAVES))
