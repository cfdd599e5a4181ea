"""The terminal: single keys, signals, a screen that is drawn again in place."""
