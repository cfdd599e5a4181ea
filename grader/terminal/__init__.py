"""The terminal as a live thing: single keys, signals, a screen that is drawn again and again."""
