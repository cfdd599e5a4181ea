"""Watch one file: notice its saves, grade each, and run the loop that `watch` and `interview` share."""
