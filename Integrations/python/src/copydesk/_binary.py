"""Where the command is."""
from __future__ import annotations

import os
import subprocess
import sys

from ._errors import CopydeskError


def binary() -> str:
    """The path of the `copydesk` command: that of the environment variable COPYDESK_BINARY, else the package's own.

    CopydeskError if there is none: the package was not installed from a wheel of this platform.
    """
    path = os.environ.get("COPYDESK_BINARY") or os.path.join(os.path.dirname(__file__), "bin", "copydesk")
    if not os.access(path, os.X_OK):
        raise CopydeskError(f"{path} is no program; install a wheel of this platform, or name one in COPYDESK_BINARY")
    return path


def version() -> str:
    """The version of the command, such as `0.1.0`."""
    printed = subprocess.run([binary(), "--version"], check=True, capture_output=True, text=True).stdout
    return printed.split()[1]


def main() -> None:
    """Becomes the command: its arguments, its input and output, its exit status, its signals."""
    try:
        path = binary()
        os.execv(path, ["copydesk", *sys.argv[1:]])
    except (CopydeskError, OSError) as error:
        sys.exit(f"copydesk: {error}")
