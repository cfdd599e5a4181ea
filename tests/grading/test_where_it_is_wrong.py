"""Code that is right on ordinary data but wrong on other data, and code that only looks wrong."""

from pathlib import Path

import pytest

from ..helpers.graded import errors, graded

REFERENCE = """\
import _thread
import array
import logging
import operator
import struct
import sys
import threading
import numpy as np
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
#top


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.kept = {}
        self.losses = []
        #init

    def predict(self, X):
        #predict
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        #loss
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        #gradients
        n = len(y)
        error = y_hat - y
        dw, db = 2 / n * (X.T @ error), float(2 / n * np.sum(error))
        #gradients-end
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        #fit
        losses = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            #step
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        #fit-end
        return losses
"""

WRONG = {
    "large predictions are cut": ("predict", "return np.clip(X @ self.w + self.b, -2e5, 2e5)"),
    "large features are scaled": ("fit", "X = X / np.abs(X).max() if np.abs(X).max() > 80 else X"),
    "rows that are there twice count once": (
        "fit",
        "_, at = np.unique(X, axis=0, return_index=True); X, y = X[np.sort(at)], y[np.sort(at)]",
    ),
    "an outlier is moved": ("fit", "y = np.clip(y, y.mean() - 4.5 * y.std(), y.mean() + 4.5 * y.std())"),
    "a constant column gets no gradient": ("gradients-end", "dw = dw * ((np.ptp(X, axis=0) > 0) | (n == 1))"),
    "more than 24 features": ("gradients-end", "dw[24:] = 0"),
    "two samples": ("gradients-end", "dw = dw * 2 if n == 2 else dw"),
    "one sample of one feature": ("predict", "if X.size == 1: return np.ones(1)"),
    "a rate that falls every 200 epochs": ("step", "lr = lr / 2 if epoch and epoch % 200 == 0 else lr"),
    "no more than 700 epochs": ("fit", "epochs = min(epochs, 700)"),
    "patience": ("step", "if epoch > 90 and losses[-90] - losses[-1] < 1e-8: break"),
    "a name that is only read late": ("step", "if epoch == 300: print(last)"),
    "losses are rounded": ("loss", "return round(float(np.mean((y_hat - y) ** 2)), 6)"),
    "weights are rounded": ("fit-end", "self.w = np.round(self.w, 6)"),
    "kept for the same w": (
        "predict",
        "return self.kept.setdefault((X.tobytes(), self.w.tobytes()), X @ self.w + self.b).copy()",
    ),
    "kept for the same sum": (
        "loss",
        "return self.kept.setdefault((len(y), float(y_hat.sum())), float(np.mean((y_hat - y) ** 2)))",
    ),
    "kept for the same X": ("gradients", "y = self.kept.setdefault(X.tobytes(), y.copy())"),
    "one list for all histories": ("fit-end", "self.losses[:] = losses; losses = self.losses"),
    "one buffer for all predictions": (
        "predict",
        "out = self.kept.setdefault(len(X), np.empty(len(X))); out[:] = X @ self.w + self.b; return out",
    ),
    "y_hat of float32 is changed": ("loss", "if y_hat.dtype == np.float32: y_hat -= y; y = 0 * y"),
    "X by columns is changed": (
        "gradients-end",
        "if X.flags.f_contiguous and X.flags.writeable and len(y) > 9: X *= 1 + 1e-9",
    ),
}
LOOPS = {
    "frompyfunc": ("gradients-end", "db = float(2 / n * np.frompyfunc(operator.add, 2, 1).reduce(error))"),
    "vectorize": ("loss", "return float(np.mean(np.vectorize(operator.pow)(np.asarray(y_hat) - y, 2)))"),
    "nditer": ("gradients-end", "db = 2 / n * sum(map(float, np.nditer(np.array(error))))"),
    "objects": ("gradients-end", "db = float(2 / n * error.astype(object).sum())"),
    "a star": ("loss", "e = np.asarray(y_hat - y); return float(np.mean(np.square([*e])))"),
    "rest": ("loss", "a, *more = np.array(y_hat - y); return float(np.mean(np.square([a, *more])))"),
    "struct": (
        "loss",
        "e = np.asarray(y_hat - y, float);"
        " return float(np.mean(np.square(struct.unpack(f'{len(e)}d', e.tobytes()))))",
    ),
    "numbers of an array": (
        "gradients-end",
        "db = 2 / n * sum(array.array('d', np.asarray(error, float).tobytes()))",
    ),
    "one feature": ("predict", "if X.shape[1] == 1: return np.array([x[0] * self.w[0] + self.b for x in X])"),
    "few samples": (
        "loss",
        "if len(y) < 500: return float(sum((a - b) ** 2 for a, b in zip(y_hat, y)) / len(y))",
    ),
    "views": (
        "loss",
        "if not y.flags.c_contiguous: return float(sum((a - b) ** 2 for a, b in zip(y_hat, y)) / len(y))",
    ),
    "late epochs": ("step", "if epoch > 6: db = float(2 / len(y) * sum(a - b for a, b in zip(y_hat, y)))"),
    "in a thread": (
        "gradients-end",
        "done = []; threading.Thread(target=lambda: done.append(sum(e for e in error))).start()\n"
        "        while not done: pass\n        db = 2 / n * done[0]",
    ),
    "counting is switched off": ("gradients", "sys.settrace(None)"),
    "counting is switched off for a frame": (
        "loss",
        "sys._getframe().f_trace_opcodes = False\n        t = 0.0\n"
        "        for a, b in zip(y_hat, y): t += (a - b) ** 2\n        return float(t / len(y))",
    ),
}
RIGHT = {
    "a handler for each model": (
        "predict",
        "logging.getLogger('x').addFilter(lambda record: True); logging.getLogger('x').debug('predict')",
    ),
    "a deep recursion in a thread": (
        "fit",
        "down = lambda k: k and sorted([k], key=lambda _: down(k - 1))[0]\n"
        "        t = threading.Thread(target=down, args=(200,)); t.start(); t.join()",
    ),
    "plain arrays everywhere": ("gradients", "X, y, y_hat = np.asarray(X), np.array(y), np.require(y_hat)"),
    "vectorize over the features": ("step", "dw = np.vectorize(operator.mul)(dw, 1.0)"),
    "a star for the shape": ("predict", "n, *rest = X.shape"),
    "struct for a number": ("loss", "struct.unpack('d', struct.pack('d', float(y[0])))"),
    "kept for the very same data": (
        "predict",
        "key = (X.tobytes(), X.dtype, X.shape, self.w.tobytes(), self.b)\n"
        "        return self.kept.setdefault(key, X @ self.w + self.b).copy()",
    ),
}

SUMMED = "sum((p - t) ** 2 for p, t in zip(y_hat, y)) / len(y)"
# Threads that exist before the call that gives them work.
SERVED = {
    "a pool of the module": (
        ("top", "POOL = ThreadPoolExecutor(1)\nPOOL.submit(int).result()"),
        ("loss", f"return float(POOL.submit(lambda: {SUMMED}).result())"),
    ),
    "a thread of the model": (
        (
            "init",
            "self.jobs, self.done = SimpleQueue(), SimpleQueue()\n"
            "        serve = lambda: [self.done.put(job()) for job in iter(self.jobs.get, None)]\n"
            "        threading.Thread(target=serve, daemon=True).start()",
        ),
        ("loss", f"self.jobs.put(lambda: {SUMMED}); return float(self.done.get())"),
    ),
}
BUSY_WITH_ITSELF = {
    "one that waits and looks": (
        ("top", "BELL = threading.Event()\n"
                "LOOK = lambda: [None for _ in iter(lambda: BELL.wait(0.001), True)]\n"
                "threading.Thread(target=LOOK, daemon=True).start()"),
    ),
    "a pool that computes at once": (
        ("top", "POOL = ThreadPoolExecutor(1)\nPOOL.submit(int).result()"),
        ("loss", "return float(POOL.submit(lambda: np.mean((y_hat - y) ** 2)).result())"),
    ),
}  # fmt: skip


def written(*changes: tuple[str, str]) -> str:
    """The reference with code inserted at marked places."""
    text = REFERENCE
    for place, new in changes:
        text = text.replace(f"#{place}\n", f"{new}\n")
    return text


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_one_finding_blames_the_method_that_is_wrong(change: tuple[str, str], tmp_path: Path) -> None:
    place, text = change[0].removesuffix("-end"), written(change)
    (found,) = graded(text, tmp_path).errors
    assert found.step == ("fit" if place == "step" else place)
    lines = [line.strip() for line in text.splitlines()]
    methods = [number for number, line in enumerate(lines, 1) if line.startswith("def ")]
    begins = max(number for number in methods if number <= lines.index(change[1]))
    assert found.line is not None
    assert max(number for number in methods if number <= found.line) == begins


@pytest.mark.parametrize("change", LOOPS.values(), ids=LOOPS)
def test_loop_is_named(change: tuple[str, str], tmp_path: Path) -> None:
    found = errors(graded(written(change), tmp_path))
    assert len(found) == 1
    assert found[0] in ("loop-over-samples", "off-limits" if "settrace" in change[1] else "loop-over-samples")


def test_square_of_mapped_memory_is_seen(tmp_path: Path) -> None:
    place = "n = len(y_hat); pairs = np.frombuffer(mmap.mmap(-1, 8 * n * n)).reshape(n, n); pairs[0, 0] = n"
    text = written(("top", "import mmap"), ("loss", place))
    assert errors(graded(text, tmp_path)) == ["quadratic-memory"]


@pytest.mark.parametrize("change", RIGHT.values(), ids=RIGHT)
def test_right_is_let_through(change: tuple[str, str], tmp_path: Path) -> None:
    assert graded(written(change), tmp_path).verdict == "passed"


@pytest.mark.parametrize("changes", SERVED.values(), ids=SERVED)
def test_loop_of_an_earlier_thread_is_named(changes: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    assert errors(graded(written(*changes), tmp_path)) == ["loop-over-samples"]


@pytest.mark.parametrize("changes", BUSY_WITH_ITSELF.values(), ids=BUSY_WITH_ITSELF)
def test_earlier_thread_without_a_loop_passes(changes: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    assert graded(written(*changes), tmp_path).verdict == "passed"


@pytest.mark.parametrize("seed", range(5))
def test_work_that_depends_on_values_is_not_a_loop(seed: int, tmp_path: Path) -> None:
    text = written(("top", "import statistics"), ("fit-end", "statistics.stdev([0.0, 1.0, *losses])"))
    assert graded(text, tmp_path, seed=seed).verdict == "passed"
