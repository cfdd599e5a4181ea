"""Mistakes in the training and advice on it: as in linear regression, with this exercise's code."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ....catalogue import Edit, Mistake
from ...linear_regression.mistakes import advice, fit

STEPS = """for _ in range(epochs):
    p = self.predict_proba(X)
    losses.append(self.compute_loss(p, y))
    dw, db = self.compute_gradients(X, y, p)
    self.w -= lr * dw
    self.b -= lr * db"""
_EXAMPLE = (
    "With X = [[0], [1], [2]], y = [0, 1, 1], lr = 0.5, from w = [0] and b = 0:\n"
    "1st epoch: p = [0.5, 0.5, 0.5], loss 0.693, dw = [-0.5], db = -0.167, so w = [0.25], b = 0.0833\n"
    "2nd epoch: p = [0.521, 0.583, 0.642], loss 0.573, dw = [-0.378], db = -0.0849, so w = [0.439], b = 0.126"
)
_OWN_WORDS = ("fit-history-missing", "fit-history-wrong-length", "fit-returns", "fit-one-step-only",
              "fit-ignores-epochs", "fit-stops-early", "fit-unpacks-swapped", "fit-bias-not-updated",
              "fit-weights-not-updated", "fit-updates-a-copy", "fit-resets-parameters")  # fmt: skip
_TEXTS = (
    ("y_hat and y swapped", "p and y swapped"), ("share one y_hat", "share the same p"),
    ("y and y_hat", "y and p"),
    ("the prediction and the gradient have", "the probabilities and the gradient have"),
    ("fit solves for the best w and b directly", "fit solves for w and b directly"),
    ("That alternative is worth mentioning in an interview (it costs O(n d^2 + d^3), which is fine for small"
     " d), but", "The cross-entropy has no closed-form minimum, and"),
    ("Which part of your fit would change if the model had no closed-form solution?",
     "Which equation does your fit solve, and is the gradient of the cross-entropy zero at its solution?"),
    ("y_hat", "p"),
)  # fmt: skip
_ACCEPTED = {
    "other-defaults": "def fit(self, X, y, lr=0.1, epochs=1000):",
    "history-after-update": "losses.append(self.compute_loss(p, y))  # first record\n"
    "self.w -= lr * dw  # then step\nself.b -= lr * db",
}


def _words(text: str) -> str:
    for old, new in _TEXTS:
        text = text.replace(old, new)
    return text


def _code(edit: Edit) -> Edit:
    found = {}
    for slot, text in edit.items():
        text = text.replace("self.predict(", "self.predict_proba(").replace("y_hat", "p")  # noqa: PLW2901
        found[slot] = f"0.5 * (1 + np.tanh(0.5 * ({text})))" if slot == "forward" else text
    return found


def _as_here(entries: Iterable[Mistake]) -> Iterator[Mistake]:
    for entry in entries:
        corrected = entry.corrected if entry.id in _OWN_WORDS else STEPS
        if entry.severity == "advice":
            corrected = _ACCEPTED.get(entry.id, entry.corrected)
        if entry.id == "fit-wrong-value":
            corrected = _EXAMPLE
        yield replace(
            entry, question=_words(entry.question), explanation=_words(entry.explanation),
            corrected=_words(corrected), edits=tuple(map(_code, entry.edits)),
        )  # fmt: skip


MISTAKES = tuple(_as_here(fit.MISTAKES))
ADVICE = tuple(_as_here(entry for entry in advice.MISTAKES if entry.id != "loop-over-features"))
