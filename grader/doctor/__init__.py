"""The checks of `doctor`, one module per subject. Each can run even if the thing it checks is missing."""
