"""Tests of what practice records and derives from the records."""
