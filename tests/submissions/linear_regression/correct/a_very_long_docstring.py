# expect: pass
"""Linear regression.

What this does, at length.

    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.
    

"""

import numpy as np


class LinearRegression:
    """What this does, at length.

    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.
    """

    def __init__(self, n_features):
        """What this does, at length.

    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.
    """
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        """What this does, at length.

    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.
    """
        return (
            # the weighted sum
            X
            # of every row
            @ self.w
            # and the offset
            + self.b
        )

    def compute_loss(self, y_hat, y):
        """What this does, at length.

    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.
    """
        "another string, for good measure"
        return float(
            np.mean(
                (
                    y_hat
                    -
                    y
                )
                ** 2
            )
        )

    def compute_gradients(self, X, y, y_hat):
        """What this does, at length.

    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.
    """
        ...
        n = len(y)
        dw = (
            (2 / n)
            * (
                X.T
                @ (y_hat - y)
            )
        )
        db = \
            2 \
            / n \
            * np.sum(
                y_hat - y
            )
        return (
            dw,
            db,
        )

    def fit(self, X, y, lr=0.01, epochs=1000):
        """What this does, at length.

    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.


    The model assumes that the target is a weighted sum of the features plus an offset, and looks for the
    weights by walking downhill on the mean of the squared residuals, a little at a time.

    >>> model = LinearRegression(3)
    >>> for i in range(n): total += (y_hat[i] - y[i]) ** 2   # what the vectorised code replaces

    Parameters, returns, raises, notes, references, see also.
    """
        pass
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
