"""The grader of the kata: it judges a file by what its code does, and says what to do next."""

__version__ = "0.1.0"
