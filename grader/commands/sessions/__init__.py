"""What is shown and done at every save, until somebody leaves: by `watch` and by `interview`."""
