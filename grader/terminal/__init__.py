"""The terminal: single keys, signals, and a screen that is redrawn in place."""
