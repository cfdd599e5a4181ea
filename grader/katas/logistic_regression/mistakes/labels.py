"""Mistakes in turning probabilities into labels."""

from ....catalogue import Mistake

CORRECTED = "labels = (self.predict_proba(X) >= 0.5).astype(int)"
_EXAMPLE = "With probabilities [0.2, 0.7, 0.5]: the labels are [0, 1, 1], an array of shape (3,)"
_SCORE = "(X @ self.w + self.b)"

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "labels-are-probabilities", "predict", "predict returns no labels",
        "Which values can a label have, and which values does your predict return?",
        "predict returns probabilities or scores. The labels are 0 and 1: compare the probability with 0.5.",
        CORRECTED, ({"labels": "self.predict_proba(X)"}, {"labels": _SCORE}),
    ),
    Mistake(
        "labels-threshold-on-score", "predict", "The threshold does not fit what is compared",
        "Which score belongs to a probability of 0.5? Do you compare scores or probabilities, and with which"
        " number?",
        "The score is compared with 0.5, or the probability with 0. A probability of 0.5 is a score of 0.",
        f"{CORRECTED}  # or (X @ self.w + self.b >= 0).astype(int)",
        ({"labels": f"({_SCORE} >= 0.5).astype(int)"},
         {"labels": "(self.predict_proba(X) >= 0).astype(int)"}),
        telltales=("X @ w + b >= 0.5", "np.ones(n)"),
    ),
    Mistake(
        "labels-inverted", "predict", "The labels are swapped",
        "A sample has the probability 0.9 of class 1: which label should it get, and which does it get?",
        "predict gives 0 where 1 is right, and 1 where 0 is right.",
        CORRECTED, ({"labels": "(self.predict_proba(X) < 0.5).astype(int)"},),
    ),
    Mistake(
        "labels-wrong-shape", "predict", "The labels have the wrong shape or type",
        "How many samples does X have, and how many labels do you return?",
        "predict does not return an array with one label per sample, of shape (n,).",
        _EXAMPLE,
    ),
    Mistake(
        "labels-wrong-value", "predict", "The labels are wrong",
        "For each of the probabilities 0.2, 0.49 and 0.7, which label should you return?",
        "The labels are not 1 where the probability is at least 0.5, and 0 elsewhere.",
        _EXAMPLE,
    ),
)  # fmt: skip
