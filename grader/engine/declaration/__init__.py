"""What an exercise declares: its methods, its data, the right formula, its mistakes and its twists."""
