"""Measurements of speed and memory, printed as ratios of one run: ``make bench``."""
