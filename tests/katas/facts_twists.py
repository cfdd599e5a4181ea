"""Compute what the questions about the twists of linear regression state."""

from collections.abc import Callable

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Array, Data, data, given, right, slopes, states, with_ones

Gradient = Callable[[Array], Array]
Loss = Callable[[Array], float]


def way(slope: Gradient, lr: float, epochs: int, start: Array, kept: float = 0.0) -> list[Array]:
    """The parameters before each step of descent and after the last; `kept` is the momentum."""
    at, velocity, found = start, np.zeros_like(start), [start]
    for _ in range(epochs):
        velocity = kept * velocity + slope(at)
        at = at - lr * velocity
        found.append(at)
    return found


def task(some: Data, signal: Gradient, each: Gradient) -> tuple[Loss, Gradient]:
    """The mean of the loss `each` of each residual, and its gradient; b is the last parameter."""
    A = with_ones(some.X)

    def loss(at: Array) -> float:
        return float(np.mean(each(A @ at - some.y)))

    def slope(at: Array) -> Array:
        return np.asarray(A.T @ signal(A @ at - some.y) / some.n)

    return loss, slope


def half(some: Data) -> tuple[Loss, Gradient]:
    """Half of the mean squared error, and its gradient."""
    return task(some, lambda r: r, lambda r: r**2 / 2)


def absolute(some: Data) -> tuple[Loss, Gradient]:
    """The mean absolute error, and its gradient."""
    return task(some, np.sign, np.abs)


def huber(some: Data) -> tuple[Loss, Gradient]:
    """The Huber loss with threshold 1, and its gradient."""
    return task(
        some,
        lambda r: np.clip(r, -1, 1),
        lambda r: np.where(np.abs(r) <= 1, r**2 / 2, np.abs(r) - 0.5),
    )


@states("why-half")
def _(question: Question) -> None:
    some, at = data(), np.array([0.3, -0.2, 0.5, 1.0])
    loss, slope = half(some)
    assert np.allclose(slopes(loss, at), slope(at), rtol=1e-5)
    assert np.allclose(slope(np.append(*some.best())), 0)
    assert np.allclose(2 * slope(at), np.append(*some.gradient(at[:3], at[3])))


@states("half-same-steps")
def _(question: Question) -> None:
    given(question, "lr = 0.1")
    some, start = data(), np.zeros(4)
    _, slope = half(some)
    same = np.append(*some.descend(0.1, 40)[:2])
    ends = {c.text: way(slope, float(c.text), 40, start)[-1] for c in question.choices}
    assert [text for text, end in ends.items() if np.allclose(end, same)] == [right(question)]


@states("half-typical-error")
def _(question: Question) -> None:
    given(question, "a loss of 2.")
    residuals = np.array([1.0, -1.0, 3.0, 1.0, -2.0])
    residuals *= np.sqrt(2 / np.mean(residuals**2 / 2))
    assert float(right(question)) == pytest.approx(np.sqrt(np.mean(residuals**2)))


@states("absolute-never-settles")
def _(question: Question) -> None:
    some = data()
    loss, slope = absolute(some)
    at = way(slope, 0.1, 3_000, np.zeros(4))
    losses = [loss(point) for point in at]
    assert np.mean(losses[-100:]) < 0.3 * losses[0]
    assert max(np.diff(losses[-100:])) > 5e-4
    steps = np.linalg.norm(np.diff(at, axis=0), axis=1)
    assert min(steps[-100:]) > 0.004
    assert loss((at[5] + at[50]) / 2) <= (losses[5] + losses[50]) / 2  # convex


@states("absolute-far-target")
def _(question: Question) -> None:
    given(question, "from 10 to 1,000,000, while its y_hat is 3")
    some = Data(np.ones((1, 1)), np.array([10.0]))
    at = np.array([2.0, 1.0])
    _, slope = absolute(some)
    _, changed = absolute(Data(some.X, np.array([1e6])))
    assert (slope(at) == changed(at)).all()
    assert right(question).startswith("Not at all: the residual was negative")


@states("absolute-differences")
def _(question: Question) -> None:
    given(question, "a step of 1e-6")
    some, at = data(), np.array([0.3, -0.2, 0.5, 1.0])
    loss, slope = absolute(some)
    assert np.allclose(slopes(loss, at), slope(at), atol=1e-6)
    near = Data(some.X, some.y.copy())
    near.y[0] = with_ones(near.X)[0] @ at + 1e-8
    loss, slope = absolute(near)
    assert not np.allclose(slopes(loss, at), slope(at), atol=1e-3)


@states("huber-where-alike")
def _(question: Question) -> None:
    some = data()
    (loss, slope), (squares, of_squares) = huber(some), half(some)
    at = np.append(*some.best())
    inside = Data(some.X, with_ones(some.X) @ at + np.linspace(-1, 1, some.n))
    for alike, one in ((True, inside), (False, Data(some.X, inside.y + 0.1))):
        (loss, slope), (squares, of_squares) = huber(one), half(one)
        assert (loss(at) == pytest.approx(squares(at), rel=1e-9)) == alike
        assert np.allclose(slope(at), of_squares(at)) == alike


@states("huber-settles")
def _(question: Question) -> None:
    some = data()
    for (_, slope), settles in ((huber(some), True), (absolute(some), False)):
        at = way(slope, 0.1, 6_000, np.zeros(4))
        assert (np.linalg.norm(at[-1] - at[-2]) < 1e-6) == settles
        assert np.abs(slope(np.full(4, 50.0))).max() <= np.abs(with_ones(some.X)).max()


@states("huber-clips-residuals")
def _(question: Question) -> None:
    some = data()
    some.y[0] += 60
    _, slope = huber(some)

    def clipped(at: Array) -> Array:
        return np.asarray(np.clip(np.append(*some.gradient(at[:-1], at[-1])), -1, 1))

    end = way(clipped, 0.05, 5_000, np.zeros(4))[-1]
    assert np.allclose(end, np.append(*some.best()), atol=1e-6)
    assert right(question).startswith("At the least squares answer")
    assert np.abs(slope(end)).max() > 0.1
    assert np.abs(np.sign(slope(end))).max() == 1


@states("momentum-smaller-rate")
def _(question: Question) -> None:
    given(question, "v = 0.9 * v + g")
    plain = way(lambda at: np.ones(1), 0.1, 1_000, np.zeros(1))[-1]
    for rate, alike in ((0.1 / 10, True), (0.1 / 2, False), (0.1, False), (1.0, False)):
        with_momentum = way(lambda at: np.ones(1), rate, 1_000, np.zeros(1), 0.9)[-1]
        assert (with_momentum[0] == pytest.approx(plain[0], rel=0.02)) == alike
    assert right(question).startswith("About lr / 10")


@states("momentum-first-step")
def _(question: Question) -> None:
    for slope in (half(data())[1], lambda at: np.ones(4)):
        plain, faster = (np.diff(way(slope, 0.1, 5, np.zeros(4), kept), axis=0) for kept in (0.0, 0.9))
        alike = [bool(np.allclose(one, other)) for one, other in zip(plain, faster, strict=True)]
        assert alike == [True, False, False, False, False]
    assert right(question) == "The first one only."


@states("momentum-overshoots")
def _(question: Question) -> None:
    lr = 0.5  # the curvature is 1, so 2 / L is 2
    at = np.array(way(lambda at: at, lr, 400, np.ones(1), 0.9))[:, 0]
    losses = at**2 / 2
    assert (np.diff(losses) > 0).any()
    assert losses[-1] < 1e-12
    assert at.min() < 0 < at[0]
    plain = np.array(way(lambda at: at, lr, 400, np.ones(1)))[:, 0]
    assert (np.diff(plain**2) <= 0).all()


def decayed(epoch: int) -> float:
    """The factor that the learning rate is multiplied by in an epoch."""
    return 1 / (1 + 0.1 * epoch)


@states("decay-half-rate")
def _(question: Question) -> None:
    given(question, "lr / (1 + 0.1 * k)")
    halves = {text for text in (c.text for c in question.choices) if decayed(int(text)) == 0.5}
    assert halves == {right(question)}
    assert decayed(30) == pytest.approx(1 / 4)
    assert 0.9**6 > 0.5 > 0.9**7


@states("decay-arrives")
def _(question: Question) -> None:
    sums = np.cumsum(1 / (1 + 0.1 * np.arange(10**6)))
    for epochs in (10**4, 10**5):
        assert sums[10 * epochs - 1] - sums[epochs - 1] == pytest.approx(10 * np.log(10), rel=0.01)
    assert decayed(91) < 0.1 < decayed(89)
    assert np.sum(0.5 ** np.arange(200)) == pytest.approx(2)


@states("decay-too-large")
def _(question: Question) -> None:
    lr, losses, at = 5 * 2.0, [], 1.0  # five times the limit, which is 2 for a curvature of 1
    for epoch in range(400):
        losses.append(at**2)
        at -= lr * decayed(epoch) * at
    grows = np.diff(losses) > 0
    assert grows[:40].all()
    assert not grows[41:].any()
    assert losses[-1] < 1e-3 * max(losses)
    given(question, "five times the largest one")
    assert "about 40 epochs" in right(question)


def ended(some: Data, lr: float, least: float = 1e-4, most: int = 100) -> list[float]:
    """The mean squared errors of a training that ends when the loss falls by less than `least`."""
    losses: list[float] = []
    at = np.zeros(some.X.shape[1] + 1)
    for _ in range(most):
        losses.append(some.loss(at[:-1], at[-1]))
        if len(losses) > 1 and losses[-2] - losses[-1] < least:
            break
        at = at - lr * np.append(*some.gradient(at[:-1], at[-1]))
    return losses


@states("tolerance-units")
def _(question: Question) -> None:
    metres = data()
    metres.y *= 1_000
    kilometres = Data(metres.X, metres.y / 1_000)
    long, short = ended(metres, 0.1, most=9_999), ended(kilometres, 0.1, most=9_999)
    assert len(short) < len(long) < 9_999
    assert np.allclose(np.array(long[: len(short)]) / np.array(short), 1e6)
    assert len(ended(metres, 0.1, 1e2, most=9_999)) == len(short)


@states("tolerance-rising-loss")
def _(question: Question) -> None:
    history = ended(data(), 1.0)
    assert len(history) == 2
    assert history[1] > history[0]
    assert right(question).startswith("In its second epoch")


@states("tolerance-steps")
def _(question: Question) -> None:
    given(question, "7 losses and epochs was 100")
    some = data()
    falls = -np.diff(some.descend(0.1, 8)[2])
    history = ended(some, 0.1, least=falls[5] * 1.0001)
    assert len(history) == 7
    w, b, _ = some.descend(0.1, int(right(question)))
    assert some.loss(w, b) == pytest.approx(history[-1])
