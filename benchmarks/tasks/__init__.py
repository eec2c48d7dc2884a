"""One file a task that `benchmarks/predict.py` knows: lines in, lines out."""
