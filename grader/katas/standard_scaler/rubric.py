"""What interviewers look for in this exercise, and the steps that show it."""

from ...practice.debrief import Criterion

RUBRIC = (
    Criterion("statistics", "The right statistics, along the right axis", ("fit",)),
    Criterion("fit and transform", "fit learns, transform applies", ("transform", "inverse")),
    Criterion("numerics", "Constant columns and rounding", ("fit", "vectorization")),
    Criterion("when to scale", "Which models need it, and which data to fit on"),
)
