# expect: unfinished: predict, loss, gradients, fit, vectorization
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
