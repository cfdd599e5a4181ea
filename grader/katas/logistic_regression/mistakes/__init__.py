"""The catalogue of this kata: all named mistakes, in the order of the methods."""

from ....catalogue import Catalogue
from ....engine.declaration.common_mistakes import Words, loading, running, vectorization
from ...linear_regression.mistakes import init
from . import fit, gradients, labels, loss, probability

WORDS = Words(
    "LogisticRegression",
    "class LogisticRegression:\n    def __init__(self, n_features): ...\n"
    "    def predict_proba(self, X): ...\n"
    "    def predict(self, X): ...\n    def compute_loss(self, p, y): ...\n"
    "    def compute_gradients(self, X, y, p): ...\n    def fit(self, X, y, lr=0.1, epochs=1000): ...",
    f"{probability.CORRECTED}\n{loss.CORRECTED}\n{gradients.BOTH}",
    "X, y and p",
)
LOOP = {"product": "np.array([sum(row * self.w) for row in X])"}
SQUARE = {"dw_product": "np.diag(np.outer(signal, np.ones(n))) @ X"}

CATALOGUE = Catalogue(
    (
        *loading(WORDS), *running(WORDS), *init.MISTAKES, *probability.MISTAKES, *labels.MISTAKES,
        *loss.MISTAKES, *gradients.MISTAKES, *fit.MISTAKES, *vectorization(WORDS, LOOP, SQUARE), *fit.ADVICE,
    )
)  # fmt: skip
