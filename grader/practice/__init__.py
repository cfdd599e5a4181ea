"""Practising: facts are added to a journal, and everything else is derived from them."""
