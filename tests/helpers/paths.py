"""Paths in the checkout that the tests run from."""

from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
SUBMISSIONS = TESTS / "submissions"
GOLDEN = TESTS / "golden"
