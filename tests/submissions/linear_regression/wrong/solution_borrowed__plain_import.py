# expect: solution-borrowed
import numpy as np
from solutions import linear_regression as ref  # <-- here


class LinearRegression(ref.LinearRegression):
    def __init__(self, n_features):
        super().__init__(n_features)
        self.w = np.zeros(n_features)
