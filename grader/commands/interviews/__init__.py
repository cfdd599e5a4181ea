"""The parts of `interview`: its two acts, its options, its end."""
