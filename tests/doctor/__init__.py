"""Tests of what `doctor` checks."""
