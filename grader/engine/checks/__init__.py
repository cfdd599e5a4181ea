"""The hidden checks, made from an exercise's declaration."""
