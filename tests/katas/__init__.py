"""Tests of the exercises: their catalogues, their questions, and what adding one takes."""
