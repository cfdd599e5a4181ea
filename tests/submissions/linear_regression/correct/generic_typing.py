# expect: pass
from typing import Final, Generic, List, NamedTuple, Protocol, TypeVar, overload

import numpy as np
import numpy.typing as npt

F = TypeVar("F", bound=np.floating)
Vector = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float64]


class Gradient(NamedTuple):
    dw: Vector
    db: float


class Fittable(Protocol):
    def fit(self, X: Matrix, y: Vector, lr: float = ..., epochs: int = ...) -> List[float]: ...


class LinearRegression(Generic[F]):
    TWO: Final = 2.0

    def __init__(self, n_features: int, /) -> None: ...

    def __init__(self, n_features: int) -> None:
        self.w: Vector = np.zeros(n_features)
        self.b: float = 0.0

    def predict(self, X: Matrix) -> Vector:
        return X @ self.w + self.b

    def compute_loss(self, y_hat: Vector, y: Vector) -> float:
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X: Matrix, y: Vector, y_hat: Vector) -> Gradient:
        error = y_hat - y
        return Gradient(self.TWO / len(y) * X.T @ error, float(self.TWO / len(y) * error.sum()))

    def fit(self: "Fittable", X: Matrix, y: Vector, lr: float = 0.01, epochs: int = 1000) -> List[float]:
        losses: List[float] = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            g = self.compute_gradients(X, y, y_hat)
            self.w -= lr * g.dw
            self.b -= lr * g.db
        return losses
