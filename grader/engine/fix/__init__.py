"""Find the smallest change to the learner's code that makes a step pass, and verify it by grading."""
