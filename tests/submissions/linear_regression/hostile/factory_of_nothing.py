# expect: rejected
import numpy as np


def LinearRegression(n_features):
    """Return a model, some day."""
