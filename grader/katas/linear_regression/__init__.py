"""Linear regression by gradient descent: everything that the grader knows about this exercise."""
