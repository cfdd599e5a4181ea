"""Linear regression by the normal equation: all that the grader knows about this exercise."""
