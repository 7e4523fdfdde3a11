"""What can go wrong, as exceptions."""
from __future__ import annotations

from typing import Optional


class CopydeskError(Exception):
    """Whatever this package raises beside the language's own exceptions."""


class CommandFailed(CopydeskError):
    """The command ended before its work was done.

    status: its exit status (docs/OUTPUT.md), negative if a signal ended it, as `subprocess` has it.
    message: the last that it said.
    """

    def __init__(self, status: int, message: str) -> None:
        ended = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
        super().__init__(f"copydesk {ended}: {message or 'it said nothing'}")
        self.status = status
        self.message = message


class DocumentFailed(CopydeskError):
    """A document could not be read, and `on_error="raise"` was asked for.

    id: the document's; code: as `unreadable` or `no-content` (docs/OUTPUT.md); message: what it says beside.
    """

    def __init__(self, id: str, code: Optional[str], message: str) -> None:
        super().__init__(f"{id}: {message}")
        self.id = id
        self.code = code
        self.message = message
