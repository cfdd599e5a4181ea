"""Report the value of every expression of a call."""
