"""Compare a submission's methods with the reference's: call both on the same data, compare the results.

Both run in workers; their answers are compared here.
"""

import numpy as np

from ..comparison import Standing
from ..observation import Raised, Seen, close, tolerance
from ..sandbox.client import Sandbox
from ..sandbox.describe import assigned
from ..sandbox.limits import Ended
from . import answers
from .case import Case
from .drawn_cases import Cases
from .exercise import Exercise, Method
from .requests import Request, Requests, known

ROUNDING = 3.0
EVERY_DIGIT = 16

Numbers = dict[str, np.ndarray]
Told = tuple[Standing, tuple[str, ...]]


def ask(sandbox: Sandbox, request: Request) -> Seen:
    """The outcome of the last call of a request; what the code prints is discarded."""
    answer = sandbox.run(request | {"mode": "quiet"})
    if isinstance(answer, Ended):
        return Seen(ended=answer)
    if "calls" not in answer:
        return Seen(raised=Raised.of(answer["raised"]))
    return Seen.of(answer["calls"][-1], known(assigned(request, len(request["calls"]) - 1)))


def train(sandbox: Sandbox, exercise: Exercise, case: Case, lr: float, epochs: int) -> Seen:
    """Train a new model once, starting from the state of the case."""
    assert exercise.descent is not None
    args = [case[name] for name in exercise.takes[exercise.descent.method] if name not in ("lr", "epochs")]
    call = {"method": exercise.descent.method, "args": [*args, lr, epochs], "layout": case.layout}
    return ask(sandbox, {"new": list(case.new), "state": dict(case.state), "calls": [call]})


def method_told(own: Sandbox, reference: Sandbox, cases: Cases, method: Method) -> Told:
    """Whether a method other than the training agrees with the reference, and to how many digits."""
    fewest = EVERY_DIGIT
    requests = Requests(cases.exercise, cases)
    every = (cases["tall"], cases["wide"], cases["square"])
    asked = [case for case in every if method.is_judged(method.step, case)]
    for case in asked:
        request = requests.on(method.name, case)
        seen = ask(own, request)
        numbers = _numbers(method, seen)
        if seen.value is None or numbers is None:
            return "differs", (f"{outcome(seen)} ({case.says})",)
        right = _numbers(method, ask(reference, request))
        assert right is not None, "the reference answers"
        accepted = method.accepts and answers.is_right(cases.exercise, method, seen, case)
        for name, value in right.items():
            apart = _apart(numbers[name], value, name, ROUNDING * tolerance(seen.value))
            if apart and not accepted:
                return "differs", (f"differs: {apart} ({case.says})",)
            fewest = min(fewest, digits(numbers[name], value))
    return "agrees", (f"agrees with the reference {in_digits(fewest)}, on {len(asked)} random data sets",)


def outcome(seen: Seen) -> str:
    """Describe the outcome of a call that returned nothing to compare."""
    if seen.value is not None:
        return f"returns {seen.says()}"
    if seen.raised is not None and "NotImplementedError" in seen.raised.ancestry:
        return f"stops at code that is not written yet ({seen.says()})"
    return f"{'raises' if seen.raised is not None else 'does not return:'} {seen.says()}"


def _numbers(method: Method, seen: Seen) -> Numbers | None:
    """The numbers of an answer by name, or None if it is of the wrong kind."""
    values = answers.parts(method, seen)
    if values is None:
        return None
    contents = {name: part.content for name, part in zip(method.gives, values, strict=True)}
    return None if any(content is None for content in contents.values()) else contents  # type: ignore[return-value]


def _apart(own: np.ndarray, right: np.ndarray, name: str, relative: float) -> str:
    """Describe where two arrays differ most; empty if they agree within `relative`."""
    if own.shape != right.shape:
        return f"{name} has shape {own.shape}, the reference's {right.shape}"
    if close(own, right, relative):
        return ""
    worst = int(np.argmax(np.nan_to_num(np.abs(own - right), nan=np.inf).ravel()))
    place = f"{name}[{worst}]" if own.shape else name
    return f"{place} is {own.ravel()[worst]:.6g}, the reference's {right.ravel()[worst]:.6g}"


def digits(own: np.ndarray, right: np.ndarray) -> int:
    """To how many digits two arrays of one shape agree, relative to the largest entry; 16 means exactly."""
    scale = float(np.max(np.abs(right), initial=0.0)) or 1.0
    error = float(np.max(np.abs(own - right), initial=0.0)) / scale
    return EVERY_DIGIT if error == 0 else max(0, min(EVERY_DIGIT - 1, int(-np.log10(error))))


def in_digits(number: int) -> str:
    """Say in words to how many digits two results agree."""
    return "in every digit" if number >= EVERY_DIGIT else f"to {number} digits"
