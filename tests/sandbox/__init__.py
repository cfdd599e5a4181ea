"""Tests of the worker that runs the learner's code, and of its messages."""
