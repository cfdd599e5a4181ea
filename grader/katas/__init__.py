"""The exercises, one package each; a new one needs no change anywhere else."""
