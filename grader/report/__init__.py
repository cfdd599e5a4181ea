"""A verdict as text: one pure function a format."""
