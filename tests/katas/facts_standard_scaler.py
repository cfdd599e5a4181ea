"""Compute what the questions on standardising state."""

from functools import partial

import numpy as np
import pytest

from grader.practice.questions import Question

from . import facts
from .facts import Array, Data, data, given, offered, right

states = partial(facts.states, exercise="standard_scaler")


def scaled(X: Array) -> Array:
    """The features with mean 0 and standard deviation 1."""
    found: Array = (X - X.mean(axis=0)) / X.std(axis=0)
    return found


@states("fit-before-split")
def _(question: Question) -> None:
    train = scaled(np.random.default_rng(7).normal(size=99))
    test = np.array([100.0])
    both = np.r_[train, test]
    assert both.std() / train.std() == pytest.approx(10, rel=0.01)
    assert both.mean() == pytest.approx(1)
    assert (train.mean(), train.std()) == (pytest.approx(0), pytest.approx(1))


@states("fit-in-folds")
def _(question: Question) -> None:
    some, lam = data(50), 0.1
    folds = np.arange(50) % 5
    given(question, "5-fold")
    for fold in range(5):
        inside, outside = some.X[folds != fold], some.X[folds == fold]
        means = [part.mean(axis=0) for part in (inside, some.X, outside)]
        assert not np.allclose(means[0], means[1], atol=1e-3)
        Z, y = scaled(inside), some.y[folds != fold]
        w = np.linalg.solve(Z.T @ Z + len(Z) * lam * np.eye(3), Z.T @ (y - y.mean()))
        errors = [
            np.mean((Zs @ w + y.mean() - some.y[folds == fold]) ** 2)
            for Zs in ((outside - means[0]) / inside.std(axis=0), scaled(outside))
        ]
        assert abs(errors[0] - errors[1]) > 1e-3
    first_four = folds < 4
    assert sum(first_four[folds == fold].all() for fold in range(5)) == 4


@states("why-inverse")
def _(question: Question) -> None:
    some = data()
    mean, scale = some.X.mean(axis=0), some.X.std(axis=0)
    Z = scaled(some.X)
    v, b = Data(Z, some.y).best()
    w = some.best()[0]
    assert np.allclose(v / scale, w)
    assert not np.allclose(v * scale + mean, w, rtol=0.1)
    assert np.mean((Z @ v + b - some.y) ** 2) == pytest.approx(some.loss(*some.best()))
    assert np.allclose(Z[:20].mean(axis=0) * scale + mean, some.X[:20].mean(axis=0))
    back = Z * scale + mean
    assert np.allclose(back, some.X, rtol=1e-12)
    assert (back != some.X).any()


@states("sample-or-population")
def _(question: Question) -> None:
    n = 100
    given(question, f"n = {n}")
    X = np.random.default_rng(7).normal(size=(n, 3)) * [1.0, 1e3, 1e-3]
    ratio = X.std(axis=0) / X.std(axis=0, ddof=1)
    assert np.allclose(ratio, np.sqrt((n - 1) / n))
    assert f"All of them are {100 * (1 - ratio[0]):.1f} % smaller" in right(question)
    offered(question, f"All of them are {100 * (1 - ratio[0] ** 2):.0f} % smaller, by the same factor.")
    five = np.random.default_rng(7).normal(size=(200_000, 5))
    assert np.var(five, axis=1, ddof=1).mean() == pytest.approx(1, abs=0.01)
    assert np.std(five, axis=1, ddof=1).mean() == pytest.approx(0.94, abs=0.005)


@states("wrong-axis")
def _(question: Question) -> None:
    runs = []
    for shape in ((200, 3), (3, 200), (3, 3)):
        X = np.random.default_rng(7).normal(size=shape)
        try:
            Z = eval(question.code.removeprefix("Z = "), {}, {"X": X})
        except ValueError:
            offered(question, str(shape))
        else:
            runs.append(str(shape))
            assert Z.shape == shape
            assert not np.allclose(Z, scaled(X))
    assert runs == [right(question)]


@states("outlier")
def _(question: Question) -> None:
    given(question, "Of the 100 values x, 99 lie evenly between 0 and 10, and one is 1,000")
    x = np.append(np.linspace(0, 10, 99), 1_000.0)
    named, spans = {"x": x, "np": np, "abs": np.abs}, {}
    exec(question.code, named)
    for choice in question.choices:
        values = eval(choice.text, named)[:99]
        spans[choice.text] = values.max() - values.min()
    assert [text for text, span in spans.items() if span > 1] == [right(question)]
    assert spans.pop(right(question)) == pytest.approx(2, abs=0.05)
    assert sorted(spans.values()) == [pytest.approx(0.01), pytest.approx(0.01), pytest.approx(0.1, abs=0.002)]
    assert (round(x[:99].std()), round(x.std())) == (3, 99)


@states("skewed")
def _(question: Question) -> None:
    incomes = np.random.default_rng(7).lognormal(10, 1, 10_000)

    def skewness(values: Array) -> float:
        return float(np.mean(scaled(values) ** 3))

    Z = scaled(incomes)
    assert skewness(Z) == pytest.approx(skewness(incomes))
    assert skewness(incomes) > 3
    assert abs(Z.mean()) < 1e-9 < abs(np.median(Z))
    assert np.median(Z) < 0
    assert Z.max() > 10
    assert abs(skewness(np.log(incomes))) < 0.1


@states("one-pass")
def _(question: Question) -> None:
    given(question, "around 1e9 with a deviation of 1")
    found = []
    for seed in range(20):
        X = 1e9 + np.random.default_rng(seed).normal(size=(200, 3))
        found.extend(eval(question.code, {}, {"X": X}))
        assert np.allclose(((X - X.mean(axis=0)) ** 2).mean(axis=0), 1, atol=0.4)
    assert np.mean(np.abs(np.array(found) - 1) > 0.5) > 0.9
    assert min(found) < 0
    assert np.spacing(1e18) == 128
    assert np.finfo(float).max / 1e308 == pytest.approx(1.8, rel=0.01)


@states("constant-column")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    X = np.column_stack([
        np.full(20, 0.1), np.full(20, 0.3), np.full(20, 2.0), np.full(20, 7.7), np.zeros(20),
        random.normal(size=20), 1 + 3e-9 * random.normal(size=20), np.r_[0.0, -1.0, 1.0, np.zeros(17)],
    ])  # fmt: skip
    constant = [True] * 5 + [False] * 3
    for choice in question.choices:
        found = eval(choice.text, {}, {"X": X, "np": np}).tolist()
        assert (found == constant) == choice.right, choice.text
    with np.errstate(invalid="ignore"):
        Z = scaled(X)[:, :5]
    rounded = Z[:, ~np.isnan(Z[0])]
    assert rounded.size
    assert np.allclose(abs(rounded), 1)
    assert "becomes 1 or -1 throughout" in question.choices[0].why


@states("sparse")
def _(question: Question) -> None:
    given(question, "1,000,000 x 10,000 entries, one in a thousand")
    entries = 1_000_000 * 10_000
    assert f"{entries * 8 // 10**9} GB" in right(question)
    stored = entries // 1_000
    assert stored == 10 * 10**6
    assert stored * (8 + 4) / 1e9 == pytest.approx(0.1, abs=0.03)
    column = np.r_[np.ones(1), np.zeros(999)]
    assert column.mean() == 0.001
    assert column.std() == pytest.approx(0.03, abs=0.002)
    assert column.std() == pytest.approx(np.sqrt(0.001 * 0.999))
    assert np.count_nonzero(column - column.mean()) == 1_000
    assert np.count_nonzero(column / column.std()) == 1


def nearest(X: Array) -> list[int]:
    """For each sample, the index of its nearest neighbour."""
    distances = ((X[:, None] - X) ** 2).sum(axis=2) + np.diag(np.full(len(X), np.inf))
    return [int(one) for one in distances.argmin(axis=1)]


def leaves(X: Array, y: Array, depth: int = 3) -> list[int]:
    """The leaf of each sample in a regression tree that is grown to reduce the squared error."""

    def error(rows: Array) -> float:
        return float(((rows - rows.mean()) ** 2).sum())

    if depth == 0 or len(y) < 4:
        return [0] * len(y)
    found = []
    for feature in range(X.shape[1]):
        for place in np.argsort(X[:, feature])[1:]:
            left = X[:, feature] < X[place, feature]
            found.append((error(y[left]) + error(y[~left]), feature, left))
    _, _, left = min(found, key=lambda split: (round(split[0], 9), split[1]))
    told = np.zeros(len(y), dtype=int)
    told[left] = 2 * np.array(leaves(X[left], y[left], depth - 1))
    told[~left] = 2 * np.array(leaves(X[~left], y[~left], depth - 1)) + 1
    return [int(one) for one in told]


@states("which-models")
def _(question: Question) -> None:
    some = data()
    X = some.X * [1.0, 100.0, 0.01]
    Z = scaled(X)
    assert leaves(X, some.y) == leaves(Z, some.y)
    assert len(set(leaves(X, some.y))) > 4
    assert nearest(X) != nearest(Z)

    def ridge(X: Array) -> Array:
        centred, y = X - X.mean(axis=0), some.y - some.y.mean()
        found: Array = centred @ np.linalg.solve(centred.T @ centred + 5 * np.eye(3), centred.T @ y)
        return found

    assert not np.allclose(ridge(X), ridge(Z), atol=0.5)

    def first(X: Array) -> Array:
        left: Array = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)[0]
        return np.asarray(abs(left[:, 0]))

    assert not np.allclose(first(X), first(Z), atol=0.05)
    assert right(question).startswith("A decision tree")


@states("weights-in-units")
def _(question: Question) -> None:
    some = data()
    some.X *= [1.0, 10.0, 0.1]
    mean, scale = some.X.mean(axis=0), some.X.std(axis=0)
    v, b = Data(scaled(some.X), some.y).best()
    w, c = some.best()
    named = {"v": v, "scale_": scale, "mean_": mean}
    for choice in question.choices:
        assert np.allclose(eval(choice.text.partition(",")[0], {}, named), w) == choice.right
    assert b - mean @ (v / scale) == pytest.approx(c)


@states("scaling-y")
def _(question: Question) -> None:
    some = data()
    large = Data(some.X, 1e6 * some.y)
    for lr, epochs in ((0.1, 200), (0.5, 50)):
        w, b, losses = some.descend(lr, epochs)
        v, c, others = large.descend(lr, epochs)
        assert np.allclose(np.append(v, c), 1e6 * np.append(w, b))
        assert np.allclose(np.array(others) / others[0], np.array(losses) / losses[0])
        assert (losses[-1] < losses[0]) == (lr == 0.1)
    best, bias = some.best()
    assert np.allclose(np.append(*large.best()), 1e6 * np.append(best, bias))
