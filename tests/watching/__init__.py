"""Tests of watching a file."""
