"""The parts of `interview`: its screen, its two acts, its options, its end."""
