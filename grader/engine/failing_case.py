"""Find the smallest input on which a method goes wrong: few samples, few features, small numbers.

It is shown as Python code that runs by itself: to paste into a file or a shell beside the learner's file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..observation import Seen, Value, close, tolerance
from ..verdict import FailingCase
from .asking import answers
from .asking.learner import Learner
from .asking.requests import Request, several
from .declaration.case import Case
from .declaration.exercise import Exercise, Method

SIZES = sorted(((n, d) for n in (1, 2, 3) for d in (1, 2, 3)), key=lambda size: (size[0] * size[1], size[1]))
DRAWS = 3
LARGEST = 9.0
KINDS = ("whole", "tenths", "integers")
"""Kinds of data, in the order in which they are tried: whole numbers as floats, tenths, integers."""
TRAININGS = ((0.5, 1), (0.5, 2), (0.1, 3), (0.01, 20))
"""Learning rates and numbers of epochs."""


DIGITS, MOST = 6, 20  # significant digits and entries of a value that is printed

LOSSES = "the losses"
STILL = 1e-9


@dataclass(frozen=True, eq=False)
class Tried:
    """One call that was tried."""

    request: Request  # the request that was sent
    seen: Seen  # the outcome
    # the right values, by name: the parts of the answer, the parameters after the call, or the losses
    right: dict[str, np.ndarray]
    accepted: np.ndarray | None = None  # losses that are also accepted


def smallest(learner: Learner, step: str, path: str) -> FailingCase | None:
    """The smallest failing input of a step; None if none was found.

    Args:
        learner: the submission, loaded.
        step: the step that failed; for the constructor's step, every method is tried.
        path: the path of the file, as the code of the case names it.
    """
    exercise = learner.exercise
    own = exercise.method_of(step)
    methods = [own] if own else exercise.methods if step == exercise.steps[0] else ()
    written = learner.written()
    for method in methods:
        if method.name not in written:
            continue
        trains = learner.trains(method.name)
        for tried in _trainings(learner, method) if trains else _calls(learner, method, step):
            if tried.seen.ended is not None or learner.sandbox.violations:
                return None  # the worker was lost, or the sandbox forbade something that works outside it
            if _fails(method, tried):
                return _as_code(exercise, method, tried, path)
    return None


def _cases(exercise: Exercise, kinds: Sequence[str] = KINDS) -> Iterator[Case]:
    for kind in kinds:
        for n, d in SIZES:
            for draw in range(DRAWS):
                random = np.random.default_rng([n, d, draw])
                case = exercise.draw(f"small {n} {d} {draw}", random, n, d)
                small = _small(case, 1 if kind == "tenths" else 0)
                yield exercise.whole(small, random) if kind == "integers" else small


def _small(case: Case, digits: int) -> Case:
    """The case with small numbers, rounded to `digits` decimals, also those for the constructor."""

    def short(value: Any) -> Any:
        found = np.clip(np.round(value, digits), -LARGEST, LARGEST) + 0.0  # no -0.0
        return found if np.ndim(found) else float(found)

    args = {name: short(value) for name, value in case.args.items()}
    state = {name: short(value) for name, value in case.state.items()}
    new = tuple(1.0 + round(value) if isinstance(value, float) else value for value in case.new)
    return replace(case, args=args, state=state, new=new)


def _calls(learner: Learner, method: Method, step: str) -> Iterator[Tried]:
    """Try calls of a method that does not train; skips those with another right answer."""
    requests = learner.requests
    for case in _cases(learner.exercise):
        if step in method.steps and not method.is_judged(step, case):
            continue
        right = answers.right(learner.exercise, method, case)
        if not all(np.isfinite(part).all() for part in right):
            continue
        state, call = requests.state(method.name, case), requests.call(method.name, case)
        request = several(case, [call], state)
        if method.needs:
            ready = requests.call(method.needs, case)
            request = several(case, [ready, call | {"state": state}], {})
        seen = learner.seen(method.name, request)[-1]
        if method.accepts is not None and answers.is_right(learner.exercise, method, seen, case):
            continue
        yield Tried(request, seen, dict(zip(method.gives, right, strict=True)))


def _trainings(learner: Learner, method: Method) -> Iterator[Tried]:
    """Try short trainings: first the final parameters, then, if all are right, the returned losses."""
    if _begins_elsewhere(learner, method):
        return
    returned = []
    for case in _cases(learner.exercise, KINDS[:1]):
        for lr, epochs in TRAININGS:
            if tried := _training(learner, method, case, lr, epochs):
                yield tried[0]
                returned.append(tried[1])
    yield from returned


def _begins_elsewhere(learner: Learner, method: Method) -> bool:
    """Whether a training ignores the model's parameters and starts from its own (accepted if they are small).

    Trains on data that are all zero, on which the parameters do not move.
    """
    case = next(_cases(learner.exercise))
    case = case.with_args("still", **{name: 0.0 * value for name, value in case.args.items()})
    zero = {name: 0.0 * value + 0.0 for name, value in case.state.items()}
    call = learner.requests.call(method.name, case, *TRAININGS[0])
    seen = learner.seen(method.name, several(case, [call], zero))[-1]
    starts = [value.content for value in seen.parameters]
    return any(start is not None and bool((np.abs(start) > STILL).any()) for start in starts)


def _training(
    learner: Learner, method: Method, case: Case, lr: float, epochs: int
) -> tuple[Tried, Tried] | None:
    """One training from zero, near which a training with its own start begins too; None if it diverges."""
    zero = {name: 0.0 * value + 0.0 for name, value in case.state.items()}
    case = replace(case, state=zero)
    right, losses = _trained(learner, method, case, lr, epochs)
    if not all(np.isfinite(value).all() for value in (*right.values(), losses)):
        return None
    request = several(case, [learner.requests.call(method.name, case, lr, epochs)], zero)
    seen = learner.seen(method.name, request)[-1]
    after = _trained(learner, method, case, lr, epochs + 1)[1][1:]
    return Tried(request, seen, right), Tried(request, seen, {LOSSES: losses}, after)


def _trained(
    learner: Learner, method: Method, case: Case, lr: float, epochs: int
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """The parameters that the right training ends with, by name, and the losses that it returns."""
    exercise = learner.exercise
    model = exercise.formula.model(case.new, case.state, {})
    losses = getattr(model, method.name)(*learner.requests.arguments(method.name, case, lr, epochs))
    state = {name: np.asarray(getattr(model, name), dtype=float) for name in exercise.parameters}
    return state, np.asarray(losses)


def _fails(method: Method, tried: Tried) -> bool:
    """Whether the outcome is wrong; an accepted variant is not."""
    if tried.seen.raised is not None:
        return True
    return not all(_agrees(value, tried, name) for name, value in _observed(method, tried).items())


def _observed(method: Method, tried: Tried) -> dict[str, Value]:
    """The observed values to compare, by name."""
    assert tried.seen.value is not None
    if tuple(tried.right) != method.gives and LOSSES not in tried.right:
        return {name: tried.seen.parameter(name) for name in tried.right}
    values = answers.parts(method, tried.seen) if method.gives else None
    if values is None:
        return {next(iter(tried.right)): tried.seen.value}
    return dict(zip(method.gives, values, strict=True))


def _agrees(value: Value, tried: Tried, name: str) -> bool:
    right = tried.right[name]
    if name == LOSSES:
        losses, slack = answers.losses_of(value), answers.SLACK * tolerance(value)
        wanted = [right] if tried.accepted is None else [right, tried.accepted]
        return losses is not None and any(close(losses, one, slack) for one in wanted)
    content = value.content if value.kind == ("array" if right.shape else "number") else None
    if content is None or content.shape != right.shape:
        return False
    slack = answers.SLACK * tolerance(value)  # also absolute, for cancellation among numbers up to 9
    return close(content, right, slack) or bool((np.abs(content - right) <= slack).all())


def _outcome(method: Method, tried: Tried) -> str:
    """The outcome in words."""
    if tried.seen.raised is not None or tried.seen.ended is not None:
        return tried.seen.says()
    return _named({name: _text(value) for name, value in _observed(method, tried).items()})


def _as_code(exercise: Exercise, method: Method, tried: Tried, path: str) -> FailingCase:
    """The case, with code that prints the expected result and the learner's."""
    right = {name: _rounded(value) for name, value in tried.right.items()}
    code, called = _setup(exercise, tried.request, path), f"model.{method.name}({', '.join(method.takes)})"
    if LOSSES in right or (tuple(right) == method.gives and not method.sets):
        values = tuple(right.values())
        wanted, got = repr(values if len(values) > 1 else values[0]), called
    else:  # the parameters after the call tell
        code.append(called)
        wanted = ", ".join(f'"{name} =", {value!r}' for name, value in right.items())
        got = ", ".join(f'"{name} =", model.{name}' for name in right)
    code += [f'print("expected:", {wanted})', f'print("got:     ", {got})']
    return FailingCase(method.name, tuple(code), _named(right), _outcome(method, tried))


def _setup(exercise: Exercise, request: Request, path: str) -> list[str]:
    """The lines that load the file and make the model and the arguments for the last call of a request."""
    *before, call = request["calls"]
    given: dict[str, Any] = {}
    for one in request["calls"]:
        given |= dict(zip(exercise.takes[one["method"]], one["args"], strict=True))
    new = ", ".join(repr(value) for value in request["new"])
    return [
        "import runpy",
        "import numpy as np",
        f"mine = runpy.run_path({_quoted(path)})",
        f'model = mine["{exercise.class_name}"]({new})',
        *(f"{name} = {_input(value)}" for name, value in given.items()),
        *(f"model.{one['method']}({', '.join(exercise.takes[one['method']])})" for one in before),
        *(f"model.{key} = {_input(value)}" for key, value in (call.get("state") or request["state"]).items()),
    ]


def _named(values: Mapping[str, object]) -> str:
    """Format values for a message, with their names if there are several."""
    if len(values) == 1:
        return str(next(iter(values.values())))
    return ", ".join(f"{name} = {value}" for name, value in values.items())


def _quoted(path: str) -> str:
    """A path as a Python literal, in double quotes like the other strings if it needs no escapes."""
    return f'"{path}"' if path.isprintable() and not set(path) & set('"\\') else repr(path)


def _input(value: Any) -> str:
    return f"np.array({value.tolist()!r})" if isinstance(value, np.ndarray) else repr(value)


def _rounded(value: Any) -> Any:
    """A right value as plain Python numbers, rounded to a few significant digits."""
    found = np.asarray(value, dtype=float)
    return [_rounded(part) for part in found] if found.ndim else float(f"{float(found):.{DIGITS}g}") + 0.0


def _text(value: Value) -> str:
    """An observed value as Python would print it; only described if it has too many entries."""
    numbers = value.numbers if value.kind == "sequence" else value.content
    if numbers is None or numbers.size > MOST:
        return value.says()
    return repr(_rounded(numbers))
