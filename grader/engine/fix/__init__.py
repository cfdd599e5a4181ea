"""Fixes: the smallest change to the learner's own code that makes a step pass, verified by grading it."""
