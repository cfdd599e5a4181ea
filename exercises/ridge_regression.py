"""Ridge regression by gradient descent, in NumPy and nothing else.

Fill in one method at a time, from top to bottom, and run `python -m grader ridge_regression` after each.

n samples, d features: X is (n, d), y and y_hat are (n,), w is (d,), b is one number.
No Python loops over the samples.
"""

import numpy as np


class RidgeRegression:
    """A linear model whose loss has an L2 penalty on the weights, trained with batch gradient descent."""

    def __init__(self, n_features: int, alpha: float = 1.0) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X: np.ndarray) -> np.ndarray:
        """Predict one number per sample: its features weighted by w and summed, shifted by b.

        X: (n, d)
        Returns: (n,)
        """
        # TODO
        raise NotImplementedError("predict")

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Add alpha times the sum of the squared weights to the mean of the squared residuals.

        The bias is not penalised.

        y_hat, y: (n,)
        Returns: one number
        """
        # TODO
        raise NotImplementedError("compute_loss")

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray) -> tuple[np.ndarray, float]:
        """Differentiate that loss, exactly as it stands, with respect to w and to b.

        Take the y_hat that is given, and leave w and b as they are.

        X: (n, d); y, y_hat: (n,)
        Returns: (dw, db), where dw is (d,) and db is one number
        """
        # TODO
        raise NotImplementedError("compute_gradients")

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list[float]:
        """Take one gradient descent step per epoch, with all samples and learning rate lr.

        Training goes on from the w and b that the model has.

        X: (n, d); y: (n,)
        Returns: the penalised loss of every epoch, recorded before its step, as plain floats
        """
        # TODO
        raise NotImplementedError("fit")
