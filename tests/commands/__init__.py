"""Tests of the commands, and of the command line as a whole."""
