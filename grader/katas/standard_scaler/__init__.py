"""Standardising features: all that the grader knows about this exercise."""
