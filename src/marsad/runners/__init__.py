"""Runners: map the per-report function over a stream of reports."""
