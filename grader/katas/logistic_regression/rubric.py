"""What interviewers look for in this exercise, and the steps that show it."""

from ...practice.debrief import Criterion

RUBRIC = (
    Criterion("probabilities", "The sigmoid: stable, and what its values mean", ("probability", "predict")),
    Criterion("cross-entropy", "The loss, and why not the squared error", ("loss",)),
    Criterion("gradient derivation", "Deriving the gradient", ("gradients",)),
    Criterion("training", "How training behaves, separable classes included", ("fit", "vectorization")),
)
