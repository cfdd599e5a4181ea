"""Logistic regression by gradient descent: all that the grader knows about this exercise."""
