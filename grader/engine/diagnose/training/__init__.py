"""Diagnose a training that descends step by step."""
