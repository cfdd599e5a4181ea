"""Tests of a verdict as text."""
