"""The messages between grader and worker: a JSON header and the raw bytes of its arrays.

Layout: MAGIC, two big-endian 32-bit lengths (header, body), the header as UTF-8 JSON, the body. The header
has `{"$array": [offset, dtype, shape]}` for an array, and the body its C-ordered bytes. The grader sends each
array of its data once, and later only `{"$kept": number}`. Pickle is not used, so a message can only hold
JSON values and plain arrays.
"""

import math
import re
import struct
from collections.abc import Iterator
from functools import lru_cache
from json import JSONDecoder, JSONEncoder
from typing import Any

import numpy as np
from numpy import dtype as new_dtype  # bound now: a submission may patch numpy later
from numpy import frombuffer

MAGIC = b"\x93kata\x01"
HEAD = struct.Struct(">II")
LARGEST = 1 << 28
LARGEST_HEADER = 1 << 24  # bytes; parsed objects take fifty times the memory of their text
KIND = re.compile(r"[<>|=][fiu]\d{1,2}")  # floats and integers: the only dtypes that are accepted


class WireError(ValueError):
    """The bytes are not a valid message: damaged, forged or cut off."""


Sent = dict[int, tuple[int, np.ndarray]]
"""The arrays that one side has sent: the number and the array by its id. The arrays must not change."""


def encode(message: dict[str, Any], sent: Sent | None = None) -> bytes:
    """The bytes of `message`, which may nest JSON values and NumPy arrays.

    With `sent`, an array that was sent before is replaced by its number; the receiver must have kept it.
    """
    body: list[bytes] = []
    size = 0

    def pack(value: Any) -> Any:  # called only for values that JSON does not know
        nonlocal size
        if not isinstance(value, np.ndarray):
            raise TypeError(f"no value to send: {type(value).__name__}")
        if sent is not None:
            if (known := sent.get(id(value))) is not None:
                return {"$kept": known[0]}
            sent[id(value)] = len(sent), value
        offset = size
        body.append(value.tobytes())
        size += len(body[-1])
        return {"$array": [offset, value.dtype.str, list(value.shape)]}

    header = JSONEncoder(check_circular=False, default=pack).encode(message).encode()
    return b"".join((MAGIC, HEAD.pack(len(header), size), header, *body))


@lru_cache(maxsize=64)
def _dtype(name: str) -> np.dtype | None:
    return new_dtype(name) if KIND.fullmatch(name) else None


def _array(spec: Any, body: bytes) -> np.ndarray:
    """A view of the array in `body` that `spec` (offset, dtype, shape) describes."""
    offset, name, shape = spec
    dtype = _dtype(name) if type(name) is str else None
    if dtype is None:
        raise WireError(f"no such kind of array: {name!r:.80}")
    for k in (offset, *shape):
        if type(k) is not int or k < 0:
            raise WireError(f"no such array: {spec!r:.80}")
    count = math.prod(shape)
    if offset + count * dtype.itemsize > len(body):
        raise WireError("an array reaches past the message")
    return frombuffer(body, dtype, count, offset).reshape(shape)


class Splitter:
    """Splits a stream of bytes into messages, and keeps the text after the last of them as `words`.

    The worker's fault handler writes plain text to the same pipe when the process hangs or dies, so
    text between messages is expected: it holds the process's last words.

    Args:
        keeps: whether arrays are kept, so that later messages can name them by number; they are read-only.
    """

    def __init__(self, *, keeps: bool = False) -> None:
        self._kept: list[np.ndarray] | None = [] if keeps else None
        self._body = b""
        self._decoder = JSONDecoder(object_hook=self._unpack)
        self._rest = bytearray()
        self.words = bytearray()

    def feed(self, chunk: bytes) -> Iterator[dict[str, Any]]:
        """Yield every message completed by `chunk`.

        Raises:
            WireError: on a message that is damaged, or larger than LARGEST or LARGEST_HEADER.
        """
        self._rest.extend(chunk)
        while (message := self._next()) is not None:
            yield message

    def _next(self) -> dict[str, Any] | None:
        start = self._rest.find(MAGIC)
        keep = start if start >= 0 else max(0, len(self._rest) - len(MAGIC) + 1)
        self.words.extend(self._rest[:keep])
        del self.words[:-20_000], self._rest[:keep]
        begin = len(MAGIC) + HEAD.size
        if start < 0 or len(self._rest) < begin:
            return None
        sizes = HEAD.unpack_from(self._rest, len(MAGIC))
        if sum(sizes) > LARGEST or sizes[0] > LARGEST_HEADER:
            raise WireError("a message larger than the limit")
        middle, end = begin + sizes[0], begin + sum(sizes)
        if len(self._rest) < end:
            return None
        with memoryview(self._rest) as rest:
            header, body = bytes(rest[begin:middle]), bytes(rest[middle:end])
        message = self.decode(header, body)
        del self._rest[:end]
        self.words.clear()  # here and not by the reader of the message: the next call may have died by then
        return message

    def decode(self, header: bytes, body: bytes) -> dict[str, Any]:
        """The message with this header and body.

        Raises:
            WireError: if they are not valid.
        """
        self._body = body
        try:
            message = self._decoder.decode(header.decode())
        except (ValueError, TypeError, LookupError, RecursionError, OverflowError) as error:
            raise WireError(str(error)) from error
        if not isinstance(message, dict):
            raise WireError("not an object")
        return message

    def _unpack(self, record: dict[str, Any]) -> Any:
        if "$array" in record:
            array = _array(record["$array"], self._body)
            if self._kept is None:
                return array.copy()
            self._kept.append(array)
            return array
        return self._kept[record["$kept"]] if self._kept is not None and "$kept" in record else record

    def last_words(self) -> str:
        """What the process wrote after its last message, as text."""
        return (self.words + self._rest).decode("utf-8", "replace")
