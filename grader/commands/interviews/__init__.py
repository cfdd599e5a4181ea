"""The parts of `interview`: its acts, its screen, its options, its end."""
