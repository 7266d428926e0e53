"""A process that draws: deaf to the signals meant for the program, and never outliving it."""

import multiprocessing
import os
import signal
import threading
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess

_FOR_THE_PROGRAM = (signal.SIGINT, signal.SIGTERM)


class DrawingProcess(SpawnProcess):
    """Hears of no Ctrl-C, not even in the second before its first line runs."""

    def start(self) -> None:
        """Start it; what is blocked here stays blocked there."""
        # It would be started on the way, and unblock the signals behind itself.
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _FOR_THE_PROGRAM)
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Helpers(SpawnContext):
    """Spawns, because a fork would copy the program's connections and locks."""

    Process = DrawingProcess


HELPERS = _Helpers()


def settle_in() -> None:
    """Leave signals to the program, which ends its helpers itself, but never outlive it."""
    for number in _FOR_THE_PROGRAM:
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    program = multiprocessing.parent_process()
    if program is not None:
        wait([program.sentinel])
        os._exit(0)
