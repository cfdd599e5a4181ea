"""Calls with several right answers: scores of -1000 and 1000, and probabilities of exactly 0 and 1."""

import numpy as np

from ...engine.declaration.case import Case
from ...engine.declaration.exercise import Edge
from ...observation import Seen

FAR = 1000.0
NEAR, MOST_CLIPPED = 1e-12, 0.4
FIRST_LOSS = 16.0  # the least loss of a sample whose label has probability 0
CLIPPED = 1e-5
ENDS = np.array([0.0, 1.0, 0.3, 0.6, 0.0, 1.0])
LABELS = np.array([0.0, 1.0, 1.0, 0.0, 0.0, 1.0])
ONES_AT_ZERO = np.array([1.0, 1.0, 1.0, 0.0, 1.0, 1.0])  # both samples with a p of 0 are labelled 1
ZEROS_AT_ONE = np.array([0, 0, 1, 0, 0, 0])  # both samples with a p of 1 are labelled 0
WRONG = 2  # one alone may cost the largest finite number


def edges() -> list[Edge]:
    """The calls at the edges of the domain."""
    return [
        Edge("scores of -1000 and 1000", _far(), "predict_proba",
             ("probability-overflows", "probability-clipped"), probability),
        *(Edge(check, _ends(name, y), "compute_loss", ("loss-not-finite",), loss)
          for name, check, loss, y in (
              ("opposite", "wrong probabilities of 0 and 1", _wrong_label, ONES_AT_ZERO),
              ("whole_opposite", "wrong probabilities for integer labels", _wrong_label, ZEROS_AT_ONE),
              ("same", "right probabilities of 0 and 1", _right_labels, LABELS)))
    ]  # fmt: skip


def _far() -> Case:
    """A case with two features; scores are about -1000 and 1000, and two are moderate."""
    X = np.array([[FAR - 0.5, 0.0], [-FAR - 0.5, 0.0], [0.4, -0.3], [-1.2, 0.8], [-FAR, -0.25], [FAR, -0.25]])
    args = {"X": X, "y": LABELS, "p": ENDS}
    return Case("far_scores", args, {"w": np.array([1.0, 2.0]), "b": 0.5}, (2,))


def _ends(name: str, y: np.ndarray) -> Case:
    X = np.linspace(-1.0, 1.0, 12).reshape(6, 2)
    return Case(f"{name}_ends", {"X": X, "y": y, "p": ENDS}, {"w": np.array([0.5, -0.5]), "b": 0.1}, (2,))


def _raised(seen: Seen, *words: str) -> bool:
    """Whether the call raised an exception with such words, as a NumPy warning can under `np.seterr`."""
    raised = seen.raised
    return raised is not None and any(word in raised.message for word in words)


def probability(seen: Seen) -> tuple[str, str] | None:
    """The mistake if the sigmoid overflows or is wrong at one of the ends; None if it is right."""
    warned = next((text for text, _ in seen.warned if "overflow" in text), "")
    if warned or _raised(seen, "overflow", "math range error"):
        said = warned or (seen.raised.says() if seen.raised else "")
        return "probability-overflows", f"for scores of -1000 and 1000: {said}"
    p = seen.value.content if seen.value is not None else None
    case = _far()
    if p is None or p.shape != (case.n,):
        return None
    score = case.X @ case.state["w"] + case.state["b"]
    off = np.abs(p - 0.5 * (1 + np.tanh(0.5 * score)))
    worst = int(np.argmax(np.where(np.isfinite(off), off, np.inf)))
    end, given = int(score[worst] > 0), float(p[worst])
    shown = f"{given:.6g}" if float(f"{given:.6g}") != end else f"{given!r}"
    said = f"for a score of {score[worst]:g} the probability is {shown}; expected {end}"
    if not np.isfinite(off[worst]):
        return "probability-overflows", said
    ends = np.abs(score) > FAR / 2
    if np.max(off[ends]) <= NEAR:
        return None  # other checks judge the scores in between
    clipped = np.max(off[ends]) < MOST_CLIPPED and np.max(off[~ends]) < NEAR
    return ("probability-clipped" if clipped else "probability-wrong-value"), said


def _loss(seen: Seen, least: float) -> tuple[str, str] | None:
    if _raised(seen, "divide by zero", "invalid value", "math domain"):
        return "loss-not-finite", f"for p of 0 and 1: {seen.says()}"
    if seen.value is None or seen.value.number is None:
        return None
    number = seen.value.number
    if not np.isfinite(number):
        return "loss-not-finite", f"the loss is {number} for p of 0 and 1; expected a finite number"
    if number < least - CLIPPED:
        said = f"the loss is {number:.6g} where {WRONG} of {len(ENDS)} labels have probability 0"
        wanted = f"expected at least {least:.4g}: p may be clipped by at most 1e-7"
        return "loss-wrong-value", f"{said}; {wanted}"
    return None


def _wrong_label(seen: Seen) -> tuple[str, str] | None:
    return _loss(seen, WRONG * FIRST_LOSS / len(ENDS))


def _right_labels(seen: Seen) -> tuple[str, str] | None:
    return _loss(seen, 0.0)
