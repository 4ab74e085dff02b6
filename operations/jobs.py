"""The jobs of a site, each in its time, in one process that never ends by an error of theirs.

Timers of the system can run the same commands instead, see ``deploy/systemd``.
"""

import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.management import call_command
from django.db import close_old_connections

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """A command and how many seconds lie between two runs."""

    command: str
    every: int


JOBS = (
    Job("publish_scheduled", 60),
    Job("send_webhooks", 300),
    Job("send_review_digest", 24 * 3600),
    Job("erase_feedback", 24 * 3600),
    Job("clearsessions", 24 * 3600),
)


@dataclass
class Runner:
    """Runs jobs when their time has come.

    Attributes:
        jobs: what to run.
        clock: seconds that only go forward.
        due: when each job runs next; all at the start.
    """

    jobs: tuple[Job, ...] = JOBS
    clock: Callable[[], float] = time.monotonic
    due: dict[str, float] = field(default_factory=dict)

    def run_due(self) -> list[str]:
        """Run each job whose time has come; the names of those that failed."""
        failed = []
        for job in self.jobs:
            if self.due.get(job.command, 0) > self.clock():
                continue
            self.due[job.command] = self.clock() + job.every
            close_old_connections()  # a database that came back is asked anew
            try:
                call_command(job.command, verbosity=0)
            except Exception as error:
                failed.append(job.command)
                logger.error("The job %s failed: %s", job.command, error)
        return failed

    def run_for_ever(self, tick: float = 5) -> None:
        """Go on until SIGTERM or SIGINT; a job that runs is finished."""
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            self.run_due()
            stopped.wait(tick)
