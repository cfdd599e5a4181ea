# expect: class-missing
import numpy as np


def model(name):
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    return type(name, (), {"__init__": __init__})


LinearRegressor = model("LinearRegression")  # <-- here
