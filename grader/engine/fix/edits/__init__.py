"""Edits of the learner's own code, made without the right code: of expressions, statements and classes."""
