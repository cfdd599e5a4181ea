"""Find the mistakes that explain what was observed, and their lines.

A mistake is recognised by its numbers: edits of the right formula are combined until it gives the learner's
answers (`recogniser`, `overlay`; `training.path_recogniser` for the path of a training). The line to blame is
found in a trace of the learner's code (`lines.blame`, `lines.trail`).
"""
