"""Tests of the exercises: their catalogues, their questions, and what is needed to add one."""
