"""The command as a filter: lines in, lines out, in order and without threads.

The input is drawn in the caller's own thread (a cursor of SQLite can be read nowhere else), and only when the child
takes more: what is on its way is what fits in two pipes and in the child's own queue, however long the input is. However the
rows come to their end (the last one, `break`, an exception, Ctrl-C, a child that was killed), child and workers are gone then.
"""
from __future__ import annotations

import os
import selectors
import signal
import subprocess
from typing import Generator, Iterator, List, Optional, Sequence, Union

from ._errors import CommandFailed

#: Bytes that are read at once.
BLOCK = 1 << 18
#: Seconds without a word from the child after which is looked whether it lives.
PATIENCE = 0.5
#: 1: documents failed, which their rows tell.
GOOD = (0, 1)
#: A file could not be opened. If it is a document, it has a row; the file of an option has none.
UNREADABLE = 66


def lines(argv: Sequence[Union[str, bytes]], source: Iterator[bytes]) -> Generator[bytes, None, None]:
    """The lines of the child's output, without their ends. What `source` yields goes into its input as it is.

    CommandFailed if the child fails, dies, or stops reading before the input's end.
    """
    # A session of its own: Ctrl-C comes to this process alone, which then ends the child and all its workers.
    owner = os.getpid()
    child = subprocess.Popen(
        argv, bufsize=0, start_new_session=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        exchange = _Exchange(child, source)
        yield from exchange.lines()
        status = child.wait()
        good = status in GOOD or (status == UNREADABLE and exchange.has_come)
        if not good or exchange.stopped_early:
            raise CommandFailed(status, exchange.last_words())
    finally:
        # A process that was forked meanwhile has this generator too; the child is not its own.
        if os.getpid() == owner:
            _end(child)


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.returncode is None:
        _kill(child)
        child.wait()
    for stream in (child.stdin, child.stdout, child.stderr):
        if stream is not None:
            stream.close()


def _kill(child: "subprocess.Popen[bytes]") -> None:
    """Ends it and its workers, which are in its group. Its number is nobody else's before `wait`."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


class _Exchange:
    """Waits for the child to take or to give, whichever comes first."""

    def __init__(self, child: "subprocess.Popen[bytes]", source: Iterator[bytes]) -> None:
        assert child.stdin and child.stdout and child.stderr
        self.child, self.source = child, source
        self.input, self.output, self.trouble = child.stdin, child.stdout, child.stderr
        self.pending = memoryview(b"")
        self.said = b""
        self.stopped_early = False
        self.has_come = False

    def lines(self) -> Generator[bytes, None, None]:
        os.set_blocking(self.input.fileno(), False)
        rest: List[bytes] = []
        with selectors.DefaultSelector() as selector:
            selector.register(self.input, selectors.EVENT_WRITE)
            selector.register(self.output, selectors.EVENT_READ)
            selector.register(self.trouble, selectors.EVENT_READ)
            # The child's end is the end of both its outputs.
            while self.output in selector.get_map() or self.trouble in selector.get_map():
                ready = selector.select(PATIENCE)
                if not ready and self._is_dead():
                    _kill(self.child)
                    return
                # What is there goes out before more is drawn from the source, which may take its time.
                for key, _ in sorted(ready, key=lambda one: one[0].fileobj is self.input):
                    if key.fileobj is self.input:
                        if not self._feed():
                            selector.unregister(self.input)
                            self.input.close()
                        continue
                    block = os.read(key.fd, BLOCK)
                    if not block:
                        selector.unregister(key.fileobj)
                    elif key.fileobj is self.trouble:
                        self.said = (self.said + block)[-4000:]
                    else:
                        first, *more = block.split(b"\n")
                        rest.append(first)
                        if more:
                            self.has_come = True
                            yield b"".join(rest)
                            yield from more[:-1]
                            rest = [more[-1]]
            # Who has read all of its input has seen its end.
            self.stopped_early |= not self.input.closed
        # A line that was cut off is none; the status tells why.

    def _feed(self) -> bool:
        """Writes what fits, of the next line if nothing is left of the one before; false at the input's end."""
        if not self.pending:
            line: Optional[bytes] = next(self.source, None)
            if line is None:
                return False
            self.pending = memoryview(line)
        try:
            self.pending = self.pending[os.write(self.input.fileno(), self.pending):]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self.stopped_early = True
            return False
        return True

    def _is_dead(self) -> bool:
        """Whether the child is gone, though its workers still hold its output open; it is not reaped yet."""
        return os.waitid(os.P_PID, self.child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def last_words(self) -> str:
        words = self.said.decode("utf-8", "replace").strip().splitlines()[-3:]
        return "; ".join(words)
