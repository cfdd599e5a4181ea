"""The project's own tests; the hidden checks of an exercise are in its folder under `grader/katas`."""
