"""What the checks ask of an answer; each returns the numbers or fails with what was seen and expected."""

import numpy as np

from ...observation import Seen, Value, close, tolerance


def answer(seen: Seen) -> Value:
    """The value that a call returned."""
    assert seen.ended is None, f"the call did not come back: {seen.says()}"
    assert seen.raised is None, f"the call raised {seen.says()}"
    assert seen.value is not None
    return seen.value


def array(value: Value, shape: tuple[int, ...], what: str) -> np.ndarray:
    """An array of numbers of this shape, as float64."""
    right = value.kind == "array" and value.shape == shape and value.content is not None
    assert right, f"{what} is {value.says()}; expected an array of shape {shape}"
    content = value.content
    assert content is not None
    return content


def number(value: Value, what: str) -> float:
    """One real number."""
    assert value.kind == "number", f"{what} is {value.says()}; expected one number"
    assert value.number is not None
    return value.number


def pair(value: Value) -> tuple[Value, Value]:
    """The two items of a tuple or list."""
    assert value.kind == "sequence", f"{value.says()} came back; expected the pair (dw, db)"
    if value.numbers is not None and value.length == 2:
        items = [Value("number", "float", number=float(v)) for v in value.numbers]
        return items[0], items[1]
    assert value.length == 2 and len(value.items) == 2, (
        f"{value.says()} came back; expected the pair (dw, db)"
    )
    return value.items[0], value.items[1]


def history(value: Value, epochs: int) -> np.ndarray:
    """The losses of so many epochs."""
    losses = losses_of(value)
    assert losses is not None, f"fit returned {value.says()}; expected a list of {epochs} losses"
    assert len(losses) == epochs, f"the history has {len(losses)} entries; epochs is {epochs}"
    return losses


def losses_of(value: Value) -> np.ndarray | None:
    """The numbers of a list, tuple, deque or 1-d array; None for anything else."""
    if value.kind == "sequence" and value.numbers is not None:
        return value.numbers
    if value.kind == "array" and value.shape is not None and len(value.shape) == 1:
        return value.content
    return None


def same(
    observed: np.ndarray | float, expected: np.ndarray | float, what: str, *values: Value, by: float = 1.0
) -> None:
    """Agreement as far as the precision of `values` allows, times `by`."""
    seen, right = np.asarray(observed, dtype=float), np.asarray(expected, dtype=float)
    assert close(seen, right, by * tolerance(*values)), f"{what} is {_few(seen)}; expected {_few(right)}"


def first_apart(name: str, observed: np.ndarray, expected: np.ndarray) -> tuple[str, str]:
    """The first entry that differs: "name[k] is ...", and what it should be. Both have one shape."""
    seen, right = np.ravel(observed), np.ravel(expected)
    scale = float(np.max(np.abs(right), initial=0.0)) or 1.0
    place = int(np.argmin(np.abs(seen - right) <= 1e-6 * scale))
    label = f"{name}[{place}]" if np.shape(expected) else name
    return f"{label} is {seen[place]:.6g}", f"{right[place]:.6g}"


def _few(numbers: np.ndarray) -> str:
    flat = numbers.ravel()
    shown = ", ".join(f"{v:.6g}" for v in flat[:4])
    return shown if flat.size == 1 else f"[{shown}{', ...' if flat.size > 4 else ''}]"
