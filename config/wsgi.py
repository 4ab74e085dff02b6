"""The WSGI entry that the server loads."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from operations.application import application as make

application = make()
