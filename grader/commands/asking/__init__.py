"""Questions put to a person at a terminal, with choices or without."""
