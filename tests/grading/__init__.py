"""Tests of whole gradings: the labelled submissions, mutants, and what a grading leaves behind."""
