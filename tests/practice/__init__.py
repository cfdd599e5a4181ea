"""Tests of what practising remembers and decides."""
