"""Linear regression by the normal equation: everything that the grader knows about this exercise."""
