"""A verdict as text: one pure function per format."""
