# expect: gradient-sign-flipped
import numpy as np

class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w, self.b, self.a = np.zeros(n_features), 0., alpha

    def predict(self, X): return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y)**2).mean() + self.a*(self.w**2).sum())

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return -(2*r@X/len(r) + 2*self.a*self.w), -2*r.mean()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        h = []
        for _ in range(epochs):
            p = self.predict(X)
            h.append(self.compute_loss(p, y))
            gw, gb = self.compute_gradients(X, y, p)
            self.w, self.b = self.w - lr*gw, self.b - lr*gb
        return h
