"""The grader of the kata: it judges a file by the behaviour of its code, and says what to do next."""

__version__ = "0.1.0"
