"""Linear regression from scratch, using only NumPy.

Fill in one method at a time, from top to bottom, and run `python -m grader` after each.

n samples, d features: X is (n, d), y and y_hat are (n,), w is (d,), b is one number.
No Python loops over the samples.
"""

import numpy as np


class LinearRegression:
    """A linear model, trained with batch gradient descent on the mean squared error."""

    def __init__(self, n_features: int) -> None:
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """Predict one number per sample: the sum of its features weighted by w, plus b.

        X: (n, d)
        Returns: (n,)
        """
        # TODO
        raise NotImplementedError("predict")

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Compute the loss: the mean of the squared residuals, without a factor 1/2.

        y_hat, y: (n,)
        Returns: one number
        """
        # TODO
        raise NotImplementedError("compute_loss")

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray) -> tuple[np.ndarray, float]:
        """Compute the gradient of that loss, exactly as it is defined, with respect to w and b.

        Use the given y_hat, and do not change w or b.

        X: (n, d); y, y_hat: (n,)
        Returns: (dw, db), where dw is (d,) and db is one number
        """
        # TODO
        raise NotImplementedError("compute_gradients")

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list[float]:
        """Take one gradient descent step per epoch, with all samples and learning rate lr.

        Training starts from the current w and b of the model.

        X: (n, d); y: (n,)
        Returns: the loss of each epoch, recorded before its step, as plain floats
        """
        # TODO
        raise NotImplementedError("fit")
