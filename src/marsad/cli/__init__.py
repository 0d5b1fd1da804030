"""The command line. Commands import what they need when they run, so that starting stays quick."""

import io
import sys


def main() -> None:
    """Run the command line and end the process with its exit code.

    0: done; 1: nothing could be read, or the register cannot be used; 2: the command was misused;
    130: interrupted; 141: whoever read the output closed it.
    """
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")
    if sys.argv[1:] == ["--version"]:
        # Answered before the command line is built, which takes most of the time.
        from marsad.cli.version import version_line

        print(version_line())
        return
    from marsad.cli.app import app

    app(prog_name="marsad")
