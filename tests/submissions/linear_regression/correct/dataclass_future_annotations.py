# expect: pass
from __future__ import annotations

import dataclasses
import typing as t

import numpy as np

if t.TYPE_CHECKING:
    import pandas as pd
    from sklearn.base import BaseEstimator

Frame = "np.ndarray | pd.DataFrame"


@dataclasses.dataclass(eq=False)
class Gradients:
    dw: np.ndarray
    db: float

    def pair(self) -> t.Tuple[np.ndarray, float]:
        return self.dw, self.db


@dataclasses.dataclass(eq=False)
class LinearRegression:
    n_features: dataclasses.InitVar[int]
    b: float = 0.0
    w: np.ndarray | None = None
    kind: t.ClassVar[str] = "ols"

    def __post_init__(self, n_features: int) -> None:
        if self.w is None:
            self.w = np.zeros(n_features)

    def predict(self, X: Frame) -> np.ndarray:
        return X @ self.w + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X: Frame, y: np.ndarray, y_hat: np.ndarray) -> tuple[np.ndarray, float]:
        error = y_hat - y
        return Gradients(2 * X.T @ error / len(y), float(2 * error.mean())).pair()

    def fit(self, X: Frame, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list[float]:
        losses: list[float] = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
