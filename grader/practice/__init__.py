"""Practice: facts are appended to a journal, and everything else is derived from them."""
