"""Files that people bring along, where the whole class has its own way: all of it is fixed at once."""

import pytest

from grader.fixing import corrected

from ...helpers.graded import fixed_text

HEAD = "import numpy as np\n\n\nclass LinearRegression:\n"
ONE_ARRAY = """    def __init__(self, n_features):
        self.coef = np.zeros(1 + n_features)

    def predict(self, X):
        return np.column_stack([np.ones(len(X)), X]) @ self.coef

    def compute_loss(self, y_hat, y):
        return np.mean(np.square(y - y_hat))

    def compute_gradients(self, X, y, y_hat):
        A = np.column_stack([np.ones(len(X)), X])
        return A.T @ (y_hat - y) * 2 / len(y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        log = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            log.append(self.compute_loss(y_hat, y))
            self.coef -= lr * self.compute_gradients(X, y, y_hat)
        return log
"""
COLUMNS = """    def __init__(self, n_features):
        self.w = np.zeros((n_features, 1))
        self.b = 0

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        return np.sum((y_hat - y[:, None]) ** 2) / len(y)

    def compute_gradients(self, X, y, y_hat):
        dw = 2 / len(y) * X.T.dot(y_hat - y[:, None])
        db = 2 / len(y) * np.sum(y_hat - y[:, None])
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            if epoch % 50 == 0:
                history.append(self.compute_loss(y_hat, y))
                print(epoch)
            self.w -= lr * dw
            self.b -= lr * db
        return history
"""
OTHER_NAMES = """    def __init__(self, n_features):
        self.W = np.random.standard_normal(n_features)
        self.b = np.random.standard_normal()

    def forward(self, X):
        return X @ self.W + self.b

    def mse(self, p, y):
        return np.mean((p - y) ** 2)

    def backward(self, X, y, p):
        return 2 / len(y) * X.T @ (p - y), 2 * np.mean(p - y)

    def train(self, X, y, lr=0.01, epochs=1000):
        for epoch in range(epochs):
            p = self.forward(X)
            loss = self.mse(p, y)
            dW, db = self.backward(X, y, p)
            self.W -= lr * dW
            self.b -= lr * db
            print(epoch, loss)
"""
LOOPS = """class LinearRegression:
    def __init__(self, n_features):
        self.w = [0.0 for _ in range(n_features)]
        self.b = 0.0

    def predict(self, X):
        out = []
        for x in X:
            out.append(self.b + sum(w * v for w, v in zip(self.w, x)))
        return out

    def compute_loss(self, y_hat, y):
        total = 0.0
        for p, t in zip(y_hat, y):
            total += (p - t) ** 2
        return total / len(y)

    def compute_gradients(self, X, y, y_hat):
        dw, db = [0.0] * len(self.w), 0.0
        for x, p, t in zip(X, y_hat, y):
            for j in range(len(x)):
                dw[j] += 2 * (p - t) * x[j] / len(y)
            db += 2 * (p - t) / len(y)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            for j in range(len(self.w)):
                self.w[j] -= lr * dw[j]
            self.b -= lr * db
        return losses
"""
WRAPPED = (
    """def shown(method):
    def wrapper(self, *args):
        print(method.__name__)
        return method(self, *args)
    return wrapper


"""
    + HEAD
    + ONE_ARRAY.replace("self.coef = np.zeros(1 + n_features)", "self.w, self.b = np.zeros(n_features), 0.0")
    .replace("    def predict", "    @shown\n    def predict")
    .replace("np.column_stack([np.ones(len(X)), X]) @ self.coef", "X @ self.w + self.b")
    .partition("    def compute")[0]
)


@pytest.mark.parametrize(
    ("source", "kept", "gone"),
    [
        (HEAD + ONE_ARRAY, ["self.w = np.zeros(n_features)", "self.b -= lr * db", "np.square(y - y_hat)"],
         ["coef", "ones"]),
        (WRAPPED, ["def wrapper(self, *args, **kwargs):", "method(self, *args, **kwargs)"], []),
        pytest.param(
            HEAD + COLUMNS, ["np.sum((y_hat - y) ** 2) / len(y)", "print(epoch)"], ["None", ", 1)"],
            marks=pytest.mark.slow),
        pytest.param(
            HEAD + OTHER_NAMES, ["self.w -= lr * dW", "def fit(self, X, y", "append(loss)"],
            ["self.W", "np.random.standard_normal()\n"], marks=pytest.mark.slow),
        pytest.param(
            LOOPS, ["import numpy as np", "X @ self.w + self.b", "self.w[j] -= lr * dw[j]"],
            ["in zip(", "in X"], marks=pytest.mark.slow),
    ],
)  # fmt: skip
def test_the_whole_class_is_fixed(source: str, kept: list[str], gone: list[str]) -> None:
    """The fixes together make the file pass, keep what is right and leave nothing of the old way."""
    verdict = fixed_text(source, seed=11)
    text = corrected(source, verdict)
    assert verdict.fixed, text
    assert all(part in text for part in kept), text
    assert not any(part in text for part in gone), text
