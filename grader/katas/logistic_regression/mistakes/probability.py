"""Mistakes in the probabilities, the sigmoid of X @ w + b."""

from ....catalogue import Mistake
from ...linear_regression.mistakes import predict

CORRECTED = "score = X @ w + b\np = 0.5 * (1 + np.tanh(0.5 * score))  # the sigmoid, and it never overflows"
_EXAMPLE = (
    "With X = [[1, 2], [3, 4]], w = [2, -1] and b = 0.5:\n"
    "X @ w + b = [0.5, 2.5], and 1 / (1 + exp(-0.5)) = 0.622, 1 / (1 + exp(-2.5)) = 0.924,\n"
    "so p = [0.622, 0.924], an array of shape (2,)"
)
CLIPPED = ("<constant>", "<constant> * 10")

OWN: tuple[Mistake, ...] = (
    Mistake(
        "probability-not-squashed", "probability", "The sigmoid is missing",
        "Between which two numbers should every probability be, and what do you get for a score of 3?",
        "The method returns the scores X @ w + b themselves, which can be any number. The sigmoid turns them"
        " into probabilities between 0 and 1.",
        CORRECTED, ({"probability": "score"},), telltales=("last: X @ w + b",),
    ),
    Mistake(
        "probability-sign-flipped", "probability", "The sigmoid is flipped",
        "As the score of a sample grows, should the probability of class 1 rise or fall, and what does"
        " yours do?",
        "The probabilities fall where the score rises: the score has the wrong sign in the sigmoid. The"
        " method returns the probability of class 0.",
        f"{CORRECTED}\n# with exp: 1 / (1 + np.exp(-score)), with a minus",
        ({"probability": "0.5 * (1 - np.tanh(0.5 * score))"},),
        telltales=(
            "-(X @ w + b)",
            "np.exp(X @ w + b) || np.exp(np.abs(X @ w + b)) || np.logaddexp(0, X @ w + b)",
        ),
    ),
    Mistake(
        "probability-ignores-bias", "probability", "The bias is left out",
        "What probability should the model give to a sample whose features are all zero?",
        "The score does not use the bias, so a sample of zeros always gets the probability 0.5.",
        CORRECTED, ({"bias": ""},), telltales=("X @ w",),
    ),
    Mistake(
        "probability-overflows", "probability", "The exponential overflows",
        "What is exp(1000) in floating point, and for which scores does your code compute it?",
        "For a score far from zero the exponential gets larger than any float: NumPy warns, and where two"
        " such numbers are divided, the result is NaN. Take the exponential only of numbers that are not"
        " positive, or write the sigmoid with tanh.",
        f"{CORRECTED}\n# with exp: z = np.exp(-np.abs(score)); p = np.where(score >= 0, 1, z) / (1 + z)",
        ({"probability": "1 / (1 + np.exp(-score))"}, {"probability": "np.exp(score) / (1 + np.exp(score))"}),
    ),
    Mistake(
        "probability-clipped", "probability", "Scores or probabilities are cut off",
        "What should the probability be for a score of 1000, and how close to it do you get?",
        "Scores or probabilities are cut off so early that some values come out wrong. A sigmoid that does"
        " not overflow needs no clipping. The loss may clip the p that it is given, before it takes"
        " logarithms.",
        CORRECTED,
        tuple(
            edit
            for limit in CLIPPED
            for edit in (
                {"probability": f"0.5 * (1 + np.tanh(0.5 * np.clip(score, -{limit}, {limit})))"},
                {"probability": f"np.clip(0.5 * (1 + np.tanh(0.5 * score)), {limit}, 1 - {limit})"},
            )
        ),
    ),
    Mistake(
        "probability-wrong-shape", "probability", "The probabilities have the wrong shape or type",
        "How many samples does X have, and how many numbers do you return?",
        "The method does not return an array with one probability per sample, of shape (n,).",
        _EXAMPLE,
    ),
    Mistake(
        "probability-wrong-value", "probability", "The probabilities are wrong",
        "For one small sample, what do you get by hand for the score and for its sigmoid?",
        "The probabilities are not the sigmoid of X @ w + b. Compare with a small example worked out by hand"
        " to see where your numbers differ.",
        _EXAMPLE, ({"probability": "1 + np.exp(-score)"},),
        remark="that is 1 + exp(-score): nothing is divided by the sum",
    ),
)  # fmt: skip

_KEPT = ("predict-subtracts-bias", "predict-elementwise", "predict-swaps-operands", "predict-transposes-x")


def _as_here(entry: Mistake) -> Mistake:
    """An entry of linear regression about the product of X and w, reworded for the score."""
    from dataclasses import replace

    named = entry.explanation.replace("The prediction", "The score").replace("the prediction", "the score")
    corrected = entry.corrected.replace("y_hat = X", "score = X")
    return replace(entry, step="probability", explanation=named, corrected=corrected)


MISTAKES = (*OWN[:3], *(_as_here(e) for e in predict.MISTAKES if e.id in _KEPT), *OWN[3:])
