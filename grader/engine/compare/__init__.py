"""Compare a submission with the reference."""
