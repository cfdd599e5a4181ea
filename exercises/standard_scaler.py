"""Standardise features, using only NumPy.

Fill in one method at a time, from top to bottom, and run `python -m grader standard_scaler` after each.

n samples, d features: X and Z are (n, d), mean_ and scale_ are (d,). No Python loops over the samples.
"""

import numpy as np


class StandardScaler:
    """Shifts and scales each feature to mean 0 and standard deviation 1, and back."""

    def fit(self, X: np.ndarray) -> "StandardScaler":
        """Store the mean of each column in mean_ and its population standard deviation in scale_.

        Divide by n, not by n - 1. The scale of a column whose entries are all equal is 1.

        X: (n, d)
        Returns: anything; returning self allows `StandardScaler().fit(X)`
        """
        # TODO
        raise NotImplementedError("fit")

    def transform(self, X: np.ndarray) -> np.ndarray:
        """Subtract mean_ and divide by scale_, in a new array; X may differ from the data of fit.

        X: (n, d)
        Returns: (n, d)
        """
        # TODO
        raise NotImplementedError("transform")

    def inverse_transform(self, Z: np.ndarray) -> np.ndarray:
        """Undo transform: from standardised values back to the original units.

        Z: (n, d)
        Returns: (n, d)
        """
        # TODO
        raise NotImplementedError("inverse_transform")
