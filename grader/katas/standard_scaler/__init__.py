"""Standardising features: everything that the grader knows about this exercise."""
