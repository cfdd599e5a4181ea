"""The results of calls to the learner's code, as plain values: using them runs none of that code."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import frexp, isfinite
from typing import Any

import numpy as np

from .sandbox.limits import Ended

BOOLEANS = "|b1"
SINGLE = 1 << 24  # single precision has 24 binary digits


@dataclass(frozen=True)
class Value:
    """A described value; see `sandbox.describe.describe` for the kinds."""

    kind: str
    type: str
    shape: tuple[int, ...] | None = None
    dtype: str = ""
    array: np.ndarray | None = None
    number: float | None = None
    length: int = 0
    numbers: np.ndarray | None = None
    flavours: tuple[str, ...] = ()
    items: tuple["Value", ...] = ()
    family: str = ""

    @classmethod
    def of(cls, record: dict[str, Any]) -> "Value":
        """The value that a record from the wire describes."""
        known = {key: value for key, value in record.items() if key in cls.__dataclass_fields__}
        if "items" in known:
            known["items"] = tuple(map(cls.of, known["items"]))
        for name in ("flavours", "shape"):
            if name in known:
                known[name] = tuple(known[name])
        made = cls.__new__(cls)  # faster for hundreds of values than `__init__`, which sets every field
        made.__dict__.update(known)
        return made

    @cached_property
    def content(self) -> np.ndarray | None:
        """The numbers of an array or a single number as a float64 array; None if it has none."""
        if self.kind == "array" and self.array is not None and self.dtype != BOOLEANS:
            return np.asarray(self.array, dtype=np.float64)
        return np.asarray(self.number) if self.kind == "number" else None

    @property
    def counted(self) -> "Value":
        """An array of booleans as an array of 0 and 1; anything else unchanged."""
        return replace(self, dtype="|i1") if self.kind == "array" and self.dtype == BOOLEANS else self

    @cached_property
    def single(self) -> bool:
        """Whether every number fits in single precision, so that it was probably computed in that or less."""
        content = self.numbers if self.kind == "sequence" else self.content
        if content is None or not content.size or frexp(content.item(0))[0] * SINGLE % 1:
            return False  # no numbers; or, most often, the first has more digits
        if not np.isfinite(content).all():
            return False
        with np.errstate(over="ignore"):
            return bool((content.astype(np.float32) == content).all())

    @property
    def whole(self) -> bool:
        """Whether it is an array of integers."""
        return self.kind == "array" and np.dtype(self.dtype or "O").kind in "iu"

    @property
    def wide(self) -> bool:
        """Whether its dtype is a floating one, float32 or wider."""
        dtype = np.dtype(self.dtype or "O")
        return dtype.kind == "f" and dtype.itemsize >= 4

    @property
    def largest(self) -> float:
        """The largest magnitude among its numbers; 0 if it has none."""
        return 0.0 if self.content is None else float(np.max(np.abs(self.content), initial=0.0))

    @property
    def unwrapped(self) -> "Value":
        """The number in an array or sequence of one number, as a number; anything else unchanged."""
        numbers = self.numbers if self.kind == "sequence" else self.content
        if self.kind not in ("array", "sequence") or numbers is None or numbers.size != 1:
            return self
        return Value("number", "float", number=float(numbers.ravel()[0]))

    @property
    def flat(self) -> "Value":
        """An array flattened to one axis; anything else unchanged."""
        if self.kind != "array" or self.array is None:
            return self
        return replace(self, shape=(self.array.size,), array=self.array.ravel())

    def says(self) -> str:
        """The value in a few words."""
        if self.kind == "none":
            return "None"
        if self.kind == "number":
            return f"the number {self.number:.6g}"
        if self.kind == "array":
            name = np.dtype(self.dtype).name
            return f"an array of shape {self.shape}" + ("" if name == "float64" else f" and dtype {name}")
        if self.kind == "sequence":
            what = "number" if self.numbers is not None else "item"
            return f"a {self.family} of {self.length} {what}{'' if self.length == 1 else 's'}"
        article = "an" if self.type[:1].lower() in "aeiou" else "a"
        return f"{article} {self.type}"


@dataclass(frozen=True)
class Raised:
    """An exception: its type, the names of its base classes, its message and the learner's line."""

    type: str
    ancestry: tuple[str, ...]
    message: str
    line: int | None
    binding: str = ""
    stack: tuple[int, ...] = ()  # the learner's lines in the traceback, outermost first

    @classmethod
    def of(cls, record: dict[str, Any]) -> "Raised":
        """The exception that a record from the wire describes."""
        return cls(
            record["type"], tuple(record["ancestry"]), record["message"], record["line"],
            record.get("binding", ""), tuple(record.get("stack", ())),
        )  # fmt: skip

    def says(self) -> str:
        """The exception on one line, like the last line of a traceback."""
        message = " ".join(self.message.split())
        return f"{self.type}: {message[:200]}" if message else self.type


MISSING = Value("missing", "missing")


@dataclass(frozen=True)
class Seen:
    """One call, or the making of a model: its result or exception, and its side effects."""

    # value, raised, ended: one of them is set; for a new model, none
    value: Value | None = None
    raised: Raised | None = None
    ended: Ended | None = None
    changed: tuple[str, ...] = ()  # the arguments that the call changed
    # the parameters after the call, by name, in the order of the exercise
    state: Mapping[str, Value] = field(default_factory=dict)
    overwritten: bool = False  # whether a later call changed the result of this one
    # the warnings, if they were requested: the text, and the line of the file or 0
    warned: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, record: dict[str, Any]) -> "Seen":
        """The call that a record from the wire describes."""
        return cls(
            value=Value.of(record["value"]) if "value" in record else None,
            raised=Raised.of(record["raised"]) if "raised" in record else None,
            changed=tuple(record.get("changed", ())),
            state={name: Value.of(value) for name, value in record.get("state", {}).items()},
            overwritten=record.get("overwritten", False),
            warned=tuple((text, line) for text, line in record.get("warned", ())),
        )

    @property
    def made(self) -> bool:
        """Whether it ended without an exception: of a new model, whether there is one."""
        return self.raised is None and self.ended is None

    def parameter(self, name: str) -> Value:
        """One parameter after the call; MISSING if the model has none of that name."""
        return self.state.get(name, MISSING)

    @property
    def parameters(self) -> tuple[Value, ...]:
        """The parameters after the call, in the order of the exercise."""
        return tuple(self.state.values())

    @property
    def weights(self) -> Value:
        """The first parameter after the call: in an iterative method, the vector."""
        return next(iter(self.state.values()), MISSING)

    @property
    def bias(self) -> Value:
        """The second parameter after the call: in an iterative method, the number."""
        return next(iter(list(self.state.values())[1:]), MISSING)

    def says(self) -> str:
        """The outcome of the call, in a few words."""
        if self.ended is not None:
            return self.ended.detail
        if self.raised is not None:
            return self.raised.says()
        return self.value.says() if self.value is not None else "nothing"


def tolerance(*values: Value) -> float:
    """The relative error that rounding can cause, given the precision of the values."""
    return 2e-4 if any(value.single for value in values) else 1e-6


def close(observed: np.ndarray, expected: np.ndarray, relative: float) -> bool:
    """Whether two arrays have the same shape and agree within `relative` times the largest expected entry."""
    if observed.shape != getattr(expected, "shape", ()):  # faster than `np.shape`
        return False
    if not observed.shape:
        wanted = float(expected)
        return abs(float(observed) - wanted) <= relative * (abs(wanted) or 1.0)
    if observed.tobytes() == expected.tobytes() and isfinite(np.add.reduce(observed, axis=None)):
        return True  # often, and quicker to see
    scale = float(np.maximum.reduce(np.abs(expected), axis=None, initial=0.0)) or 1.0
    with np.errstate(invalid="ignore", over="ignore"):
        fits = np.abs(observed - expected) <= relative * scale
    return bool(np.count_nonzero(fits) == observed.size)  # faster than `all`, as `reduce` above than `max`


def alike(seen: np.ndarray, other: np.ndarray, relative: float, absolute: float) -> bool:
    """Whether two arrays have one shape and are equal up to rounding: as `np.allclose`, but faster."""
    if seen.shape != getattr(other, "shape", ()):
        return False
    wanted = 1.0 * other  # booleans become numbers
    with np.errstate(invalid="ignore", over="ignore"):
        fits = np.abs(seen - wanted) <= absolute + relative * np.abs(wanted)
    return bool((fits & np.isfinite(wanted) | (seen == wanted)).all())
