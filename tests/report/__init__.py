"""Tests of the screens, pages and formats that a verdict is shown in."""
