"""What interviewers look for in this exercise, and the steps that show it."""

from ...practice.debrief import Criterion

RUBRIC = (
    Criterion("deriving it", "Deriving the normal equation", ("fit",)),
    Criterion("intercept", "The bias: a column of ones, or means", ("predict", "fit")),
    Criterion("dependent columns", "Dependent columns: what goes wrong, and what to do", ("rank",)),
    Criterion("numerics and cost", "Solvers, rounding, and the cost", ("vectorization",)),
)
