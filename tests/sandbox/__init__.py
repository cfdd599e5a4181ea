"""Tests of the worker that runs the learner's code, and of the messages to and from it."""
