"""The learner's class as the checks and the diagnosis see it: each question is asked once and kept."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ...observation import Raised, Seen, Value
from ...sandbox.client import Sandbox
from ...sandbox.limits import Ended
from .hunger import out_of_memory
from .kept import Kept
from .outcomes import Blocked, Todo
from .outline import Outline
from .probes import Probe, Probes
from .requests import FOLLOW_EPOCHS, FOLLOW_LR, LOOK_ROWS, METHODS, Request, Requests, calls, under
from .signatures import Signatures
from .start import Start

STEP_OF = {"predict": "predict", "compute_loss": "loss", "compute_gradients": "gradients", "fit": "fit"}
METHOD_OF = {step: method for method, step in STEP_OF.items()}
STATEFUL = ("predict", "fit")
PARTS = ("predict", "compute_loss", "compute_gradients")
PLAINEST = (0.06, 1)  # learning rate and epochs
ROWS = [(LOOK_ROWS, 3), (3 * LOOK_ROWS, 3)]


class Learner:
    """One submission, loaded.

    Args:
        sandbox: where it is loaded.
        facts: what loading it told, see `sandbox.inspecting.members`.
        right: makes a sandbox in which right methods of these names can be put under `fit`.
        seed: of the probes.

    Attributes:
        both_at_work: whether the second worker is there already, and has its share of the looks.
    """

    def __init__(
        self, sandbox: Sandbox, facts: dict[str, Any], right: Callable[[Sequence[str]], Sandbox], seed: int
    ) -> None:
        self.sandbox, self.facts, self.seed = sandbox, facts, seed
        self.probes = Probes(seed)
        self.requests = Requests(self.probes)
        self.signatures = Signatures(facts)
        self.outline = Outline(sandbox.request["source"])
        self.lost: dict[str, Ended] = {}
        self._make_right = right
        self._right: Sandbox | None = None
        self._put: tuple[str, ...] = ()
        self.both_at_work = False
        self._sent: dict[bool, set[int]] = {False: set(), True: set()}
        self._kept = Kept()  # `ahead` asks in a thread of its own
        self._asking = {right: threading.Lock() for right in (False, True)}

    # -- asking

    def ask(
        self,
        request: dict[str, Any],
        method: str,
        *,
        right: bool = False,
        aside: bool = False,
        beside: bool = False,
    ) -> dict[str, Any] | Ended:
        """Run a request that calls `method`; after a loss in that method it is not called again.

        A look `aside` is slower than a plain call: a loss there is none of the method's. One `beside` goes
        to the worker that has the right parts, whether or not they are to be put under `fit`.
        A loss in the constructor is a loss for all, one in a part that `fit` calls is one for `fit`.
        """
        key = method + "!" * right
        through = ["__init__", *(PARTS if method == "fit" and not right else ())]
        with self._asking[right or beside]:
            lost = next((self.lost[name] for name in (key, *through) if name in self.lost), None)
            if lost is not None:
                return lost
            sandbox = self._right_sandbox() if right or beside else self.sandbox
            answer = sandbox.run(request)
            if isinstance(answer, Ended) and not aside:
                self.lost[key] = answer
            if not isinstance(answer, Ended):
                for name, ended in out_of_memory(request, answer):
                    self.lost.setdefault(name + "!" * right, ended)
            return answer

    def expect(self, requests: list[Request], *, right: bool = False) -> None:
        """Send what will be asked, each once, so that the worker need not wait for each question."""
        requests = [request for request in requests if id(request) not in self._sent[right]]
        self._sent[right].update(map(id, requests))
        if not requests:
            return
        with self._asking[right]:
            sandbox = self._right_sandbox() if right else self.sandbox
            if sandbox.loaded is None:
                sandbox.load()
            sandbox.expect(requests)

    def _right_sandbox(self) -> Sandbox:
        if self._right is None:
            self._put = self._put or PARTS
            self._right = self._make_right(self._put)
        return self._right

    def put_under(self, names: Sequence[str]) -> None:
        """Have right methods of these names under `fit`; what was got with fewer of them is forgotten."""
        with self._asking[True]:
            if set(names) <= set(self._put):
                return
            self._put = tuple(name for name in PARTS if name in (*self._put, *names))
            if self._right is not None:
                self._right.end()
                self._right = None
                self._sent[True].clear()
                self._kept.forget(("fit", self.probes.path.name, (PLAINEST,), True))
                self.lost.pop("fit!", None)

    def keep(self, key: Any, make: Any) -> Any:
        """The answer kept under `key`, or the one that `make` gets now."""
        return self._kept.get(key, make)

    def start(self, d: int) -> Start:
        """A model for `d` features, as its constructor leaves it."""
        return self.keep(("start", d), lambda: self._start(d))  # type: ignore[no-any-return]

    def start_by_name(self) -> Start:
        """A model made with the argument by its documented name."""
        return self.keep("start by name", lambda: self._start(3, named=True))  # type: ignore[no-any-return]

    def _start(self, d: int, *, named: bool = False) -> Start:
        missing = Value("missing", "missing")
        answer = self.ask(self.requests.new(d, named=named), "__init__")
        if isinstance(answer, Ended):
            return Start(missing, missing, ended=answer)
        if "raised" in answer:
            return Start(missing, missing, raised=Raised.of(answer["raised"]))
        return Start(Value.of(answer["start"]["w"]), Value.of(answer["start"]["b"]))

    def unassignable(self) -> Raised | Ended | None:
        """What comes of giving a model other values of w and b; None where it takes them."""
        return self.keep("assigned", self._assign)  # type: ignore[no-any-return]

    def _assign(self) -> Raised | Ended | None:
        answer = self.ask(self.requests.assigned(), "__init__")
        if isinstance(answer, Ended):
            return answer
        return Raised.of(answer["raised"]) if "raised" in answer else None

    def predict(self, probe: Probe, *, named: bool = False) -> Seen:
        """`predict(X)` in the state of the probe."""
        return self.on("predict", probe, named=named)

    def loss(self, probe: Probe, *, named: bool = False) -> Seen:
        """`compute_loss(y_hat, y)`."""
        return self.on("compute_loss", probe, named=named)

    def gradients(self, probe: Probe, *, named: bool = False) -> Seen:
        """`compute_gradients(X, y, y_hat)`."""
        return self.on("compute_gradients", probe, named=named)

    def on(self, method: str, probe: Probe, *, named: bool = False) -> Seen:
        """One call of a method that is a formula, on a model in the state of the probe."""
        request = self.requests.on(method, probe, named=named)
        return self.keep((method, probe.name, named), lambda: self.seen(method, request)[-1])  # type: ignore[no-any-return]

    def seen(self, method: str, request: Request, *, right: bool = False) -> list[Seen]:
        """What came of the several calls of one request, see `requests.calls`."""
        answer = self.ask(request, method, right=right)
        count = len(request["calls"])
        if isinstance(answer, Ended):
            return [Seen(ended=answer)] * count
        if "calls" not in answer:
            return [Seen(raised=Raised.of(answer["raised"]))] * count
        found, b = [Seen.of(record) for record in answer["calls"]], self.start(3).b
        if request["state"] and b.kind != "number" and b.unwrapped.number is not None:
            return [
                replace(seen, b=seen.b.unwrapped) for seen in found
            ]  # a setter that wraps it is told once
        return found

    def fits(self, probe: Probe, *runs: tuple[float, int], right: bool = False) -> list[Seen]:
        """Calls of `fit` one after another on one model: a pair (lr, epochs) each."""
        request = self.requests.fits(probe, runs, right=right)
        key = ("fit", probe.name, runs, right)
        return self.keep(key, lambda: self.seen("fit", request, right=right))  # type: ignore[no-any-return]

    def parts_called(self, probe: Probe, right: bool) -> list[tuple[str, list[int]]]:
        """The own methods that one epoch of `fit` calls, with the row counts of the arrays given."""
        return self.keep(("parts", right), lambda: self._parts_called(probe, right))  # type: ignore[no-any-return]

    def _parts_called(self, probe: Probe, right: bool) -> list[tuple[str, list[int]]]:
        call = {"method": "fit", "args": [probe.X, probe.y, 0.01, 1]}
        request = calls(probe.d, [call], {"w": probe.w, "b": probe.b}) | {"mode": "quiet", "record": True}
        answer = self.ask(under(request, right), "fit", right=right)
        return [] if isinstance(answer, Ended) else [(name, rows) for name, rows in answer.get("parts", ())]

    def fit_by_name(self, probe: Probe, lr: float, epochs: int, *, right: bool) -> Seen:
        """`fit` with every argument by its documented name."""
        named = {"X": probe.X, "y": probe.y, "lr": lr, "epochs": epochs}
        call = {"method": "fit", "args": [], "named": named}
        request = calls(probe.d, [call], {"w": probe.w, "b": probe.b}, right=right)
        key = ("fit by name", probe.name)
        return self.keep(key, lambda: self.seen("fit", request, right=right)[-1])  # type: ignore[no-any-return]

    # -- what is there

    def exists(self, method: str) -> bool:
        """Whether the class has the method or, where it does not, a model made by it."""
        methods = self.facts.get("methods")
        return methods is None or methods[method]["there"] or method in self._own_to_models()

    def _own_to_models(self) -> list[str]:
        """The methods that a model has, whatever its class says."""
        return self.keep("own", self._ask_models)  # type: ignore[no-any-return]

    def _ask_models(self) -> list[str]:
        if not self.start(3).made:
            return []
        answer = self.ask({"mode": "plain", "new": [3], "calls": [], "has": list(METHODS)}, "__init__")
        return [] if isinstance(answer, Ended) else list(answer.get("has", ()))

    def written(self) -> list[str]:
        """The methods that there are, and that are not still to do."""
        return [name for name in METHODS if self.exists(name) and not self.is_todo(name)]

    def is_todo(self, method: str) -> bool:
        """Whether the method is not written yet: bare, or its plainest call says so."""
        return self.keep(("todo", method), lambda: self._is_todo(method))  # type: ignore[no-any-return]

    def _is_todo(self, method: str) -> bool:
        if self.facts.get("methods", {}).get(method, {}).get("bare"):
            return True
        if not self.start(3).made or method in self.lost:
            return False
        tall = self.probes.tall
        seen = {
            "predict": lambda: self.predict(tall),
            "compute_loss": lambda: self.loss(tall),
            "compute_gradients": lambda: self.gradients(tall),
            "fit": self._plainest_fit,
        }[method]()
        return seen.raised is not None and "NotImplementedError" in seen.raised.ancestry

    def _plainest_fit(self) -> Seen:
        """`fit`, with right parts put under it where its own raise NotImplementedError."""
        seen = self.fits(self.probes.path, PLAINEST)[0]
        stuck = seen.raised is not None and "NotImplementedError" in seen.raised.ancestry
        missing = [name for name in PARTS if name in self.lost or not self.exists(name) or self.is_todo(name)]
        if (stuck and missing) or any(name in self.lost for name in PARTS):
            self.put_under(missing)
            seen = self.fits(self.probes.path, PLAINEST, right=True)[0]
        return seen

    def parameters_missing(self) -> bool:
        """Whether a new model lacks w or b."""
        start = self.start(3)
        return any(value.kind in ("missing", "none") for value in (start.w, start.b))

    def wanted(self, method: str) -> None:
        """Raise Todo or Blocked where there is nothing in `method` to judge."""
        if not self.exists(method):
            raise Blocked(f"there is no method {method}")
        if not self.start(3).made:
            raise Blocked("no model can be made: see step init")
        if method in STATEFUL and self.parameters_missing():
            raise Blocked("the model has no w or no b: see step init")
        if self.unassignable() is not None:
            raise Blocked("w and b cannot be assigned from outside: see step init")
        if self.is_todo(method):
            raise Todo(f"{method} is not written yet")

    # -- looking on

    def look(self, mode: str, method: str, sizes: list[tuple[int, int]], *, right: bool = False) -> Any:
        """A pass of another kind (counted, weighed, spied) at the given sizes (n, d)."""
        request = self.requests.look(mode, method, sizes, right=right)
        key = (mode, method, tuple(sizes), right)
        beside = self.looks_beside(mode)
        return self.keep(key, lambda: self.ask(request, method, right=right, aside=True, beside=beside))

    def looks_beside(self, mode: str) -> bool:
        """Whether a pass is the second worker's: the first one counts meanwhile."""
        return self.both_at_work and mode != "counted"

    def follow(
        self,
        method: str,
        probe: Probe,
        lr: float = FOLLOW_LR,
        epochs: int = FOLLOW_EPOCHS,
        *,
        right: bool = False,
    ) -> Any:
        """The values of every operation of one call; see `sandbox.trail`."""
        request = self.requests.follow(method, probe, lr, epochs, right=right)
        key = ("followed", method, probe.name, lr, epochs, right)
        return self.keep(key, lambda: self.ask(request, method, right=right, aside=True))
