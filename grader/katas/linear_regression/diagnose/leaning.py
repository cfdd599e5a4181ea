"""Whether a wrong `fit` only shows what is wrong in a helper that one of the methods uses as well.

With right methods put under it, `fit` still calls such a helper. Where it goes exactly the way that its own
methods lead, and shares a helper with a wrong one, there is no mistake of its own.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from ....observation import Value, close, tolerance
from .. import expect, path, reference
from ..learner import METHOD_OF, PARTS, Learner
from ..named import Named
from ..parts import part_is_right, right_under
from ..path import Run
from ..probes import Probe

Theta = tuple[np.ndarray, float]


def follows(learner: Learner, run: Run) -> bool:
    """Whether the run went as the own methods lead, one of which is wrong by a helper of both."""
    if not right_under(learner) or run.seen.value is None or run.end is None:
        return False
    written = learner.written()
    wrong = [name for name in PARTS if name in written and not part_is_right(learner, name)]
    if not any(learner.outline.share_a_helper(name, "fit") for name in wrong):
        return False
    called = {name for name, _ in learner.parts_called(learner.probes.path, right=True)}
    own = [name for name in wrong if name not in called]
    starts = ((run.probe.w, run.probe.b), (np.zeros(run.probe.d), 0.0))
    return any(_leads(learner, run, start, own) for start in starts)


def misled(learner: Learner, found: Iterable[Named]) -> bool:
    """Whether one of these mistakes of other methods stands in a helper that `fit` comes to use as well."""
    return any(
        named.line is not None
        and named.step in METHOD_OF
        and learner.outline.is_in_a_helper_of_both(named.line, METHOD_OF[named.step], "fit")
        for named in found
    )


def _leads(learner: Learner, run: Run, start: Theta, own: list[str]) -> bool:
    theta, losses = start, []
    for _ in range(run.epochs):
        step = _step(learner, run, theta, own)
        if step is None:
            return False
        theta = step[0]
        losses.append(step[1])
    return path.close_end(run.seen, *theta, run.probe.d) and _same_history(run, losses)


def _step(learner: Learner, run: Run, theta: Theta, own: list[str]) -> tuple[Theta, Value] | None:
    name = f"{run.probe.name} at {theta[0].tobytes().hex()} {theta[1]!r}"
    probe = replace(run.probe, name=name, w=theta[0], b=theta[1])
    probe = replace(probe, y_hat=probe.fresh)
    if "predict" in own:
        value = learner.predict(probe).value
        if value is None or value.content is None or value.content.shape != (probe.n,):
            return None
        probe = replace(probe, y_hat=value.content)
    loss = (
        learner.loss(probe).value if "compute_loss" in own else _number(reference.loss(probe.y_hat, probe.y))
    )
    slopes = _slopes(learner, probe, own)
    if loss is None or slopes is None:
        return None
    return (theta[0] - run.lr * slopes[0], theta[1] - run.lr * slopes[1]), loss


def _slopes(learner: Learner, probe: Probe, own: list[str]) -> Theta | None:
    if "compute_gradients" not in own:
        return reference.gradients(probe.X, probe.y, probe.y_hat)
    value = learner.gradients(probe).value
    try:
        dw, db = expect.pair(value) if value is not None else (Value("none", "none"),) * 2
        return expect.array(dw, (probe.d,), "dw"), expect.number(db, "db")
    except AssertionError:
        return None


def _number(number: float) -> Value:
    return Value("number", "float", number=number)


def _same_history(run: Run, losses: list[Value]) -> bool:
    history = run.seen.value
    assert history is not None
    seen = expect.losses_of(history)
    entries = list(history.items) if seen is None else [_number(float(loss)) for loss in seen]
    relative = path.SLACK * tolerance(run.seen.w, history, *losses)
    return len(entries) == len(losses) and all(
        entry.kind == loss.kind and _alike(entry, loss, relative)
        for entry, loss in zip(entries, losses, strict=True)
    )


def _alike(entry: Value, loss: Value, relative: float) -> bool:
    if entry.content is None or loss.content is None:
        return entry.content is None and loss.content is None
    return close(entry.content, loss.content, relative)
