# expect: pass
import numpy as np


class StandardScaler:
    fit = lambda self, X: self.__dict__.update(
        mean_=X.mean(0), scale_=np.where(X.max(0) == X.min(0), 1.0, X.std(0))) or self
    transform = lambda self, X: (X - self.mean_) / self.scale_
    inverse_transform = lambda self, Z: Z * self.scale_ + self.mean_
