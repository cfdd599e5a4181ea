"""Values are described by what they are, whatever they claim to be."""

# ruff: noqa: E501, SIM905 - deliberately hostile code

import collections
import json
import warnings
from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn

import numpy as np
import pytest

from grader.sandbox.describe import MOST_ITEMS, describe, describe_exception, lines_of, number


def refuse(*args: object, **named: object) -> NoReturn:
    """A method that must not be called; fails if it is."""
    raise AssertionError("the value was asked about itself")


TELLING = (
    "__eq__ __ne__ __lt__ __bool__ __len__ __iter__ __getitem__ __float__ __int__ __index__ __repr__ __str__ "
    "__format__ __hash__ __array__ __array_ufunc__ __array_function__ __contains__ __reduce_ex__ __abs__ __round__"
).split()


def liar(base: type, claims: type = float) -> type:
    """A subclass of `base` whose instances refuse all questions and claim the class `claims`."""
    members: dict[str, Any] = dict.fromkeys(TELLING, refuse)
    members["__class__"] = property(lambda self: claims)
    return type("float64", (base,), members)


class Metaclass(type):
    """A metaclass whose classes refuse name, comparison, hash, isinstance and issubclass."""

    __name__ = property(refuse)
    __instancecheck__ = __subclasscheck__ = __eq__ = __hash__ = refuse


class Equal(type):
    """A metaclass whose classes equal everything and have no name."""

    __name__ = property(refuse)
    __eq__ = lambda cls, other: True  # noqa: E731
    __hash__ = type.__hash__


class Odd(metaclass=Metaclass):
    """A class whose type refuses all questions."""


class Pair(NamedTuple):
    """A named tuple of two values."""

    dw: object
    db: object


def test_liars_are_seen_through() -> None:
    assert describe(liar(object)())["kind"] == "other"
    assert describe(liar(object, np.ndarray)())["kind"] == "other"
    assert describe(liar(object, list)())["kind"] == "other"
    assert describe(liar(float, list)(2.5)) == {"type": "float64", "kind": "number", "number": 2.5}
    assert describe(liar(int)(7))["number"] == 7.0
    assert describe(liar(str)("1.0"))["kind"] == "other"
    assert describe(liar(dict)())["kind"] == "other"
    listed = describe(liar(list)([1, 2.0]))
    assert (listed["length"], listed["numbers"].tolist()) == (2, [1.0, 2.0])
    assert describe(liar(tuple)((1,)))["length"] == 1
    assert describe(Odd())["kind"] == "other"
    assert describe(Odd)["kind"] == "other"
    assert describe(Odd())["type"] == "Odd"
    assert describe(Equal("Any", (), {})())["kind"] == "other"


def test_object_that_equals_everything_is_not_a_number() -> None:
    class Anything:
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None  # type: ignore[assignment]
        __float__ = __abs__ = __array__ = lambda self, *args: 1.0

    assert describe(Anything())["kind"] == "other"
    assert number(Anything()) is None
    assert describe([Anything()])["items"][0]["kind"] == "other"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.5, (1.5, "float")),
        (3, (3.0, "int")),
        (10**400, (float("inf"), "int")),
        (np.float32(0.5), (0.5, "numpy")),
        (np.int8(-3), (-3.0, "numpy")),
        (np.array(2.0), (2.0, "0d")),
        (np.array(2, dtype=">i4"), (2.0, "0d")),
        (True, None),
        (np.True_, None),
        (np.array(True), None),
        (1j, None),
        (np.complex64(1), None),
        (np.array(1j), None),
        (np.array([1.0]), None),
        (np.array("1"), None),
        (np.array(1.0, dtype=object), None),
        (np.ma.masked, None),
        (np.ma.array(1.0), None),
        (np.datetime64("2026-01-01"), None),
        ("1", None),
        (None, None),
    ],
    ids=str,
)
def test_what_a_number_is(value: object, expected: tuple[float, str] | None) -> None:
    assert number(value) == expected
    assert (describe(value)["kind"] == "number") == (expected is not None)


def subclass(array: np.ndarray) -> np.ndarray:
    """The array as an instance of a subclass that refuses all questions."""
    return array.view(liar(np.ndarray))


def matrix(array: np.ndarray) -> np.ndarray:
    """The array as a `np.matrix`, without the warning that the class will be deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        return np.asmatrix(array)


@pytest.mark.parametrize("make", [np.asarray, subclass, matrix, np.asfortranarray], ids=lambda f: f.__name__)
def test_arrays_arrive_as_plain_ones(make: Callable[[np.ndarray], np.ndarray]) -> None:
    record = describe(make(np.array([[1.0, 2.0], [3.0, 4.0]])))
    assert (record["kind"], record["shape"], record["dtype"]) == ("array", [2, 2], np.dtype(float).str)
    assert type(record["array"]) is np.ndarray
    assert record["array"].tolist() == [[1.0, 2.0], [3.0, 4.0]]


def test_array_is_a_copy() -> None:
    array = np.zeros(3)
    record = describe(array)
    array += 1
    assert record["array"].tolist() == [0.0, 0.0, 0.0]


STRUCTURED = np.zeros(3, dtype=[("a", float), ("b", int)])
NOT_REAL = [np.zeros(3, dtype=object), np.zeros(3, dtype=complex), STRUCTURED,
            np.array(["a"]), np.zeros(3, dtype="M8[s]"), STRUCTURED.view(np.recarray)]  # fmt: skip


@pytest.mark.parametrize("array", NOT_REAL, ids=lambda array: str(array.dtype))
def test_arrays_of_no_real_numbers_keep_their_bytes_to_themselves(array: np.ndarray) -> None:
    record = describe(array)
    assert (record["kind"], record["shape"]) == ("array", list(array.shape))
    assert "array" not in record


def test_masked_arrays_are_something_else() -> None:
    assert describe(np.ma.array([1.0, 2.0], mask=[False, True]))["kind"] == "other"


def test_large_arrays_are_described_by_their_shape() -> None:
    record = describe(np.broadcast_to(1.0, (1 << 12, 1 << 12)))
    assert record["shape"] == [1 << 12, 1 << 12]
    assert "array" not in record


@pytest.mark.parametrize("family", [list, tuple, collections.deque])
def test_sequences_of_numbers(family: Callable[[list[object]], object]) -> None:
    record = describe(family([1, 2.0, np.float64(3), np.array(4.0)]))
    assert record["family"] == family.__name__
    assert record["numbers"].tolist() == [1.0, 2.0, 3.0, 4.0]
    assert record["flavours"] == ["0d", "float", "int", "numpy"]
    assert describe(family([]))["length"] == 0


def test_pairs_are_described_item_by_item() -> None:
    for pair in ([np.zeros(2), 1.0], (np.zeros(2), 1.0), Pair(np.zeros(2), 1.0)):
        kinds = [item["kind"] for item in describe(pair)["items"]]
        assert kinds == ["array", "number"]


def test_recursive_deep_and_long_lists_are_described() -> None:
    inside: list[object] = [1.0]
    inside.append(inside)
    assert describe(inside)["length"] == 2
    nested: list[object] = []
    for _ in range(100_000):
        nested = [nested]
    assert describe(nested)["length"] == 1
    huge = describe([0.0] * (MOST_ITEMS + 1))
    assert (huge["length"], "numbers" in huge) == (MOST_ITEMS + 1, False)
    assert len(describe([None] * 1_000)["items"]) < 20


@pytest.mark.parametrize(
    "value", [{1.0}, {1: 1.0}, iter([1.0]), (x for x in [1.0]), range(3), b"1", "1", len, Pair]
)
def test_anything_else_is_other(value: object) -> None:
    assert describe(value)["kind"] == "other"


class Unspeakable(Exception):
    """An exception that cannot be turned into text."""

    __str__ = __repr__ = refuse


class Poison(str):
    """A `str` whose usual methods fail."""

    __slots__ = ()
    __getitem__ = encode = __str__ = __len__ = refuse


class Poisoned(Exception):
    """An exception whose message is a `Poison`."""

    def __str__(self) -> str:
        return Poison("words")


class Lying(Exception, metaclass=Equal):
    """An exception that claims to be a syntax error and refuses to give its traceback."""

    __class__ = property(lambda self: SyntaxError)
    __traceback__ = lineno = filename = property(refuse)


class LyingSyntax(SyntaxError):
    """A syntax error that refuses to give its file and line."""

    lineno = filename = property(refuse)


def raised(error: BaseException) -> dict[str, Any]:
    """The description of `error`, raised in this file; asserts that it can be written as JSON."""
    try:
        raise error
    except BaseException as caught:
        record = describe_exception(caught, __file__)
    json.dumps(record)
    assert record["line"] is None or type(record["line"]) is int
    return record


@pytest.mark.parametrize(
    "error", [Unspeakable(), Poisoned(), Lying(), LyingSyntax("x", (__file__, 3, 1, "text"))]
)
def test_hostile_exceptions_are_described(error: BaseException) -> None:
    record = raised(error)
    assert record["type"] == type.__dict__["__name__"].__get__(type(error))
    assert record["ancestry"][-1] == "object"
    assert record["line"] is not None


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ValueError("\udcff"), "?"),
        (ValueError("x" * 10**7), "x" * 500),
        (ValueError(), ""),
        (Unspeakable(), "(its message cannot be shown)"),
        (Poisoned(), "words"),
        (SystemExit(0), "0"),
        (ExceptionGroup("several", [ValueError()]), "several (1 sub-exception)"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_messages(error: BaseException, message: str) -> None:
    assert raised(error)["message"] == message


ODD_LINES = ["abc", 10**6000, -1, 0, None, 1.5, True, [1], np.arange(3)]


@pytest.mark.parametrize("line", ODD_LINES, ids=range(len(ODD_LINES)))
def test_syntax_error_with_an_odd_line_has_another(line: Any) -> None:
    error = SyntaxError("odd", (__file__, 1, 1, "text"))
    error.lineno = line
    found = raised(error)["line"]
    assert found > 100  # the line in this file where it was raised


def test_line_is_the_innermost_of_the_file() -> None:
    assert raised(SyntaxError("odd", (__file__, 7, 1, "text")))["line"] == 7
    assert raised(SyntaxError("odd", ("elsewhere.py", 7, 1, "text")))["line"] != 7
    code = compile("\n\ndef f(): 1 / 0\nf()", "theirs.py", "exec")
    try:
        exec(code)
    except ZeroDivisionError as error:
        assert lines_of(error.__traceback__, "theirs.py")[-1] == 3
        assert describe_exception(error, "nobody's.py")["line"] is None
