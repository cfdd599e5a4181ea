"""Make a fix that passes smaller, and leave nothing behind that is unused, needless or untrue."""
