# expect: gradient-missing-factor-two
import numpy as np


class GLM:
    """Shared by every model whose link is canonical."""

    def compute_gradients(self, X, y, y_hat):
        score = np.einsum("i,ij->j", y_hat - y, X)
        intercept = np.sum(y_hat - y)
        return score / X.shape[0], intercept / X.shape[0]  # <-- here


class LinearRegression(GLM):
    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for epoch in range(1, epochs + 1):
            preds = self.predict(X)
            mse = self.compute_loss(preds, y)
            out.append(mse)
            if epoch % 500 == 0:
                print(f"epoch {epoch}: loss {mse:.4f}")
            dw, db = self.compute_gradients(X, y, preds)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return out
