"""Right gradient descent, and the path that a training takes."""
