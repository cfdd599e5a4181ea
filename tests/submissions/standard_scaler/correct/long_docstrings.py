# expect: pass
"""A standard scaler, as one would write it for a library.

>>> s = StandardScaler().fit(np.array([[1.0, 5.0], [3.0, 5.0]]))
>>> s.mean_
array([2., 5.])
"""
import numpy as np

__all__ = ["StandardScaler"]


class StandardScaler:
    """Standardise features by removing the mean and scaling to unit variance.

    The score of a sample x is z = (x - u) / s.

    Attributes
    ----------
    mean_ : ndarray of shape (n_features,)
        The mean of every feature.
    scale_ : ndarray of shape (n_features,)
        The population standard deviation, with 1 in the place of that of a constant feature.
    """

    def fit(self, X):
        """Find the means and scales of the columns of X."""
        self.mean_ = X.mean(axis=0)
        self.scale_ = self._safe(X.std(axis=0), X)
        return self

    @staticmethod
    def _safe(scale, X):
        """The standard deviation of a constant feature is rounding noise: look at the data, not at it."""
        scale = scale.copy()
        scale[X.min(axis=0) == X.max(axis=0)] = 1.0
        return scale

    def transform(self, X):
        """Centre and scale X."""
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        """Undo transform."""
        return Z * self.scale_ + self.mean_


if __name__ == "__main__":
    import doctest
    doctest.testmod()
