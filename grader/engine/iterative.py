"""What an exercise declares of a method that trains step by step."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Descent:
    """The parts of a method that descends: what it calls in every epoch, in this order.

    Attributes:
        method: the one that trains.
        forward, loss, gradients: the methods that it may build on.
        predicted: what the last two call the answer of the first.
        affine: whether the gradients are affine in the parameters, as those of squared errors are.
        answer: what it converges to, in words.
        easy_lr, growing_lr: a rate with which it converges in fewer than a hundred epochs on standardised
            columns, and one with which the loss may grow.
    """

    method: str
    forward: str
    loss: str
    gradients: str
    predicted: str = "y_hat"
    affine: bool = True
    answer: str = "the least squares answer"
    easy_lr: float = 0.3
    growing_lr: float = 2.0

    @property
    def collaborators(self) -> tuple[str, ...]:
        """The methods that the training may call."""
        return (self.forward, self.loss, self.gradients)
