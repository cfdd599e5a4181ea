"""The three formulas, with what each of their mistakes is told by: findings for their steps."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from ....observation import Value
from .. import again, expect, reference
from ..learner import Learner
from ..mistakes import CATALOGUE
from ..named import Named
from ..parts import state_kept
from ..probes import Probe
from .lines import line_of
from .numeric import Formula, Recogniser, agrees, observe, run
from .trail import Trail, along, follow
from .trouble import signature, trouble

STATEFUL = "gradient-updates-parameters"


def _one(value: Value) -> tuple[Value, ...] | None:
    return (value,) if value.kind in ("array", "number") else None


def _pair(value: Value) -> tuple[Value, ...] | None:
    try:
        return expect.pair(value)
    except AssertionError:
        return None


def formula_of(learner: Learner, step: str) -> Formula:
    """The method of a step, bound to the learner."""
    formulas: dict[str, Callable[[], Formula]] = {
        "predict": lambda: Formula(
            "predict", "predict", learner.predict, lambda m, p: m.predict(p.X), _one, ("y_hat",),
            lambda p: f"an array of shape ({p.n},)",
        ),
        "loss": lambda: Formula(
            "loss", "compute_loss", learner.loss, lambda m, p: m.compute_loss(p.y_hat, p.y), _one,
            ("the loss",), lambda p: "one number",
        ),
        "gradients": lambda: Formula(
            "gradients", "compute_gradients", learner.gradients,
            lambda m, p: m.compute_gradients(p.X, p.y, p.y_hat), _pair, ("dw", "db"),
            lambda p: f"a pair: dw of shape ({p.d},) and db, one number",
        ),
    }  # fmt: skip
    return formulas[step]()


def diagnose(learner: Learner, step: str) -> list[Named]:
    """Everything that is wrong with the method of this step."""
    formula = formula_of(learner, step)
    entries = tuple(e for e in CATALOGUE.of_step(step) if e.id != STATEFUL)
    own = (lambda probe: _own(learner, probe)) if step == "gradients" else (lambda probe: None)
    recogniser = Recogniser(learner, formula, entries, own)
    ended = next((o for o in recogniser.main if o.seen.ended is not None), None)
    if ended is not None:
        return [recogniser.plain_trouble(ended)]
    if wrong := _signature(learner, recogniser):
        return [wrong]
    side = _side_effects(learner, recogniser)
    if not recogniser.all_right():
        return side + _wrong(learner, recogniser)
    if any(named.mistake == "mutates-input" for named in side):
        return side
    for words, observed in recogniser.others():
        if not recogniser.right(observed):
            found = recogniser.plain_trouble(observed, words)
            return [*side, replace(found, line=_odd_line(learner, formula, observed, found, words))]
    return side


def _odd_line(learner: Learner, formula: Formula, observed: Any, found: Named, words: str) -> int | None:
    """The line of what goes wrong in an odder call only."""
    if words in again.WORDS:
        outline, method = learner.outline, formula.method
        return outline.line_of_keeping(method) or outline.line_of_kept(method) or found.line
    if observed.seen.value is None or not isinstance(observed.numbers, tuple):
        return found.line
    trail = follow(learner, formula.method, observed.probe)
    if found.mistake == "not-finite":
        return trail.first_not_finite(learner.outline) or found.line
    return line_of(learner, formula, found.mistake, observed, trail)


def _signature(learner: Learner, recogniser: Recogniser) -> Named | None:
    """A signature that explains why nothing comes out right: another order, or other names."""
    formula = recogniser.formula
    if found := signature(learner, formula.step, formula.method):
        return found
    if recogniser.main[0].seen.raised is not None:
        by_name = observe(formula, learner.probes.tall, named=True)
        if by_name.seen.raised is not None and by_name.seen.raised.binding:
            return trouble(learner, by_name.seen, formula.step, formula.method)
    return None


def _own(learner: Learner, probe: Probe) -> np.ndarray | None:
    value = learner.predict(probe).value
    return value.content if value is not None and value.shape == (probe.n,) else None


def _side_effects(learner: Learner, recogniser: Recogniser) -> list[Named]:
    formula, found = recogniser.formula, []
    observed = next((o for o in recogniser.main if o.seen.value is not None), None)
    if observed is None:
        return []
    seen, probe = observed.seen, observed.probe
    trail = None
    if seen.changed:
        trail = follow(learner, formula.method, probe)
        marks = {"X": "X", "y": "y", "y_hat": "h"}
        order = {"compute_loss": {"y_hat": "X", "y": "y"}}.get(formula.method, marks)
        lines = trail.changes(order[seen.changed[0]])
        words = f"{formula.method} changed {' and '.join(seen.changed)} in place"
        found.append(Named("mutates-input", formula.step, lines[0] if lines else None, words))
    if formula.step == "gradients" and not state_kept(seen, probe):
        trail = trail or follow(learner, formula.method, probe)
        lines = trail.changes("w") or trail.changes("b")
        words = "self.w or self.b is another after compute_gradients"
        found.append(Named(STATEFUL, formula.step, lines[0] if lines else None, words))
    return found


def _wrong(learner: Learner, recogniser: Recogniser) -> list[Named]:
    formula = recogniser.formula
    observed = next((o for o in recogniser.main if not recogniser.right(o)), recogniser.main[0])
    square = recogniser.main[2]
    place = observed if observed.seen.value is not None else square
    raised = observed.seen.raised
    trail = follow(learner, formula.method, place.probe)
    broadcast = _broadcast(formula.step, trail, place.probe)
    if broadcast is not None and formula.step != "predict":
        family = "loss" if formula.step == "loss" else "gradient"
        n = place.probe.n
        said = f"the residual has shape ({n}, {n}) for n={n}: every prediction meets every target"
        others = recogniser.explained()
        named = [e for e in others if not e.id.endswith("-broadcasts")] if len(others) > 1 else []
        return [Named(f"{family}-broadcasts", formula.step, broadcast, said)] + [
            Named(
                e.id, formula.step, line_of(learner, formula, e.id, place, trail), told(e.id, formula, place)
            )
            for e in named
        ]
    entries = recogniser.explained()
    found = [
        Named(
            entry.id,
            formula.step,
            line_of(learner, formula, entry.id, place, trail, [e for e in entries if e is not entry]),
            told(entry.id, formula, place),
        )
        for entry in entries
    ]
    if raised is not None and raised.line is not None:
        shapes = ("gradient-missing-transpose", "predict-swaps-operands", "predict-transposes-x")
        found = [replace(one, line=raised.line) if one.mistake in shapes else one for one in found]
    return (
        found
        or _half(learner, recogniser, trail)
        or [_plain(learner, recogniser, observed, trail), *_misshapen(learner, recogniser, trail)]
    )


def _misshapen(learner: Learner, recogniser: Recogniser, trail: Trail) -> list[Named]:
    """What else is wrong with numbers that came in the wrong shape, such as (n, 1)."""
    formula = recogniser.formula
    flat = recogniser.flattened()
    if flat is None or flat.all_right():
        return []
    return [
        Named(
            e.id,
            formula.step,
            line_of(learner, formula, e.id, flat.main[0], trail),
            told(e.id, formula, flat.main[0]),
        )
        for e in flat.explained()
    ]


def _half(learner: Learner, recogniser: Recogniser, trail: Trail) -> list[Named]:
    """Mistakes of dw or of db alone, where the other one cannot be explained."""
    formula = recogniser.formula
    observed = recogniser.main[0]
    if formula.step != "gradients" or not isinstance(observed.numbers, tuple) or len(observed.numbers) != 2:
        return []
    found: list[Named] = []
    unexplained = 0
    for part, name in ((0, "-weights-"), (1, "-bias-")):
        if all(agrees(o, run(formula, {}, o.probe), part) for o in recogniser.main):
            continue
        entries = recogniser.explained(part)
        telling = [e for e in entries if name in e.id]
        if entries and len(telling) == len(entries):
            found += [
                Named(
                    e.id,
                    formula.step,
                    line_of(learner, formula, e.id, observed, trail),
                    told(e.id, formula, observed),
                )
                for e in telling
            ]
        else:
            unexplained += 1
    if not found:
        return []
    return [*found, _plain(learner, recogniser, observed, trail)] if unexplained else found


def _plain(learner: Learner, recogniser: Recogniser, observed: Any, trail: Trail) -> Named:
    found = recogniser.plain_trouble(observed)
    if observed.seen.value is None or not isinstance(observed.numbers, tuple):
        return found
    line = line_of(learner, recogniser.formula, found.mistake, observed, trail)
    return Named(found.mistake, found.step, line, found.seen)


def _broadcast(step: str, trail: Trail, probe: Probe) -> int | None:
    """The line that subtracts a column from a row: a value of shape (n, n), every pair of samples."""
    pairs = probe.y_hat[:, None] - probe.y[None, :]
    fresh = probe.fresh[:, None] - probe.y[None, :]
    options = [m for p in (pairs, fresh) for m in (p, p.T)]
    return trail.first(lambda v: any(along(v, m, s) for m in options for s in (1.0, -1.0)))


def told(mistake: str, formula: Formula, observed: Any) -> str:
    """What was seen, in numbers, when a mistake was recognised."""
    probe = observed.probe
    if isinstance(observed.numbers, str) or observed.numbers is None:
        return observed.seen.says()  # type: ignore[no-any-return]
    if formula.step == "gradients":
        return _gradient_said(observed.numbers, probe)
    right = run(formula, {}, probe)
    seen, wanted = observed.numbers[0], right[0]
    if np.shape(seen) != np.shape(wanted):
        return (
            f"{formula.parts[0]} has shape {np.shape(seen)} for {probe.says}; expected {formula.says(probe)}"
        )
    first = f"{np.ravel(seen)[0]:.6g}", f"{np.ravel(wanted)[0]:.6g}"
    what = formula.parts[0] if formula.step == "loss" else "the first entry of y_hat"
    return f"{what} is {first[0]} for {probe.says}; expected {first[1]}"


def _gradient_said(numbers: Any, probe: Probe) -> str:
    dw, db = reference.gradients(probe.X, probe.y, probe.y_hat)
    parts = []
    for name, seen, right in (("dw", numbers[0], dw), ("db", numbers[1], np.asarray(db))):
        if np.shape(seen) != np.shape(right):
            parts.append(f"{name} has shape {np.shape(seen)} where {np.shape(right)} is expected")
        elif np.allclose(seen, right, rtol=1e-4, atol=1e-6 * np.max(np.abs(right))):
            continue
        elif close_factor := _factor(seen, right):
            parts.append(f"{name} is {close_factor} what it should be")
        else:
            gave, wanted = expect.first_apart(name, np.asarray(seen), right)
            parts.append(f"{gave} where {wanted} is expected")
    if not parts:
        parts = ["dw and db are off by less than one part in 10,000"]
    if len(parts) == 2 and parts[0][3:] == parts[1][3:]:
        parts = ["dw and db are" + parts[0][5:].replace("it should", "they should")]
    return f"{'; '.join(parts)}; n is {probe.n} and d is {probe.d}"


def _factor(seen: np.ndarray, right: np.ndarray) -> str:
    ratio = float(np.vdot(seen, right) / np.vdot(right, right))
    if not np.allclose(seen, ratio * right, rtol=1e-4):
        return ""
    if abs(ratio - 1) < 1e-4:
        return ""
    return f"{ratio:.6g} times"
