"""What interviewers look for in this exercise, in the words of the problem, and the steps that show it."""

from ...practice.debrief import Criterion

RUBRIC = (
    Criterion("gradient derivation", "Deriving the gradient", ("loss", "gradients")),
    Criterion("vectorization", "Vectorization: no Python loop over samples", ("predict", "vectorization")),
    Criterion("normal equation", "The normal equation as an alternative, and when to prefer it"),
    Criterion("learning rate and convergence", "Learning rate and convergence", ("fit",)),
    Criterion("feature scaling", "Bonus: feature scaling, so that descent converges well"),
)
