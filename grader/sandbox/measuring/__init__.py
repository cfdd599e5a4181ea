"""Measure the work of a call: instructions, memory, iteration in C."""
