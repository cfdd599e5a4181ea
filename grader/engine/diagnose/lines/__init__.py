"""Find the line to blame for a mistake, in a trace of the learner's code."""
