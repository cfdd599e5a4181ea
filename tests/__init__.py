"""The project's own tests; the hidden checks of an exercise live in its folder under `grader/katas`."""
