"""What the worker is asked: each request is made once, so that it can be sent ahead of being needed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from .probes import Probe, Probes

Request = dict[str, Any]

METHODS = {
    "predict": ["X"],
    "compute_loss": ["y_hat", "y"],
    "compute_gradients": ["X", "y", "y_hat"],
    "fit": ["X", "y", "lr", "epochs"],
}
LOOK_ROWS = 1_001
LOOK_EPOCHS = 2
FOLLOW_LR, FOLLOW_EPOCHS = 0.06, 2


class Requests:
    """The requests of one grading, each the same object every time.

    Args:
        probes: the data that they are about.
    """

    def __init__(self, probes: Probes) -> None:
        self.probes = probes
        self._made: dict[Any, Request] = {}

    def _once(self, key: Any, make: Callable[[], Request]) -> Request:
        return self._made.get(key) or self._made.setdefault(key, make())

    def new(self, d: int, *, named: bool = False) -> Request:
        """A new model for `d` features."""
        given: Request = {"new": [], "new_named": {"n_features": d}} if named else {"new": [d]}
        return self._once(("new", d, named), lambda: {"mode": "plain", "calls": []} | given)

    def assigned(self) -> Request:
        """A new model that is given other values of w and b."""
        tall = self.probes.tall
        return self._once("assigned", lambda: calls(tall.d, [], {"w": tall.w, "b": tall.b}))

    def on(self, method: str, probe: Probe, *, named: bool = False) -> Request:
        """One call of a method that is a formula, on a model in the state of the probe."""
        return self._once((method, probe.name, named), lambda: _on(method, probe, named))

    def fits(self, probe: Probe, runs: Sequence[tuple[float, int]], *, right: bool = False) -> Request:
        """Calls of `fit` one after another on one model: a pair (lr, epochs) each."""
        return self._once(("fit", probe.name, runs, right), lambda: _fits(probe, runs, right))

    def look(
        self, mode: str, method: str, sizes: Sequence[tuple[int, int]], *, right: bool = False
    ) -> Request:
        """A pass of another kind (counted, weighed, spied) at the given sizes (n, d)."""
        return self._once((mode, method, tuple(sizes), right), lambda: self._look(mode, method, sizes, right))

    def follow(
        self, method: str, probe: Probe, lr: float = FOLLOW_LR, epochs: int = FOLLOW_EPOCHS,
        *, right: bool = False,
    ) -> Request:  # fmt: skip
        """A call of which every operation is told."""
        key = ("followed", method, probe.name, lr, epochs, right)
        return self._once(key, lambda: _follow(method, probe, lr, epochs, right))

    def _look(self, mode: str, method: str, sizes: Sequence[tuple[int, int]], right: bool) -> Request:
        sets = [one(method, self.probes.many(n, d)) for n, d in sizes]
        return under({"mode": mode, "method": method, "sets": sets, "least": LOOK_ROWS}, right)


def under(request: Request, right: bool) -> Request:
    """A request with right parts put under what it calls, or as it is."""
    return request | {"right": True} if right else request


def calls(d: int, several: Sequence[Request], state: Request, *, right: bool = False) -> Request:
    """Several calls on one model."""
    mode = "quiet" if right else "plain"
    return under({"mode": mode, "new": [d], "state": state, "calls": several}, right)


def one(method: str, probe: Probe, lr: float = 0.001, epochs: int = LOOK_EPOCHS) -> Request:
    """The arguments and the state of one call of `method` on the probe."""
    args = [*given(method, probe), lr, epochs] if method == "fit" else given(method, probe)
    return {"args": args, "new": [probe.d], "state": {"w": probe.w, "b": probe.b}}


def given(method: str, probe: Probe) -> list[Any]:
    """The arrays of a probe that a method is given, in their order."""
    return [getattr(probe, name) for name in METHODS[method] if name not in ("lr", "epochs")]


def _on(method: str, probe: Probe, named: bool) -> Request:
    args = given(method, probe)
    call: Request = {"method": method, "args": args, "names": METHODS[method], "layout": probe.layout}
    if named:
        call |= {"args": [], "named": dict(zip(METHODS[method], args, strict=True))}
    return calls(probe.d, [call], {"w": probe.w, "b": probe.b})


def _follow(method: str, probe: Probe, lr: float, epochs: int, right: bool) -> Request:
    sets = [one(method, replace(probe, layout="plain"), lr, epochs)]
    return under({"mode": "followed", "method": method, "sets": sets, "least": probe.n}, right)


def _fits(probe: Probe, runs: Sequence[tuple[float, int]], right: bool) -> Request:
    several = [
        {"method": "fit", "args": [probe.X, probe.y, lr, epochs], "layout": probe.layout}
        for lr, epochs in runs
    ]
    return calls(probe.d, several, {"w": probe.w, "b": probe.b}, right=right)
