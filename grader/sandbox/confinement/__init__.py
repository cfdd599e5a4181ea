"""Refuse what a submission may not do."""
