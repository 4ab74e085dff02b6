"""The WSGI entry that the server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
site = get_wsgi_application()


from citewell.pagecache.door import PageCache  # noqa: E402  needs the apps

application = PageCache(site)
