"""The tasks of `benchmarks/predict.py`, one file each: lines in, lines out."""
