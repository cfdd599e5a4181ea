"""Watch one file: its saves, the grading of each, and the one loop that `watch` and `interview` share."""
