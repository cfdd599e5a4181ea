# expect: rejected: parameters-missing|wrong-signature|raises|weights-wrong-shape|bias-not-scalar
import numpy as np

class Anything(type):
    def __getattr__(cls, name):
        return cls

    def __call__(cls, *args, **kwargs):
        return cls


class LinearRegression(metaclass=Anything):
    pass
