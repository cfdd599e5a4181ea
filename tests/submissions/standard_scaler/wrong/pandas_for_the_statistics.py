# expect: forbidden-library
import numpy as np
import pandas as pd  # <-- here


class StandardScaler:
    def fit(self, X):
        frame = pd.DataFrame(X)
        self.mean_ = frame.mean().to_numpy()
        self.scale_ = frame.std(ddof=0).to_numpy()
        self.scale_[frame.nunique() == 1] = 1.0
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
