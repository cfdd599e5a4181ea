"""What practising remembers and decides: facts in an append-only journal, all else derived from them."""
