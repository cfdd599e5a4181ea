# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        dw = 2 * X.T.dot(error) / X.shape[0]
        db = 2 * error.sum() / X.shape[0]
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        print("fitting", X.shape, "with lr", lr)
        losses = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            losses.append(loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
            if epoch % 100 == 0:
                print(f"epoch {epoch:5d}  loss {loss:.6f}  w {self.w}  b {self.b:.3f}")
        print("done")
        return losses
