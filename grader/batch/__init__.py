"""Grade many files: find them, run the processes that judge them, and write the results."""
