"""A child process for each partition: lines in, lines out, and every way to fail is an exception.

Spark's own `RDD.pipe` ignores the exit status unless told otherwise, takes a filter that stops reading early for a
success, and hangs when the rows before it fail. Here the input is closed in every case, the status is read, the lines
are counted, and the last words of the child's standard error are in the message.
"""
import os
import subprocess
import tempfile
import threading

BATCH = 256  # lines in an Arrow batch of the output


class FilterError(RuntimeError):
    """The child failed, or gave more or fewer lines than it got."""


def line_filter(command, one_line_each=True, good=(0,)):
    """A function for `DataFrame.mapInArrow(…, "line string")`.

    command: a list of strings, or a function without arguments that returns one (it is called on the executor).
    one_line_each: whether a line must come out for each line that goes in.
    good: the exit statuses of success.
    The first column of the input holds the lines, without their ends.
    """

    def run(batches):
        import pyarrow

        argv = command() if callable(command) else command
        with tempfile.TemporaryFile() as errors:
            child = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env={})
            feeder = _Feeder(batches, child)
            try:
                count = 0
                for lines in _grouped(child.stdout):
                    count += len(lines)
                    yield pyarrow.RecordBatch.from_arrays([pyarrow.array(lines, pyarrow.string())], ["line"])
                feeder.join()
                status = child.wait()
                # What went wrong before the child explains what went wrong in it.
                if feeder.error is not None:
                    raise feeder.error
                if status not in good:
                    raise FilterError(f"{_name(argv)} ended with status {status}: {_last_words(errors)}")
                if feeder.stopped_early or (one_line_each and count != feeder.count):
                    raise FilterError(f"{_name(argv)}: {feeder.count} lines in, {count} out: {_last_words(errors)}")
            finally:
                # Also reached when Spark wants no more rows (LIMIT): nobody may wait for the child then.
                child.kill()
                child.stdout.close()
                child.wait()

    return run


class _Feeder(threading.Thread):
    """Writes the rows into the child, beside the thread that reads from it."""

    def __init__(self, batches, child):
        super().__init__(daemon=True)
        self.batches, self.child = batches, child
        self.count, self.error, self.stopped_early = 0, None, False
        self.start()

    def run(self):
        try:
            for batch in self.batches:
                for value in batch.column(0):
                    self.count += 1
                    self.child.stdin.write(value.as_buffer().to_pybytes() + b"\n")
        except BrokenPipeError:
            self.stopped_early = True
        except BaseException as error:  # whatever it is, it belongs to the task
            self.error = error
            self.child.kill()
        finally:
            try:
                self.child.stdin.close()
            except OSError:
                self.stopped_early = True


def _grouped(stream):
    lines = []
    for line in stream:
        lines.append(line[:-1] if line.endswith(b"\n") else line)
        if len(lines) == BATCH:
            yield [line.decode("utf-8") for line in lines]
            lines = []
    if lines:
        yield [line.decode("utf-8") for line in lines]


def _name(argv):
    return os.path.basename(argv[0])


def _last_words(errors):
    size = errors.seek(0, os.SEEK_END)
    errors.seek(max(0, size - 500))
    return errors.read().decode("utf-8", "replace").strip() or "it said nothing"
