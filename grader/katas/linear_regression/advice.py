"""What is accepted, and could be better. Light: most submissions get none, and the lines are found late."""

from . import path, work
from .expect import losses_of
from .learner import Learner
from .named import Named
from .parts import right_under
from .path import Run


def advise(learner: Learner, passed: set[str]) -> list[Named]:
    """What could be better in the steps that passed."""
    found = _of_fit(learner) if "fit" in passed else []
    return found + _of_loops(learner)


def _of_fit(learner: Learner) -> list[Named]:
    runs = path.runs(learner, right_under(learner))
    value, own = runs[3].seen.value, learner.fits(runs[3].probe, (path.LR, 3))[0].value
    ways = [path.explain_run(run) for run in runs]
    if value is None or any(way is None for way in ways):
        return []
    found = []
    if all(way is not None and way[1] for way in ways):
        found.append(("fit-restarts", "fit starts from values of its own, whatever w and b were before"))
    if _after(runs[3]):
        found.append(
            ("history-after-update", "the first entry of the history is the loss after the first step")
        )
    if value.kind == "array" or value.family in ("tuple", "deque"):
        found.append(("history-not-a-list", f"fit returned {value.says()}"))
    elif own is not None and set(own.flavours) & {"numpy", "0d"}:
        found.append(("history-not-plain-floats", "an entry of the history is a NumPy scalar"))
    return [Named(name, "fit", _line(learner, name), seen) for name, seen in found]


def _after(run: Run) -> bool:
    """Whether each loss was recorded after its step."""
    way = path.explain_run(run)
    value = run.seen.value
    losses = None if value is None else losses_of(value)
    return way is not None and losses is not None and path.history_fits(losses, way[0], run) == "after"


def _line(learner: Learner, name: str) -> int | None:
    from .diagnose.fit_lines import FitLines
    from .diagnose.trail import follow

    if name == "history-not-a-list":
        return learner.outline.line_of_return("fit")
    right = right_under(learner)
    lines = FitLines(learner, follow(learner, "fit", learner.probes.path, right=right), right)
    return lines.update() if name == "fit-restarts" else lines.record()


def _of_loops(learner: Learner) -> list[Named]:
    """A loop over the features, in the learner's own lines."""
    for method in learner.written():
        lines = work.loops_over_features(learner, method)
        if lines:
            from .diagnose.vectorization import line_of_loop

            seen = f"{method} executes more instructions of its own for more features"
            return [Named("loop-over-features", "vectorization", line_of_loop(learner, method, lines), seen)]
    return []
