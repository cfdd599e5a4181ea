"""What `doctor` checks, one module per subject. Each can run without the thing that it checks."""
