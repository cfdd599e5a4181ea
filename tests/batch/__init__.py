"""Tests of grading many files."""
