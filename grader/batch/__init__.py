"""Grade many files: which they are, the processes that judge, and the file that holds what came of it."""
