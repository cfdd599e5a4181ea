"""A submission for each mistake that no formula describes: the right text with one error put in."""

from grader.katas.linear_regression.formula import FORMULA

source = FORMULA.source
RIGHT = source({})


def changed(old: str, new: str) -> str:
    """The right text with one part of it replaced."""
    assert RIGHT.count(old) == 1, f"{old!r} has to stand in the right text once"
    return RIGHT.replace(old, new)


def in_predict(line: str) -> str:
    """The right text with one more line at the top of predict."""
    header = "    def predict(self, X):\n"
    return changed(header, f"{header}        {line}\n")


OUTRIGHT: dict[str, str] = {
    "syntax-error": changed("def predict(self, X):", "def predict(self, X)"),
    "import-fails": RIGHT + "\n\nraise RuntimeError\n",
    "class-missing": changed("class LinearRegression:", "class Regression:"),
    "method-missing": changed("def compute_loss(", "def loss(").replace("self.compute_loss(", "self.loss("),
    "wrong-signature": changed("def predict(self, X):", "def predict(self, X, w):").replace(
        "self.predict(X)", "self.predict(X, self.w)"
    ),
    "forbidden-library": "import scipy.linalg\n" + RIGHT,
    "solution-borrowed": "try:\n    import solutions\nexcept ImportError:\n    pass\n" + RIGHT,
    "fit-passes-wrong-arguments": source({"forward": "self.predict(X.T)"}),
    "raises": in_predict("X = X.reshape(7, -1, 2)"),
    "times-out": in_predict("while True: pass"),
    "exits": in_predict("raise SystemExit(0)"),
    "too-much-memory": in_predict("np.ones((1 << 20, 1 << 20))"),
    "off-limits": in_predict("open('predictions.txt', 'w').close()"),
    "returns-none": source({"loss_sign": "None and "}),
    "mutates-input": source({"aside": "y_hat -= y"}),
    "not-finite": source({"half": " + float('nan')"}),
    "parameters-missing": changed("self.b = 0.0", "self.bias = 0.0")
    .replace("self.b ", "self.bias ")
    .replace("+ self.b\n", "+ self.bias\n"),
    "other-defaults": changed("lr=0.01, epochs=1000):", "lr=0.01, epochs=100):"),
    "predict-wrong-shape": source({"bias": " + self.b, X"}),
    "predict-wrong-value": source({"bias": " + 2 * self.b"}),
    "gradient-wrong-shape": source({"returned": "dw"}),
    "gradient-wrong-value": source({"signal": "error ** 3"}),
}
