"""Tests of how any exercise is judged, diagnosed, compared and fixed."""
