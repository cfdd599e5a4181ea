"""Ask a person questions at a terminal, with choices or without."""
