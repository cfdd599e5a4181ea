"""Mistakes in the gradient: those of linear regression, with p for y_hat, and two more."""

from collections.abc import Iterator
from dataclasses import replace

from ....catalogue import Mistake
from ...linear_regression.mistakes import gradients

DW = "dw = X.T @ (p - y) / n"
DB = "db = np.sum(p - y) / n"
BOTH = f"{DW}\n{DB}"
_EXAMPLE = (
    "With X = [[1, 0], [0, 2], [3, 1]], p = [0.5, 0.25, 0.75] and y = [1, 0, 0] (n = 3, d = 2):\n"
    "the error is [-0.5, 0.25, 0.75]; X.T @ error = [1.75, 1.25] and np.sum(error) = 0.5,\n"
    "so dw = [0.583, 0.417], shape (2,), and db = 0.167, one number"
)
_LEFT_OUT = {"gradient-missing-factor-two", "gradient-weights-missing-factor-two",
             "gradient-bias-missing-factor-two", "gradient-of-absolute-error",
             "gradient-of-squared-residual"}  # fmt: skip
_TWO = {"dw_factor": "2 * ", "db_factor": "2 * "}
_WORDS = (
    ("the gradient of the mean squared error alone", "the gradient of the cross-entropy alone"),
    ("The loss is a mean over how many residuals", "The loss is a mean over how many samples"),
    ("a new prediction, not from the y_hat", "new probabilities, not from the p"),
    ("The prediction is then computed twice", "They are then computed twice"),
    ("what the model would predict now", "what the model would give now"),
    ("every prediction is compared with every target", "every probability is compared with every label"),
    ("If every prediction is too high", "If every probability is too high"),
    ("If every prediction is 1 too high", "If every probability is 0.1 too high"),
    ("If the prediction for a sample", "If the probability for a sample"),
    ("# prediction minus target", "# probability minus label"),
    ("the predictions are perfect", "every p equals its y"),
    ("2 * np.mean(y_hat - y)", "np.mean(p - y)"),
    ("y_hat", "p"),
)  # fmt: skip
_CODE = {"self.predict(X)": "self.predict_proba(X)",
         "X @ self.w + self.b": "0.5 * (1 + np.tanh(0.5 * (X @ self.w + self.b)))"}  # fmt: skip


def _said(text: str) -> str:
    for old, new in _WORDS:
        text = text.replace(old, new)
    return text


def _as_here(entries: tuple[Mistake, ...]) -> Iterator[Mistake]:
    for entry in entries:
        if entry.id in _LEFT_OUT:
            continue
        own = {0: DW, 1: DB}.get(-1 if entry.wrong_part is None else entry.wrong_part, BOTH)
        example = entry.id in ("gradient-wrong-shape", "gradient-wrong-value")
        corrected = "return dw, db" if entry.id == "gradient-returned-swapped" else own
        edits = tuple(
            {slot: _CODE.get(t, t).replace("y_hat", "p") for slot, t in e.items()} for e in entry.edits
        )
        yield replace(
            entry, title=_said(entry.title), question=_said(entry.question),
            explanation=_said(entry.explanation), edits=edits, corrected=_EXAMPLE if example else corrected,
            telltales=tuple(text.replace("y_hat", "p") for text in entry.telltales),
            proving_values=tuple(text.replace("y_hat", "p") for text in entry.proving_values),
        )  # fmt: skip


OWN: tuple[Mistake, ...] = (
    Mistake(
        "gradient-factor-two", "gradients", "There is a factor 2",
        "What is the derivative of -log(p) with respect to the score, and where would a 2 come from?",
        "The gradient has a factor 2. It belongs to the mean squared error, whose square is differentiated."
        " In the cross-entropy nothing is squared.",
        BOTH, (_TWO, {"dw_factor": "2 * "}, {"db_factor": "2 * "}), alias="factor of two",
    ),
    Mistake(
        "gradient-of-squared-error", "gradients", "There is a factor p * (1 - p)",
        "For a sample with y = 1 and p = 0.001, should the gradient be large or almost zero?",
        "The error is multiplied by p * (1 - p), the derivative of the sigmoid. That is the gradient of the"
        " squared error. In the gradient of the cross-entropy, the derivative of the logarithm cancels"
        " that factor.",
        BOTH,
        ({"signal": "error * target * (1 - target)"}, {"signal": "error * target * (1 - target)", **_TWO}),
    ),
    Mistake(
        "gradient-of-absolute-error", "gradients", "Only the sign of the error is used",
        "Should a probability that is off by 0.9 change the gradient as much as one that is off by 0.1?",
        "The gradient uses the sign of each error and drops its size.",
        BOTH, ({"signal": "np.sign(error)"}, {"signal": "np.sign(error)", **_TWO}),
    ),
    Mistake(
        "gradient-of-squared-residual", "gradients", "The error is squared in the gradient",
        "With respect to the score, the derivative of the loss is p - y: to which power?",
        "The gradient uses the squares of the errors. A square is never negative, so it cannot tell too high"
        " from too low.",
        BOTH, ({"signal": "error ** 2"},),
    ),
)  # fmt: skip

_TAKEN = tuple(_as_here(gradients.MISTAKES))
MISTAKES = (*_TAKEN[:-2], *OWN, *_TAKEN[-2:])
