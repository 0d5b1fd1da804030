"""Run every measurement: ``python -m benchmarks [MOST]``, at most MOST reports of each collection (default 800)."""

import sys

from benchmarks import dates, startup, throughput
from benchmarks.inputs import inputs

if __name__ == "__main__":
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    for name, raws in inputs(most):
        throughput.measure(name, raws)
    dates.measure()
    startup.measure()
