"""A verdict in the formats that other programs read."""
