"""Edits that come from the right code: parts of it, or whole methods, in the learner's own names."""
