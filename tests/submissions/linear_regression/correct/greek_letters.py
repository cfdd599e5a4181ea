# expect: pass
import numpy as np

Σ = np.sum
μ = np.mean


class LinearRegression:
    """ŷ = Xθ + β   ·   L = ⟨(ŷ − y)²⟩   ·   ∇ = ⅔… no: 2/n Xᵀ(ŷ − y)   ·   回帰 🙂"""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        θ, β = self.w, self.b
        return X @ θ + β

    def compute_loss(self, y_hat, y):
        ε = y_hat - y
        return float(μ(ε ** 2))

    def compute_gradients(self, X, y, y_hat):
        ε, ν = y_hat - y, len(y)
        δw, δb = 2 / ν * (X.T @ ε), 2 / ν * Σ(ε)
        return δw, δb

    def fit(self, X, y, lr=0.01, epochs=1000):
        η, потери = lr, []
        for _ in range(epochs):
            ŷ = self.predict(X)
            потери.append(self.compute_loss(ŷ, y))
            δw, δb = self.compute_gradients(X, y, ŷ)
            self.w -= η * δw
            self.b -= η * δb
        return потери
