"""Make the shared sample reports importable from every test."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
