"""The lines of `fit` that its mistakes stand on: the updates, the loop around them, the way out."""

import ast
from collections.abc import Callable

import numpy as np

from .. import path, reference
from ..learner import Learner
from ..outline import LOOPS
from .telling import line_of_telling
from .trail import Trail

SOLVERS = {"lstsq", "solve", "pinv", "inv", "qr", "svd", "polyfit", "cholesky", "cho_solve"}


class FitLines:
    """Finds the line of each mistake in one learner's `fit`.

    Args:
        learner: whose file it is.
        trail: of two epochs of `fit` on the probe `path`.
    """

    def __init__(self, learner: Learner, trail: Trail) -> None:
        self.learner, self.trail, self.outline = learner, trail, learner.outline
        self.w, self.b = (trail.changes(name) for name in ("w", "b"))

    @property
    def end(self) -> tuple[np.ndarray, float]:
        """W and b after one epoch."""
        probe = self.learner.probes.path
        end = path.Run(probe, path.LR, 1, self.learner.fits(probe, (path.LR, 1))[0]).end
        return (np.zeros(0), float("nan")) if end is None else end

    @property
    def step(self) -> tuple[np.ndarray, float]:
        """What the first step went along, over the learning rate: the gradient as `fit` had it."""
        probe, end = self.learner.probes.path, self.end
        if not end[0].size:
            return end
        return (probe.w - end[0]) / path.LR, (probe.b - end[1]) / path.LR

    def of(self, mistake: str) -> int | None:
        """The line to look at for this mistake."""
        family = "loss" if mistake.startswith("loss-") else mistake
        finders: dict[str, Callable[[], int | None]] = {
            "fit-ascends": self.update,
            "fit-ignores-learning-rate": self.update,
            "fit-ignores-epochs": lambda: self.outline.line_that_rebinds("fit", "epochs") or self.loop(),
            "fit-weights-not-updated": lambda: self.local("dw") or self.update(),
            "fit-bias-not-updated": lambda: self.local("db") or self.update(),
            "fit-updates-a-copy": lambda: self.local("dw") or self.local("db") or self.loop(),
            "fit-one-step-only": lambda: self.leave() or self.update(),
            "fit-stops-early": self.shortened,
            "fit-gradient-frozen": self.gradient,
            "fit-unpacks-swapped": self.unpacking,
            "fit-mixes-old-and-new": self.second_update,
            "fit-resets-parameters": self.reset,
            "fit-stochastic": self.inner_loop,
            "fit-closed-form": lambda: self.solver() or self.update(),
            "fit-history-missing": lambda: self.outline.line_of_return("fit"),
            "fit-history-wrong-length": self.record,
            "fit-history-wrong-value": self.record,
            "fit-does-not-converge": self.update,
            "fit-wrong-value": self.update,
            "loss": lambda: self.formula(mistake, self.record),
        }
        line = finders[family]() if family in finders else self.formula(mistake)
        return line or self.loop() or self.outline.line_of_method("fit")

    def update(self) -> int | None:
        """The line that computes the next w (or else b), or that stores it in every epoch."""
        w, b = self.end
        for mark, value in (("w", w), ("b", np.asarray(b))):
            if (made := self.trail.before_change(mark).first_equal(value)) is not None:
                return made
        changes = self.w or self.b
        repeated = [line for line in changes if changes.count(line) > 1]
        return next(iter(repeated or changes), None)

    def second_update(self) -> int | None:
        """The line that changes the parameter that comes second in an epoch."""
        if not self.w or not self.b:
            return self.update()
        order = [line for line in self.trail.lines() if line in (self.w[0], self.b[0])]
        return self.b[0] if order and order[0] == self.w[0] else self.w[0]

    def loop(self) -> int | None:
        """The outermost loop around the updates, or else in `fit`."""
        line = self.update()
        around = self.outline.loops_around(line) if line else []
        function = self.outline.function("fit")
        inside = [n for n in ast.walk(function) if isinstance(n, LOOPS)] if function else []
        chosen = next(iter(around or inside), None)
        return getattr(chosen, "lineno", None)

    def inner_loop(self) -> int | None:
        """The innermost loop around the updates, where there are two; else what picks the samples."""
        line = self.update()
        around = (
            [n for n in self.outline.loops_around(line) if isinstance(n, (ast.For, ast.While))]
            if line
            else []
        )
        function = self.outline.function("fit")
        if len(around) < 2 and function is not None:
            nested = [
                inner.lineno
                for outer in ast.walk(function) if isinstance(outer, (ast.For, ast.While))
                for inner in ast.walk(outer) if isinstance(inner, (ast.For, ast.While)) and inner is not outer
            ]  # fmt: skip
            if nested:
                return nested[0]
        if len(around) >= 2:
            return around[-1].lineno
        n = self.learner.probes.path.n
        return self.trail.first(lambda v: v.ndim == 2 and 0 < v.shape[0] < n and v.shape[1] == 3) or line

    def leave(self) -> int | None:
        """The `return` or `break` inside the loop, of `fit` or of the helper that makes the steps."""
        function = self.outline.function("fit")
        update = self.update()
        loops = [n for n in ast.walk(function) if isinstance(n, (ast.For, ast.While))] if function else []
        loops += self.outline.loops_around(update) if update else []  # type: ignore[arg-type]
        ways_out = [line for loop in loops for line in self.outline.returns_inside(loop)]
        return next(iter(ways_out), None)

    def local(self, name: str) -> int | None:
        """The line that computes the next w (or b) without storing it in the model."""
        probe = self.learner.probes.path
        dw, db = reference.gradients(probe.X, probe.y, probe.fresh)
        if name == "dw":
            return self.trail.first_equal(probe.w - path.LR * dw)
        return self.trail.first_equal(np.asarray(probe.b - path.LR * db))

    def gradient(self) -> int | None:
        """What is computed once, before the loop: the gradient, the residual or the prediction."""
        probe = self.learner.probes.path
        dw, _ = reference.gradients(probe.X, probe.y, probe.fresh)
        lines = [
            self.call("compute_gradients"),
            self.trail.first_along(dw),
            self.trail.first_along(probe.fresh - probe.y),
            self.trail.first_along(probe.fresh - probe.y, -1.0),
            self.trail.last(lambda v: v.shape == (probe.n,) and bool(np.allclose(v, probe.fresh))),
            self.call("predict"),
        ]
        known = [line for line in lines if line is not None]
        return next((line for line in known if not self.outline.loops_around(line)), next(iter(known), None))

    def unpacking(self) -> int | None:
        """The line that takes the pair apart, or where its halves are used crosswise."""
        called = self.call("compute_gradients")
        return called if called and self.outline.unpacks(called) else self.update() or called

    def reset(self) -> int | None:
        """The line that puts the parameters back: the first to change them within the loop."""
        if again := self.call("__init__"):
            return again
        zeros = np.zeros(self.learner.probes.path.d)
        called = set(self.outline.calls({"zeros", "zeros_like", "full", "fill", "reset"}))
        inside = [line for line in self.w + self.b if line in called]
        return next(iter(inside), None) or self.trail.first_equal(zeros) or self.update()

    def shortened(self) -> int | None:
        """Where `epochs` is made another number, or the loop is left."""
        return self.outline.line_that_rebinds("fit", "epochs") or self.leave() or self.loop()

    def solver(self) -> int | None:
        """The line that solves for the answer."""
        return next((line for name in SOLVERS for line in self.trail.calls(name)), None)

    def record(self) -> int | None:
        """The line that adds a loss to the history; one outside the loop, if there is one, is odd."""
        lines = [line for name in (".append", ".insert", ".extend") for line in self.trail.calls(name)]
        odd = [line for line in lines if not self.outline.loops_around(line)]
        return next(iter(odd or lines), None) or self.outline.line_of_return("fit")

    def call(self, name: str) -> int | None:
        """The first line that calls a method of this name."""
        return next(iter(self.trail.calls(name)), None)

    def formula(self, mistake: str, otherwise: Callable[[], int | None] | None = None) -> int | None:
        """The line of a wrong formula written out in `fit`."""
        probe = self.learner.probes.path
        told = line_of_telling(mistake, self.trail, probe, probe.fresh)
        if told:
            return told
        if otherwise is not None:
            return otherwise()
        return self._gradient_made("bias" in mistake) or self.update()

    def _gradient_made(self, bias: bool) -> int | None:
        """Where the gradient that the first step used was made, read off from that step."""
        w, b = self.step
        target = np.asarray(b if bias else w)
        for scale in (1.0, -1.0, path.LR, -path.LR):
            if (line := self.trail.first_equal(scale * target)) is not None:
                return line
        return next(iter(self.b if bias else self.w), None)
