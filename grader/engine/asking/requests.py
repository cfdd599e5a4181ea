"""Build the requests to the worker. Each is built once, so that one sent ahead is recognised when needed."""

import threading
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

from ..declaration.case import Case
from ..declaration.drawn_cases import Cases
from ..declaration.exercise import Edge, Exercise

Request = dict[str, Any]

LOOK_ROWS = 1_001
LOOK_LR, LOOK_EPOCHS = 0.001, 2
MANY_EPOCHS = 12  # for data with one feature, which are also passed as strided views
LONG_EPOCHS, LONG_SECONDS = 1_000, 3.0
FOLLOW_LR, FOLLOW_EPOCHS = 0.06, 2
ENOUGH_EVENTS = 2_000  # of a trace of so few epochs: a training that ignores their number may do far more

T = TypeVar("T")
P = ParamSpec("P")


def once(make: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function or method returns, with its first argument: the requests, or the learner.

    A case is told from others by its name. A named option that is off counts as not given.
    """

    @wraps(make)
    def kept(*args: P.args, **named: P.kwargs) -> T:
        holder: Any = args[0]
        key: Any = (make, *[arg.name if type(arg) is Case else arg for arg in args[1:]])
        if named:
            key += tuple(item for item in named.items() if item[1])
        if key not in holder.kept:
            holder.kept[key] = make(*args, **named)
        found: T = holder.kept[key]
        return found

    return kept


class Requests:
    """The requests of one grading; asking for the same one again returns the same object."""

    def __init__(self, exercise: Exercise, cases: Cases) -> None:
        self.exercise, self.cases = exercise, cases
        self.kept: dict[Any, Any] = {}

    @once
    def new(self, *args: Any) -> Request:
        """Make a new model with these arguments."""
        return {"mode": "plain", "calls": [], "new": list(args)}

    @once
    def new_by_name(self) -> Request:
        """Make a new model with every argument passed by its documented name."""
        named = dict(zip(self.exercise.constructor, self.cases["tall"].new, strict=False))
        return {"mode": "plain", "calls": [], "new": [], "new_named": named}

    @once
    def assigned(self) -> Request:
        """Make a new model and assign its parameters, after the call that sets them first if there is one."""
        case, exercise = self.cases["tall"], self.exercise
        first = "" if exercise.starts else next((m.name for m in exercise.methods if m.sets), "")
        if not first:
            return calls(case, [])
        then = {"method": "", "args": [], "state": dict(case.state)}
        return several(case, [self.call(first, case), then], {})

    @once
    def on(self, method: str, case: Case, *, named: bool = False, right: bool = False) -> Request:
        """Call a method once, on a model in the state of the case."""
        return self._on(method, case, named, right)

    @once
    def at_edge(self, edge: Edge) -> Request:
        """Call a method once at an edge of the domain, and record the warnings."""
        return self._on(edge.method, edge.case) | {"warnings": True}

    @once
    def fits(self, case: Case, runs: Sequence[tuple[float, int]], *, right: bool = False) -> Request:
        """Train one model several times in a row, once for each pair (lr, epochs)."""
        trained = [self.call(self.exercise.descends.method, case, lr, epochs) for lr, epochs in runs]
        longest = max(epochs for _, epochs in runs)
        limit = {"most_seconds": LONG_SECONDS} if longest >= LONG_EPOCHS else {}
        return calls(case, trained, right=right) | limit

    @once
    def fit_by_name(self, case: Case, lr: float, epochs: int, *, right: bool = False) -> Request:
        """Train a model once, with every argument passed by its documented name."""
        method = self.exercise.descends.method
        named = dict(zip(self.exercise.takes[method], self.arguments(method, case, lr, epochs), strict=True))
        return calls(case, [{"method": method, "args": [], "named": named}], right=right)

    @once
    def look(
        self, mode: str, method: str, sizes: tuple[tuple[int, int], ...], *, right: bool = False
    ) -> Request:
        """Measure a method at the given sizes (n, d): `mode` is counted, weighed or spied."""
        odd = {"layout": "strided"} if sizes[0][1] == 1 else {}
        epochs = MANY_EPOCHS if odd else LOOK_EPOCHS
        sets = [self.one(method, self.cases.many(n, d), epochs=epochs) | odd for n, d in sizes]
        request = {"mode": mode, "method": method, "sets": sets, "least": LOOK_ROWS}
        return under(request, right)

    @once
    def follow(self, method: str, case: Case, lr: float, epochs: int, *, right: bool = False) -> Request:
        """Call a method once and record the value of every operation."""
        layout = "plain" if case.layout == "readonly" else case.layout
        sets = [self.one(method, case, lr, epochs) | {"layout": layout}]
        request: Request = {"mode": "followed", "method": method, "sets": sets}
        if epochs <= FOLLOW_EPOCHS:
            request["most"] = ENOUGH_EVENTS
        return under(request, right)

    def one(self, method: str, case: Case, lr: float = LOOK_LR, epochs: int = LOOK_EPOCHS) -> Request:
        """The arguments and the state of one call of `method` on the case."""
        return {
            "args": self.arguments(method, case, lr, epochs),
            "new": list(case.new),
            "before": self.before(method, case),
            "state": self.state(method, case),
        }

    def arguments(self, method: str, case: Case, lr: float, epochs: int) -> list[Any]:
        """The arguments of a call, in order."""
        extra = {"lr": lr, "epochs": epochs}
        return [extra.get(name) if name in extra else case[name] for name in self.exercise.takes[method]]

    def call(self, method: str, case: Case, lr: float = LOOK_LR, epochs: int = LOOK_EPOCHS) -> Request:
        """One call, to be sent together with others on the same model."""
        return {"method": method, "args": self.arguments(method, case, lr, epochs), "layout": case.layout}

    def before(self, method: str, case: Case) -> list[Request]:
        """The calls a model needs before the method can be called: on other data with as many features."""
        needs, other = self.exercise.method(method).needs, self.cases["other"]
        if not needs:
            return []
        return [self.call(needs, other if other.d == case.d else self.cases.many(other.n, case.d))]

    def state(self, method: str, case: Case) -> Request:
        """The parameters to assign before a call of a method; empty if the method itself sets them."""
        sets = self.exercise.method(method).sets or not self.exercise.starts
        return {} if sets and not self.exercise.method(method).reads_state else dict(case.state)

    def _on(self, method: str, case: Case, named: bool = False, right: bool = False) -> Request:
        call = self.call(method, case)
        if named:
            call |= {"args": [], "named": dict(zip(self.exercise.takes[method], call["args"], strict=True))}
        state, before = self.state(method, case), self.before(method, case)
        if not before:
            return several(case, [call], state, right=right)
        return several(case, [*before, call | {"state": state}], {}, right=right)

    def replaced(
        self, method: str, one: Request, options: Sequence[Any], *,
        spared: Sequence[Any] = (), spared_once: Sequence[Any] = (), numbers: Sequence[float] = (),
        texts: Sequence[str] = (), on_lines: Sequence[int] = (), together: bool = False, right: bool = False,
    ) -> Request:  # fmt: skip
        """Repeat a call with one intermediate value replaced by each of the options that have its shape.

        Values in `spared` are never replaced, those in `spared_once` not at their first occurrence. With
        `numbers`, each constant of the file, or only of those `on_lines`, is also replaced by these. With
        `texts`, so is each text. With `together`, a value that a line computes again is replaced each time.
        """
        request = {"mode": "replaced", "method": method, "sets": [one], "options": list(options)}
        some: dict[str, Any] = {"spared": list(spared), "spared_once": list(spared_once)}
        some |= {"numbers": list(numbers), "texts": list(texts), "on_lines": sorted(on_lines)}
        some["together"] = together
        request |= {name: values for name, values in some.items() if values}
        return under(request, right)

    def changed(self, method: str, one: Request, gives: Sequence[str], *, right: bool = False) -> Request:
        """Repeat a call with one operation changed at a time, to find the lines that make its result right.

        The result is what the call returns or, with `gives`, what these attributes hold afterwards.
        """
        request = {"mode": "changed", "method": method, "sets": [one]}
        return under(request | ({"gives": list(gives)} if gives else {}), right)


_drawing = threading.Lock()


def drawn(exercise: Exercise, seed: int) -> Requests:
    """The requests on the data of one seed."""
    with _drawing:  # otherwise two threads that want the same data would both draw it
        return _drawn(exercise, seed)


@lru_cache(maxsize=1)  # all files of a batch are asked the same
def _drawn(exercise: Exercise, seed: int) -> Requests:
    return Requests(exercise, Cases(exercise, seed))


def under(request: Request, right: bool) -> Request:
    """The request, changed to run with right methods in place of the learner's if `right`."""
    return request | {"right": True} if right else request


def several(case: Case, requests: Sequence[Request], state: Request, *, right: bool = False) -> Request:
    """A request for several calls on one model, made as for the case, with the parameters `state`."""
    mode = "quiet" if right else "plain"
    request = {"mode": mode, "new": list(case.new), "state": dict(state), "calls": list(requests)}
    return under(request, right)


def calls(case: Case, requests: Sequence[Request], *, right: bool = False) -> Request:
    """A request for several calls on one model that starts in the state of the case."""
    return several(case, requests, dict(case.state), right=right)
