"""``python -m marsad`` is the same as ``marsad``."""

from marsad.cli import main

if __name__ == "__main__":
    main()
