"""The entry of a table, the value that is handed on: what is wrong itself is changed, not what uses it."""

import pytest

from ...helpers.tried import place_of

HEAD = "import numpy as np\n\n\nclass LinearRegression:\n"
LOSS = "    def compute_loss(self, y_hat, y):\n        "
GRADIENTS = "    def compute_gradients(self, X, y, y_hat):\n        "
CHOSEN = f"""{HEAD}    KINDS = {{"mse": np.mean, "rmse": lambda r: np.sqrt(np.mean(r))}}
    kind = "rmse"

{LOSS}return self.KINDS[self.kind]((y_hat - y) ** 2)
"""
SLOPES = {"square": "lambda r: np.square(r)", "slope": "lambda r: 2 * r / r.size"}
TABLE = "import numpy as np\n\nTABLE = {\n"
TABLE += "".join(f'    "{name}": {said},\n' for name, said in SLOPES.items()) + "}\n\n\n"
LOOKED_UP = f"""{TABLE}class LinearRegression:
    def __init__(self, n_features):
        self._slope = TABLE["slope"]

{GRADIENTS}s = self._slope(y_hat - y)
        return X.T @ s, s.sum()
"""
SHAPES = f"""{HEAD}    SHAPES = {{
        "w": lambda d: (d,),
        "b": lambda d: (1,),
    }}

    def __init__(self, n_features):
        for name, shape in self.SHAPES.items():
            setattr(self, name, np.zeros(shape(n_features)))
"""
LENGTH = f"""{HEAD}    length = property(lambda self: np.sqrt(self.w @ self.w))

{LOSS}size = self.alpha * self.length
        return np.mean((y_hat - y) ** 2) + size
"""
LENGTH = LENGTH.replace("LinearRegression", "RidgeRegression")
STAGES = f"""{HEAD}    def transform(self, X):
        for stage in self.stages:
            result = stage(X, self.mean_)
        return result
""".replace("LinearRegression", "StandardScaler")
FED = {"        for": "        result = X\n        for", "stage(X": "stage(result"}
ALIAS = f"""import numpy as np

ein = np.einsum


class LinearRegression:
{GRADIENTS}force = 2 * (y_hat - y) / len(y)
        return ein("ij,i->", X, force), force.sum()
"""
LIST = f"""{HEAD}{GRADIENTS}m = len(y)
        half = [X.T @ (y_hat - y), self.alpha * self.w]
        return 2 * sum(half) / m, 2 * np.mean(y_hat - y)
""".replace("LinearRegression", "RidgeRegression")
ONE_ENTRY = {"(y_hat - y),": "(y_hat - y) / m,", "sum(half) / m": "sum(half)"}
LOG = f"{HEAD}    def fit(self, X, y, lr=0.01, epochs=1000, log: list = []):\n        return log\n"
NO_LOG = {"log: list = []": "log: list | None = None",
          "        return": "        log = [] if log is None else log\n        return"}  # fmt: skip
OUT = f"""{HEAD}    def inverse_transform(self, Z):
        X = np.empty(Z.shape)
        np.multiply(Z, self.scale_, out=X)
        np.add(Z, self.mean_)
        return X
""".replace("LinearRegression", "StandardScaler")
PAIR = f"""{HEAD}    def fit(self, X):
        self.mean_, self.scale_ = X.mean(axis=0), self.no_zeros(X.std(axis=0))

    def no_zeros(self, scale):
        scale[scale == 0] = 1.0
        return scale
""".replace("LinearRegression", "StandardScaler")
WRAPPED = {"self.no_zeros(X.std(axis=0))":
           "np.where((X == X[0]).all(axis=0), 1.0, self.no_zeros(X.std(axis=0)))"}  # fmt: skip
TWICE = f"""{HEAD}{GRADIENTS}error = 2 * (y_hat - y) / len(y)
        dw = X.T @ error / len(X)
        db = error.mean()
        return dw, db
"""
ENERGY = f"""import numpy as np


def energy(r):
    return r @ r


class LinearRegression:
{LOSS}return energy(y_hat - y)
"""
SIGNS = f"""{HEAD}{GRADIENTS}mean = np.sign(y_hat - y).mean()
        dw = np.full_like(self.w, mean)
        return dw, mean
"""
BY_FEATURE = {"np.full_like(self.w, mean)": "X.T @ np.sign(y_hat - y) / len(X)"}
KEPT = """import numpy as np


class History:
    def __init__(self):
        self.kept = {"loss": []}


class LinearRegression:
    def fit(self, X, y, lr=0.01, epochs=1000):
        history = History()
        return history
"""
COPY = f"""{HEAD}    def fit(self, X, y, lr=0.01, epochs=1000):
        dw, db = self.compute_gradients(X, y, self.predict(X))
        self.pair._replace(w=self.pair.w - lr * dw)
"""
GIVES = f"""{HEAD}    def solved(self, X, y):
        theta = np.linalg.pinv(X) @ y
        return theta[:-1], theta[-1]

    def fit(self, X, y):
        return self.solved(X, y)
"""
BRANCH = f"""{HEAD}    def fit(self, X):
        low, high = X.min(axis=0), X.max(axis=0)
        size = high - low
        self.scale_ = np.where(size > 0, size, 1.0)
""".replace("LinearRegression", "StandardScaler")
SLOPE = """import numpy as np


class Huber:
    delta = 1.0

    def slope(self, r):
        return r / len(r)


class LinearRegression:
    def __init__(self, n_features):
        self.criterion = Huber()

    def compute_gradients(self, X, y, y_hat):
        g = self.criterion.slope(y_hat - y)
        return X.T @ g, g.sum()
"""
CLIPPED = {"return r /": "return np.clip(r, -self.delta, self.delta) /"}
CENTRED = f"""{HEAD}    def fit(self, X, y):
        C, _ = self.centred(X)
        d, y_mean = self.centred(y)
        self.w = np.linalg.pinv(C) @ d
        self.b = float(y_mean)
"""
WITH_MEAN = {"C, _": "C, x_mean", "y_mean)": "y_mean - x_mean @ self.w)"}
HANDED = f"""{HEAD}    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            pair = self.predict(X), y
            losses.append(self.compute_loss(*pair))
            dw, db = self.compute_gradients(X, *pair)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return losses
"""
SETTLED = """import numpy as np


def settled(losses):
    return len(losses) > 1 and abs(losses[-2] - losses[-1]) < 1e-3


class LinearRegression:
    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while len(losses) < epochs and not settled(losses):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return losses
"""


@pytest.mark.parametrize(
    ("exercise", "source", "changes", "step", "mistake", "line", "most"),
    [
        ("linear_regression", CHOSEN, {'kind = "rmse"': 'kind = "mse"'}, "loss", "loss-root", 9, 5),
        ("linear_regression:absolute", LOOKED_UP, {"2 * r /": "np.sign(r) /"}, "gradients", "twist-ignored",
         5, 40),
        ("linear_regression", SHAPES, {"(1,)": "()"}, "init", "bias-not-scalar", 12, 5),
        ("ridge_regression", LENGTH, {"self.length": "self.length ** 2"}, "loss", "loss-penalty-norm", 8, 20),
        ("standard_scaler", STAGES, FED, "transform", "transform-not-centred", 7, 10),
        ("linear_regression", ALIAS, {'"ij,i->"': '"ij,i->j"'}, "gradients", "gradient-weights-collapsed",
         9, 10),
        ("ridge_regression", LIST, ONE_ENTRY, "gradients", "gradient-penalty-divided-by-n", 8, 60),
        ("linear_regression", LOG, NO_LOG, "fit", "fit-history-wrong-length", 5, 10),
        ("standard_scaler", OUT, {"add(Z, self.mean_)": "add(X, self.mean_, out=X)"}, "inverse",
         "inverse-not-shifted", 9, 5),
        ("standard_scaler", PAIR, WRAPPED, "fit", "constant-column", 9, 30),
        ("linear_regression", TWICE, {" / len(X)": "", "error.mean": "error.sum"}, "gradients",
         "gradient-divided-twice", 7, 60),
        ("linear_regression", ENERGY, {"energy(y_hat - y)": "energy(y_hat - y) / len(y_hat)"}, "loss",
         "loss-not-averaged", 5, 20),
        ("linear_regression:absolute", SIGNS, BY_FEATURE, "gradients", "gradient-ignores-features", 7, 40),
        ("linear_regression", KEPT, {"return history": 'return history.kept["loss"]'}, "fit",
         "fit-history-missing", 12, 10),
        ("linear_regression", COPY, {"self.pair._r": "self.pair = self.pair._r"}, "fit",
         "fit-updates-a-copy", 7, 20),
        ("normal_equation", GIVES, {"return self.solved": "self.w, self.b = self.solved"}, "fit",
         "fit-updates-a-copy", 10, 20),
        ("linear_regression:huber", SLOPE, CLIPPED, "gradients", "gradient-wrong-value", 8, 60),
        ("normal_equation", CENTRED, WITH_MEAN, "fit", "fit-bias-ignores-means", 9, 20),
        ("linear_regression", HANDED, {"(X, *pair)": "(X, *pair[::-1])"}, "fit", "fit-passes-wrong-arguments",
         10, 40),
        ("linear_regression", SETTLED, {" and not settled(losses)": ""}, "fit", "fit-stops-early", 5, 20),
        ("standard_scaler", BRANCH, {"size, 1.0": "np.std(X, axis=0), 1.0"}, "fit", "scale-range", 7, 150),
    ],
)  # fmt: skip
def test_it_is_tried_early(
    exercise: str, source: str, changes: dict[str, str], step: str, mistake: str, line: int, most: int
) -> None:
    assert place_of(exercise, source, changes, step, line, [mistake]) < most
