"""Read an answer, compute the right one, and compare the two. Only this module decides what is right."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import MethodType
from typing import Any

import numpy as np

from ...observation import Seen, Value, close, tolerance
from ..declaration.case import Case
from ..declaration.exercise import Exercise, Method

Numbers = tuple[np.ndarray, ...]
SLACK = 3.0


def answer(seen: Seen) -> Value:
    """The value that a call returned; raises AssertionError with the outcome if there is none."""
    assert seen.ended is None, f"the call did not return: {seen.says()}"
    assert seen.raised is None, f"the call raised {seen.says()}"
    assert seen.value is not None
    return seen.value


def parts(method: Method, seen: Seen) -> tuple[Value, ...] | None:
    """The parts of an answer, or None if it is not even of the right kind."""
    if method.sets:
        return tuple(seen.parameter(name) for name in method.gives)
    if seen.value is None:
        return None
    if len(method.gives) == 1:
        value = seen.value.counted if method.booleans else seen.value
        return (value,) if value.kind in ("array", "number") else None
    try:
        return several(seen.value, method)
    except AssertionError:
        return None


def several(value: Value, method: Method) -> tuple[Value, ...]:
    """The items of a tuple or list; raises AssertionError unless there are as many as in a right answer."""
    count, names = len(method.gives), ", ".join(method.gives)
    wanted = f"{value.says()} was returned; expected {'the pair ' if count == 2 else ''}({names})"
    assert value.kind == "sequence" and value.length == count, wanted
    if value.numbers is not None:
        return tuple(Value("number", "float", number=float(v)) for v in value.numbers)
    assert len(value.items) == count, wanted
    return value.items


def arguments(method: Method, case: Case) -> list[Any]:
    """The arguments of a method on a case, without those that have a default."""
    return [case[name] for name in method.takes if name not in method.defaults]


@lru_cache(maxsize=512)
def right(exercise: Exercise, method: Method, case: Case) -> Numbers:
    """The right answer of a method on a case, part by part."""
    numbers = computed(exercise, method, case, {})
    assert not isinstance(numbers, str), "the right formula answers"
    return numbers


RAISED = "raised"


def computed(exercise: Exercise, method: Method, case: Case, edits: Any, **replaced: Any) -> Numbers | str:
    """The result of the edited formula on a case, part by part; RAISED if it raises an exception.

    `replaced` maps names of methods to the functions, of the model too, that replace them.
    """
    try:
        with np.errstate(all="ignore"):
            model = exercise.formula.model(case.new, case.state, edits)
            for name, function in replaced.items():
                setattr(model, name, MethodType(function, model))
            result = getattr(model, method.name)(*arguments(method, case))
            if method.sets:
                result = tuple(getattr(model, name) for name in method.gives)
            found = result if isinstance(result, tuple) else (result,)
            return tuple(np.asarray(part, dtype=float) for part in found)
    except (ValueError, TypeError, AttributeError):
        return RAISED


def expected(exercise: Exercise, method: Method, case: Case) -> str:
    """Describe the form of a right answer on a case in words."""
    shapes = [np.shape(part) for part in right(exercise, method, case)]
    if len(shapes) == 1:
        return _form(shapes[0])
    parts = zip(method.gives, shapes, strict=True)
    words = [f"{name} of shape {shape}" if shape else f"{name} as one number" for name, shape in parts]
    return ("" if method.sets else "a pair: ") + " and ".join(words)


def refused(seen: Seen, case: Case) -> bool:
    """Whether a call refused what it may refuse."""
    return case.may_refuse and seen.raised is not None and "ValueError" in seen.raised.ancestry


def _form(shape: tuple[int, ...]) -> str:
    return f"an array of shape {shape}" if shape else "one number"


def right_kinds(exercise: Exercise, method: Method, seen: Seen, case: Case) -> bool:
    """Whether each part of an answer is an array or a number, as in the right answer."""
    values = parts(method, seen)
    if values is None:
        return False
    wanted = right(exercise, method, case)
    return all((v.kind == "array") == bool(np.shape(part)) for v, part in zip(values, wanted, strict=True))


def numbers_of(exercise: Exercise, method: Method, seen: Seen, case: Case) -> list[tuple[Value, np.ndarray]]:
    """The parts of an answer with their numbers; raises AssertionError if a kind or shape is wrong."""
    value = answer(seen)
    values = parts(method, seen) if method.sets or len(method.gives) == 1 else several(value, method)
    found = []
    wanted_parts = right(exercise, method, case)
    for name, part, wanted in zip(method.gives, values or (value,), wanted_parts, strict=True):
        kind, content = "array" if wanted.shape else "number", part.content
        fits = content is not None and content.shape == wanted.shape and part.kind == kind
        assert content is not None and fits, f"{name} is {part.says()}; expected {_form(wanted.shape)}"
        found.append((part, content))
    return found


def same(observed: np.ndarray | float, expected: np.ndarray | float, name: str, *values: Value) -> None:
    """Raise AssertionError unless the two agree as far as the precision of the values allows."""
    seen, wanted = np.asarray(observed, dtype=float), np.asarray(expected, dtype=float)
    fits = close(seen, wanted, SLACK * tolerance(*values))
    assert fits, f"{name} is {few(seen)}; expected {few(wanted)}"


def judge(exercise: Exercise, method: Method, seen: Seen, case: Case, part: int | None = None) -> None:
    """Raise AssertionError, saying what was seen and expected, if an answer or one part of it is wrong."""
    if refused(seen, case):
        return
    found, wanted = numbers_of(exercise, method, seen, case), right(exercise, method, case)
    if method.accepts is not None:
        wrong = method.accepts(case, [content for _, content in found])
        assert not wrong, wrong
        return
    for number, (name, (value, content), one) in enumerate(zip(method.gives, found, wanted, strict=True)):
        if part in (None, number):
            same(content, one, name, value)


def is_right(exercise: Exercise, method: Method, seen: Seen, case: Case) -> bool:
    """Whether a call gave the right answer, as far as the precision of its values allows."""
    try:
        judge(exercise, method, seen, case)
    except AssertionError:
        return False
    return True


def takes_rows_for_columns(case: Case, numbers: Sequence[Any], wanted: Numbers) -> bool:
    """Whether a part of an answer has one number per sample where one per feature is right."""
    shapes = [(np.shape(seen), np.shape(good)) for seen, good in zip(numbers, wanted, strict=False)]
    return case.n != case.d and ((case.n,), (case.d,)) in shapes


def state_kept(seen: Seen, case: Case) -> bool:
    """Whether the parameters are the same after a call as before it, as far as they can be read."""
    return next(moved(seen, case), None) is None


def moved(seen: Seen, case: Case) -> Iterator[str]:
    """The names of the parameters that are not the same after a call as before it."""
    for name, value in case.state.items():
        if seen.parameter(name).kind == "missing":
            continue
        content, wanted = seen.parameter(name).content, np.asarray(value, dtype=float)
        if content is None or content.shape != wanted.shape:
            yield name
            continue
        same = content.tobytes() == wanted.tobytes()  # by far the most common
        if not same and not close(content, wanted, tolerance(*seen.parameters)):
            yield name


def misread(found: Seen, case: Case) -> tuple[str, np.ndarray, str] | None:
    """The first parameter that reads as other numbers than the case assigns, what it reads, and words."""
    for name, assigned in case.state.items():
        value, wanted = found.parameter(name), np.asarray(assigned, dtype=float)
        seen = value.content if value.wide or value.kind == "number" else None
        if seen is not None and seen.size != wanted.size:
            said = f"self.{name} has shape {seen.shape} after an array of shape {wanted.shape}"
            return name, seen, f"{said} is assigned to it"
        if seen is not None and seen.shape == wanted.shape and not close(seen, wanted, tolerance(value)):
            gave, right = first_apart(f"self.{name}", seen, wanted)
            return name, seen, f"{gave} after {right} is assigned to it"
    return None


def losses_of(value: Value | None) -> np.ndarray | None:
    """The numbers of a list, tuple, deque or 1-d array; None for anything else."""
    if value is None:
        return None
    if value.kind == "sequence" and value.numbers is not None:
        return value.numbers
    if value.kind == "array" and value.shape is not None and len(value.shape) == 1:
        return value.content
    return None


def first_apart(name: str, observed: np.ndarray, expected: np.ndarray) -> tuple[str, str]:
    """The first entry that differs, as "name[k] is ...", and the right value. Both arrays have one shape.

    An entry that differs by one part in 10,000 or more is preferred to one that differs by less.
    """
    seen, wanted = np.ravel(observed), np.ravel(expected)
    scale = float(np.max(np.abs(wanted), initial=0.0)) or 1.0
    near = [np.abs(seen - wanted) <= relative * scale for relative in (1e-4, 1e-6)]
    place = int(np.argmin(near[int(near[0].all())]))
    index = ", ".join(str(k) for k in np.unravel_index(place, np.shape(expected)))
    label = f"{name.removeprefix('the ')}[{index}]" if index else name
    return f"{label} is {seen[place]:.6g}", f"{wanted[place]:.6g}"


def few(numbers: np.ndarray) -> str:
    """Format an array for a message; at most its first four numbers are shown."""
    flat = numbers.ravel()
    shown = ", ".join(f"{v:.6g}" for v in flat[:4])
    return shown if flat.size == 1 else f"[{shown}{', ...' if flat.size > 4 else ''}]"


def in_parts(numbers: Numbers | str | None) -> list[np.ndarray]:
    """The parts of an answer, separately and, if they are two flat ones, concatenated in both orders."""
    if not isinstance(numbers, tuple):
        return []
    flat = len(numbers) == 2 and all(np.ndim(number) < 2 for number in numbers)
    return [*numbers, *([np.append(*numbers), np.append(*numbers[::-1])] if flat else [])]
