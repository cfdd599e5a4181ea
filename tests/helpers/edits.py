"""Random edits of a file's syntax tree, of its bytes, and of a worker's messages."""

import ast
import copy
import json
from collections.abc import Callable
from random import Random
from typing import Any

from grader.sandbox.wire import HEAD, MAGIC

OPERATORS: tuple[ast.operator, ...] = (
    ast.Add(), ast.Sub(), ast.Mult(), ast.Div(), ast.MatMult(), ast.Pow(), ast.FloorDiv(), ast.Mod(),
)  # fmt: skip
CONSTANTS: tuple[Any, ...] = (0, 1, -1, 2, 0.5, 1e308, 1e400, 10**30, True, None, "", "w", b"", ..., 1j)
# Each of these has a special meaning in Python, a path, a terminal or JSON.
BYTES = (b"\0", b"\xff", b"\x1b[2J", b"\r", b"\n", b"\t", b"(", b"'''", b"\\", b"#", b"\xef\xbb\xbf", b"[[[")
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 1 << 80, 0.5, float("nan"), float("inf"), "", "array", "\x1b[2J", [], [[]], {},
    [0] * 9, {"$array": [0, "<f8", [0]]}, {"$array": [0, "O", [1]]}, {"kind": "array"}, {"raised": {}},
)  # fmt: skip


def edited(raw: bytes, random: Random) -> bytes:
    """A submission with some random edits in it."""
    if random.random() < 0.7:
        try:
            return _tree_edited(raw, random)
        except (SyntaxError, ValueError, RecursionError):
            pass  # it was not Python, or the edited tree cannot be written as Python
    return bytes_edited(raw, random)


def bytes_edited(raw: bytes, random: Random) -> bytes:
    """Flip a bit, or remove, insert, copy or cut off bytes."""
    found = bytearray(raw)
    for _ in range(random.choice((1, 1, 2, 5))):
        at = random.randrange(len(found) + 1)
        match random.randrange(5):
            case 0 if at < len(found):
                found[at] ^= 1 << random.randrange(8)
            case 1:
                del found[at : at + random.choice((1, 1, 4, 40))]
            case 2:
                found[at:at] = random.choice(BYTES)
            case 3:
                found[at:at] = found[(begin := random.randrange(len(found) + 1)) : begin + 40]
            case 4 if random.random() < 0.3:
                del found[at:]
    return bytes(found)


def _tree_edited(raw: bytes, random: Random) -> bytes:
    tree = ast.parse(raw)
    for _ in range(random.choice((1, 1, 2, 3))):
        random.choice(TREE_EDITS)(list(ast.walk(tree)), random)
    return ast.unparse(ast.fix_missing_locations(tree)).encode("utf-8", "surrogatepass")


def _swap_operator(nodes: list[ast.AST], random: Random) -> None:
    if found := [node for node in nodes if isinstance(node, (ast.BinOp, ast.AugAssign))]:
        random.choice(found).op = random.choice(OPERATORS)


def _drop_or_double(nodes: list[ast.AST], random: Random) -> None:
    if found := [body for node in nodes if isinstance(body := getattr(node, "body", None), list) and body]:
        body = random.choice(found)
        at = random.randrange(len(body))
        if len(body) > 1 and random.random() < 0.5:
            del body[at]
        else:
            body.insert(random.randrange(len(body) + 1), copy.deepcopy(body[at]))


def _change_constant(nodes: list[ast.AST], random: Random) -> None:
    if found := [node for node in nodes if isinstance(node, ast.Constant)]:
        random.choice(found).value = random.choice(CONSTANTS)


def _exchange_names(nodes: list[ast.AST], random: Random) -> None:
    names = [node for node in nodes if isinstance(node, ast.Name)]
    if len(names) > 1:
        one, other = random.sample(names, 2)
        one.id, other.id = other.id, one.id


def _exchange_attributes(nodes: list[ast.AST], random: Random) -> None:
    found = [node for node in nodes if isinstance(node, ast.Attribute)]
    if len(found) > 1:
        one, other = random.sample(found, 2)
        one.attr, other.attr = other.attr, one.attr


def _exchange_expressions(nodes: list[ast.AST], random: Random) -> None:
    """Replace one expression by a copy of another, whatever their kinds: a value may become a call."""
    holders = [node for node in nodes if isinstance(getattr(node, "value", None), ast.expr)]
    if len(holders) > 1:
        one, other = random.sample(holders, 2)
        one.value = copy.deepcopy(other.value)  # type: ignore[attr-defined]


TREE_EDITS: tuple[Callable[[list[ast.AST], Random], None], ...] = (
    _swap_operator, _drop_or_double, _change_constant, _exchange_names, _exchange_attributes,
    _exchange_expressions,
)  # fmt: skip


def damaged(message: bytes, random: Random) -> bytes:
    """A message with edited bytes, or with a valid form but some values removed or replaced."""
    if random.random() < 0.4 or not message.startswith(MAGIC):
        return bytes_edited(message, random)
    begin = len(MAGIC) + HEAD.size
    size, _ = HEAD.unpack_from(message, len(MAGIC))
    header = json.loads(message[begin : begin + size])
    body = message[begin + size :]
    for _ in range(random.choice((1, 1, 3))):
        _replace_one(header, random)
    text = json.dumps(header).encode()
    return MAGIC + HEAD.pack(len(text), len(body)) + text + body


def _replace_one(header: dict[str, Any], random: Random) -> None:
    places = [(holder, key) for holder in _holders(header) for key in _keys(holder) if key != "ticket"]
    if not places:
        return
    holder, key = random.choice(places)
    what = random.randrange(3)
    if what == 0:
        del holder[key]
    elif what == 1:
        holder[key] = copy.deepcopy(random.choice(ODD))
    else:
        other, place = random.choice(places)
        holder[key] = copy.deepcopy(other[place])


def _holders(value: Any) -> list[Any]:
    if not isinstance(value, (dict, list)):
        return []
    inner = value.values() if isinstance(value, dict) else value
    return [value, *(holder for item in inner for holder in _holders(item))]


def _keys(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))
