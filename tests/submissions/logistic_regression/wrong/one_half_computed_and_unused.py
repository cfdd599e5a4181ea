# expect: loss-one-sided
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def _linear(self, X):
        return X.dot(self.w) + self.b

    def _sigmoid(self, z):
        a = np.exp(-np.abs(z))
        return np.where(z >= 0, 1.0, a) / (1.0 + a)

    def predict_proba(self, X):
        z = self._linear(X)
        p = self._sigmoid(z)
        return p

    def predict(self, X):
        p = self.predict_proba(X)
        labels = (p >= 0.5).astype(int)
        return labels

    def compute_loss(self, p, y):
        eps = 1e-12
        p_safe = np.clip(p, eps, 1 - eps)
        loss_pos = y * np.log(p_safe)
        loss_neg = (1 - y) * np.log(1 - p_safe)
        loss = -np.mean(loss_pos)  # <-- here
        return float(loss)

    def compute_gradients(self, X, y, p):
        n_samples = X.shape[0]
        diff = p - y
        grad_w = np.dot(X.T, diff)
        grad_b = np.sum(diff)
        grad_w = grad_w / n_samples
        grad_b = grad_b / n_samples
        return grad_w, grad_b

    def fit(self, X, y, lr=0.1, epochs=1000):
        loss_history = []
        for i in range(epochs):
            p = self.predict_proba(X)
            loss = self.compute_loss(p, y)
            loss_history.append(loss)
            grad_w, grad_b = self.compute_gradients(X, y, p)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return loss_history
