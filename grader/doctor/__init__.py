"""What `doctor` looks at, one module a subject. Nothing here needs what it looks for to be there."""
