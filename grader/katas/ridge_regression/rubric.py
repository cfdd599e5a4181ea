"""What interviewers look for in this exercise, and the steps that show it."""

from ...practice.debrief import Criterion

RUBRIC = (
    Criterion("penalty", "The penalty: squared, on the weights alone", ("loss",)),
    Criterion("gradient derivation", "Deriving the gradient", ("gradients",)),
    Criterion("shrinkage", "What the penalty does to the weights and to training", ("fit", "vectorization")),
    Criterion("choosing alpha", "How to choose alpha"),
)
