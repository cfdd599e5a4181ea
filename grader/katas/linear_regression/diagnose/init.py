"""What is wrong with a new model."""

import numpy as np

from ....observation import Seen, Value
from ....sandbox.limits import Ended
from .. import again
from ..learner import Learner
from ..named import Named
from ..parts import right_under
from ..path import SMALL
from .trouble import exception, trouble

SIZES = (1, 3, 5, 64)


def diagnose(learner: Learner) -> list[Named]:
    """Everything that is wrong with the constructor."""
    for d in SIZES:
        start = learner.start(d)
        if start.ended is not None:
            found = trouble(learner, Seen(ended=start.ended), "init", "__init__")
            return [found] if found else []
        if start.raised is not None:
            return [exception(learner, start.raised, "init", "__init__")]
    by_name = learner.start_by_name().raised
    if by_name is not None:
        return [exception(learner, by_name, "init", "__init__")]
    start = learner.start(3)
    for name, value in (("w", start.w), ("b", start.b)):
        if value.content is not None and not np.isfinite(value.content).all():
            return [Named("not-finite", "init", _line(learner, name), f"{name} starts with NaN or infinity")]
    gone = [name for name, value in (("w", start.w), ("b", start.b)) if value.kind in ("missing", "none")]
    if gone:
        said = f"after LinearRegression(3) there is no {' and no '.join('self.' + name for name in gone)}"
        line = _line_of_missing(learner, gone)
        return [Named("parameters-missing", "init", line, said)]
    return _w(learner) + _b(learner) or _unassignable(learner) or _shared(learner)


def _unassignable(learner: Learner) -> list[Named]:
    """A model whose w and b cannot be given other values: no method can be judged."""
    trouble = learner.unassignable()
    if trouble is None:
        return []
    outline = learner.outline
    property_line = outline.line_of_method("w") or outline.line_of_method("b")
    if isinstance(trouble, Ended):
        return [Named(trouble.how, "init", property_line, f"assigning w and b: {trouble.detail}")]
    inside = trouble.line if trouble.line and outline.function_at(trouble.line) else None
    line = inside or property_line or outline.line_of_decorator() or learner.facts.get("line")
    return [Named("raises", "init", line, f"assigning w and b from outside raised {trouble.says()}")]


def _line_of_missing(learner: Learner, gone: list[str]) -> int | None:
    """The line that makes a parameter None or under another name, else the constructor."""
    outline, start = learner.outline, learner.start(3)
    for name in gone:
        if getattr(start, name).kind == "none":
            return _line(learner, name)
        if line := outline.line_of_likeness("__init__", name):
            return line
    return outline.line_of_method("__init__") if len(gone) == 1 else outline.first_line_of("__init__")


def _w(learner: Learner) -> list[Named]:
    line = _line(learner, "w")
    found = []
    wrong = next((d for d in SIZES if not _vector(learner.start(d).w, d)), None)
    if wrong is not None:
        said = f"w is {learner.start(wrong).w.says()} for n_features={wrong}; expected shape ({wrong},)"
        return [Named("weights-wrong-shape", "init", line, said)]
    w = learner.start(3).w
    kind = np.dtype(w.dtype).kind if w.dtype else "O"
    if kind in "iub":
        found.append(Named("weights-integer", "init", line, f"the dtype of w is {np.dtype(w.dtype).name}"))
    elif np.dtype(w.dtype).name not in ("float32", "float64"):
        said = f"the dtype of w is {np.dtype(w.dtype).name}; expected float64 or float32"
        return [Named("weights-wrong-shape", "init", line, said)]
    return found + _small(learner, "w", line)


def _vector(value: Value, d: int) -> bool:
    return value.kind == "array" and value.shape == (d,)


def _b(learner: Learner) -> list[Named]:
    line, b = _line(learner, "b"), learner.start(3).b
    if b.kind != "number":
        return [Named("bias-not-scalar", "init", line, f"b is {b.says()}; expected one number")]
    return _small(learner, "b", line)


def _small(learner: Learner, name: str, line: int | None) -> list[Named]:
    for d in SIZES:
        largest = _largest(getattr(learner.start(d), name))
        if not largest <= SMALL:
            said = (
                f"an entry of {name} starts at {largest:.3g} for n_features={d}; expected within 0.5 of zero"
            )
            return [Named("weights-not-small", "init", line, said)]
    return []


def _shared(learner: Learner) -> list[Named]:
    """A new model that starts where training has left another one: they share what `fit` moves."""
    models = again.untouched(learner, right_under(learner))
    if models.starts_small:
        return []
    name = "w" if _largest(models.new.w) > SMALL else "b"
    said = (
        f"once one model is trained, an entry of {name} of a new one starts at"
        f" {_largest(getattr(models.new, name)):.3g}: they share their {name}"
    )
    return [Named("weights-not-small", "init", _line(learner, name), said)]


def _largest(value: Value) -> float:
    return 0.0 if value.content is None else float(np.max(np.abs(value.content), initial=0.0))


def _line(learner: Learner, name: str) -> int | None:
    """The line that gives a new model the parameter, or the constructor's own."""
    answer = learner.ask({"mode": "made", "new": [3]}, "__init__")
    lines = {} if isinstance(answer, Ended) else answer.get("lines", {})
    found: int | None = lines.get(name) or learner.outline.line_of_assignment("__init__", name)
    return found or learner.outline.line_of_method("__init__")
