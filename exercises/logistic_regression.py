"""Logistic regression with gradient descent, using only NumPy.

Fill in one method at a time, from top to bottom, and run `python -m grader logistic_regression` after each.

n samples, d features: X is (n, d), y and p are (n,), w is (d,), b is one number. y is 0 or 1.
No Python loops over the samples.
"""

import numpy as np


class LogisticRegression:
    """A linear model of the log-odds of two classes, trained with batch gradient descent."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X: np.ndarray) -> np.ndarray:
        """Give the probability of class 1 for each sample: the sigmoid of its score X @ w + b.

        Scores of -1000 and 1000 give 0 and 1, without an overflow warning.

        X: (n, d)
        Returns: (n,), between 0 and 1
        """
        # TODO
        raise NotImplementedError("predict_proba")

    def predict(self, X: np.ndarray) -> np.ndarray:
        """Give the label of each sample: 1 where its probability is at least 0.5, else 0.

        X: (n, d)
        Returns: (n,)
        """
        # TODO
        raise NotImplementedError("predict")

    def compute_loss(self, p: np.ndarray, y: np.ndarray) -> float:
        """Compute the mean binary cross-entropy of the probabilities p and the labels y.

        It is finite for every p, even for 0 and 1: clip p by at most 1e-7 before taking logarithms.

        p, y: (n,)
        Returns: one number
        """
        # TODO
        raise NotImplementedError("compute_loss")

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, p: np.ndarray) -> tuple[np.ndarray, float]:
        """Compute the gradient of that loss with respect to w and b.

        Use the given p, and do not change w or b.

        X: (n, d); y, p: (n,)
        Returns: (dw, db), where dw is (d,) and db is one number
        """
        # TODO
        raise NotImplementedError("compute_gradients")

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.1, epochs: int = 1000) -> list[float]:
        """Take one gradient descent step per epoch, with all samples and learning rate lr.

        Training starts from the current w and b of the model.

        X: (n, d); y: (n,)
        Returns: the loss of each epoch, recorded before its step, as plain floats
        """
        # TODO
        raise NotImplementedError("fit")
