"""What the site answers while something it needs is gone: a plain page, soon tried again.

A database that does not answer, a full disk or a folder that may not be written to are no
faults of the program: the answer is 503 with ``Retry-After``, from a file that needs none of
them, and the log names the kind of error. Everything else stays the 500 that it is.
"""

import errno
import logging
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.views.defaults import server_error
from psycopg_pool import PoolTimeout

logger = logging.getLogger(__name__)
RETRY_AFTER = 30
FULL_OR_CLOSED = {
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM,
    errno.ENOTDIR, errno.EIO, errno.EMFILE, errno.ENFILE,
}  # fmt: skip


def is_outage(error: BaseException | None) -> bool:
    """Whether an error says that something outside the program is gone or full."""
    if isinstance(error, OperationalError | InterfaceError | PoolTimeout):
        return True
    return isinstance(error, OSError) and error.errno in FULL_OR_CLOSED


def server_error_or_outage(request: HttpRequest) -> HttpResponse:
    """Django's handler of errors; called while the error is being handled."""
    error = sys.exc_info()[1]
    if not is_outage(error):
        return server_error(request)
    logger.error("Something the site needs is gone: %s", type(error).__name__)
    page = (settings.PROJECT_DIR / "templates" / "503.html").read_bytes()
    headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
    return HttpResponse(page, status=503, headers=headers)
