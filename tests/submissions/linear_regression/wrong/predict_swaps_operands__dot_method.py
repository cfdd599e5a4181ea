# expect: predict-swaps-operands|predict-transposes-x
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def predict(self, X):
        w, b = self.w, self.b
        y_hat = w.dot(X)  # <-- here
        return y_hat + b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradients of the MSE w.r.t. w and b."""
        m = X.shape[0]
        diff = np.subtract(y_hat, y)
        dw = 2.0 / m * np.dot(X.T, diff)
        db = 2.0 / m * diff.sum()
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000):
        costs = []
        count = len(X)
        done = 0
        while done < epochs:
            gap = y - (X.dot(self.w) + self.b)
            costs.append(np.linalg.norm(gap) ** 2 / count)
            self.w = self.w + lr * 2 / count * X.T.dot(gap)
            self.b = self.b + lr * 2 / count * gap.sum()
            done += 1
        return costs
