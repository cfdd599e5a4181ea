"""Messages survive a round trip; damaged ones are told apart from intact ones."""

# ruff: noqa: E501 - tables

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from grader.sandbox import wire
from grader.sandbox.wire import MAGIC, Splitter, WireError, encode

KEYS = st.text(st.characters(codec="utf-8"), max_size=8).filter(lambda key: key != "$array")
DTYPES = st.one_of(
    npst.floating_dtypes(endianness="?"),
    npst.integer_dtypes(endianness="?"),
    npst.unsigned_integer_dtypes(endianness="?"),
)
SHAPES = npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5)
ARRAYS = npst.arrays(DTYPES, SHAPES)
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters(codec="utf-8")), ARRAYS
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
MESSAGES = st.dictionaries(KEYS, VALUES, max_size=5)


def same(one: Any, other: Any) -> bool:
    """True if type, value, shape and bytes are equal; NaN equals NaN."""
    if isinstance(one, np.ndarray):
        alike = type(other) is np.ndarray and one.dtype == other.dtype and one.shape == other.shape
        return alike and one.tobytes() == other.tobytes()
    if isinstance(one, dict):
        return type(other) is dict and one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
    if isinstance(one, list):
        return type(other) is list and len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and (one == other or repr(one) == repr(other) == "nan")


def split(data: bytes, step: int = 1 << 20) -> tuple[list[dict[str, Any]], Splitter]:
    """All messages in `data`, fed in pieces of `step` bytes, and the splitter."""
    splitter = Splitter()
    found: list[dict[str, Any]] = []
    for start in range(0, len(data), step):
        found += splitter.feed(data[start : start + step])
    return found, splitter


@given(MESSAGES)
def test_round_trip(message: dict[str, Any]) -> None:
    found, splitter = split(encode(message))
    assert len(found) == 1
    assert same(message, found[0])
    assert splitter.last_words() == ""


@given(st.lists(MESSAGES, max_size=3), st.integers(1, 40))
def test_message_may_arrive_in_parts(messages: list[dict[str, Any]], step: int) -> None:
    found, _ = split(b"".join(map(encode, messages)), step)
    assert same(messages, found)


def test_layouts_make_no_difference() -> None:
    array = np.arange(24.0).reshape(4, 6)
    for view in (array.T, array[::2, ::-1], np.asfortranarray(array), np.broadcast_to(array[0], (3, 6))):
        found, _ = split(encode({"x": view}))
        assert np.array_equal(found[0]["x"], view)
        assert found[0]["x"].flags.writeable


def test_tuples_arrive_as_lists() -> None:
    assert split(encode({"x": (1, (2.0,))}))[0] == [{"x": [1, [2.0]]}]


@given(MESSAGES, st.data())
def test_damage_gives_a_wire_error_or_nothing(message: dict[str, Any], data: st.DataObject) -> None:
    raw = bytearray(encode(message))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    try:
        found, _ = split(bytes(raw[:cut] if data.draw(st.booleans()) else raw))
    except WireError:
        return
    assert len(found) <= 1 + bytes(raw).count(MAGIC)


@given(st.binary(max_size=300))
def test_bytes_without_a_message_are_words(noise: bytes) -> None:
    found, splitter = split(noise.replace(MAGIC, b""), 7)
    assert found == []
    assert splitter.last_words() == noise.replace(MAGIC, b"").decode("utf-8", "replace")


@given(st.binary(max_size=60), st.binary(max_size=60), MESSAGES, st.integers(1, 50))
def test_text_after_the_last_message_is_kept(
    before: bytes, after: bytes, message: dict[str, Any], step: int
) -> None:
    before, after = (text.replace(MAGIC[:1], b"") for text in (before, after))
    found, splitter = split(encode({}) + before + encode(message) + after, step)
    assert same([{}, message], found)
    assert splitter.last_words() == after.decode("utf-8", "replace")


def test_only_the_end_of_many_words_is_kept() -> None:
    _, splitter = split(b"x" * 50_000 + b"the end")
    assert splitter.last_words().endswith("x" * 10_000 + "the end")
    assert len(splitter.last_words()) < 30_000


HEADERS = [
    b"", b"\xff", b"[]", b"1", b"null", b'"x"', b"{", b"[" * 100_000, b'{"a": ' * 100_000, b"1" * 5_000,
    b'{"x": {"$array": null}}', b'{"x": {"$array": []}}', b'{"x": {"$array": 7}}', b'{"x": {"$array": "abc"}}',
    b'{"x": {"$array": {"a": 1, "b": 2, "c": 3}}}', b'{"x": {"$array": [1, 2, 3, 4]}}',
]  # fmt: skip
SPECS: list[list[Any]] = [
    [0, "<f8", [99]], [-8, "<f8", [1]], [0, "<f8", [-1]], [0, "<f8", "12"], [0, "<f8", None], [0, "<f8", 3],
    [0, "<f8", [1.0]], ["0", "<f8", [1]], [None, "<f8", [1]], [0, "O", [1]], [0, "<U4", [1]], [0, "V8", [1]],
    [0, "<c16", [1]], [0, "<M8[s]", [1]], [0, "?", [1]], [0, "f8,f8", [1]], [0, "f8,(", [1]], [0, "(2,)f8", [1]],
    [0, "no such", [1]], [0, "", [1]], [0, None, [1]], [0, ["f8"], [1]], [0, "f8\0", [1]], [0, "<f8", [1] * 70],
    [0, "<f8", [0, 10**30]], [0, "<f8", [10**9, 10**9, 10**9]], [10**30, "<f8", [0]], [0, "{'names': []}", [1]],
    [0, "i4, (1,2)(3", [1]], [0, "__import__('os')", [1]], [0, "<f8", [2**62, 4]], [3, "<f8", [0]],
]  # fmt: skip


@pytest.mark.parametrize("header", HEADERS, ids=range(len(HEADERS)))
def test_invalid_header_is_a_wire_error(header: bytes) -> None:
    with pytest.raises(WireError):
        Splitter().decode(header, b"12345678")


@pytest.mark.parametrize("spec", SPECS, ids=str)
def test_array_that_is_none(spec: list[Any]) -> None:
    """It is refused or, if its shape has no elements, decoded as an empty array."""
    try:
        found = Splitter().decode(json.dumps({"x": {"$array": spec}}).encode(), b"12345678")
    except WireError:
        return
    assert found["x"].size == 0


def test_message_past_the_limit_is_refused_before_it_is_gathered() -> None:
    with pytest.raises(WireError, match="larger"):
        split(MAGIC + wire.HEAD.pack(wire.LARGEST, 1))
