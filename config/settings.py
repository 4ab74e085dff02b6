"""Django's settings, made from the environment; see ``docs/settings.md``."""

import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.utils.translation import gettext_lazy as _

from config.environment import SettingsError, read_environment
from config.secret_key import secret_key
from security import directives

try:
    ENVIRONMENT = read_environment(os.environ)
except SettingsError as error:
    sys.exit(f"Settings: {error}")

PROJECT_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = PROJECT_DIR / ENVIRONMENT.data_dir

DEBUG = ENVIRONMENT.debug
SECRET_KEY = secret_key(ENVIRONMENT.secret_key, DATA_DIR)
ALLOWED_HOSTS = ENVIRONMENT.hosts
TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies  # their X-Forwarded-For tells senders apart
HTTPS = ENVIRONMENT.scheme == "https"
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.public_url]
if ENVIRONMENT.citewell_admin_host:
    CSRF_TRUSTED_ORIGINS.append(f"{ENVIRONMENT.scheme}://{ENVIRONMENT.citewell_admin_host}")

INSTALLED_APPS = [
    # Ours stand first, so that their templates win over Wagtail's.
    "citewell.pagecache",
    "citewell.users",
    "citewell.findings",
    "citewell.images",
    "citewell.documents",
    "citewell.organisation",
    "citewell.topics",
    "citewell.pages",
    "citewell.references",
    "citewell.blocks",
    "citewell.people",
    "citewell.review",
    "citewell.wording",
    "conditions",
    "blog",
    "home",
    "search",
    "importing",
    "feedback",
    "leaflets",
    "syndication",
    "access",
    "api",
    "demo",
    "operations",
    "security",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.locales",
    "wagtail.admin",
    "wagtail.api.v2",
    "wagtail",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "modelcluster",
    "taggit",
    "django_filters",
    "rest_framework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
]

if ENVIRONMENT.citewell_api_v3:
    INSTALLED_APPS.append("wagtail.api.v3")

MIDDLEWARE = [
    "security.headers.HeadersMiddleware",
    "security.refusals.RefusalMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "home.compression.CompressionMiddleware",
    "security.policy.PolicyMiddleware",
    "home.maintenance.MaintenanceMiddleware",
    "security.admin_door.AdminDoorMiddleware",
    "citewell.findings.due.DueMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "access.second_factor.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "citewell.findings.middleware.NotPublishableMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "importing.wordpress.addresses.ShortLinkMiddleware",
    "home.withdrawal.WithdrawalMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# --- Database ---------------------------------------------------------------------------

# IMMEDIATE takes the write lock when a transaction begins, where the busy timeout can
# wait for it; SQLite's default takes it at the first write and then fails at once.
SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "citewell.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        ),
    },
}


def postgresql(url: str) -> dict[str, Any]:
    """Connection settings for a ``postgres://`` address, with psycopg's pool."""
    try:
        database: dict[str, Any] = dict(dj_database_url.parse(url))
    except (ValueError, KeyError):
        database = {}
    if not database.get("ENGINE", "").endswith("postgresql") or not database.get("NAME"):
        sys.exit("Settings: DATABASE_URL must look like postgres://user:password@host:port/name.")
    # One connection for each thread; a server that is gone is noticed in seconds, and a
    # connection that it took with it is replaced before it is used.
    size = ENVIRONMENT.citewell_threads + 2
    pool = {"min_size": 1, "max_size": size, "timeout": 5}
    database["OPTIONS"] = {"connect_timeout": 5, **database.get("OPTIONS", {}), "pool": pool}
    database["CONN_HEALTH_CHECKS"] = True
    return database


DATABASES = {
    "default": postgresql(ENVIRONMENT.database_url) if ENVIRONMENT.database_url else SQLITE
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- People -----------------------------------------------------------------------------

AUTH_USER_MODEL = "citewell_users.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # refuses who is locked out
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_CALLABLE = "access.lock_out.locked_out"
AXES_CLIENT_IP_CALLABLE = "access.lock_out.masked_address"
AXES_SENSITIVE_PARAMETERS = ["username", "password", "csrfmiddlewaretoken", "next"]
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
WAGTAILADMIN_USER_LOGIN_FORM = "access.sign_in.SignInForm"
ACCOUNT_ADAPTER = "access.accounts.Adapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # administrators enter addresses; nobody signs up
MFA_TOTP_ISSUER = "Citewell"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
LOGIN_URL = "wagtailadmin_login"

# --- Languages and time -----------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en-gb", _("English")),
    ("pl", _("Polish")),
    ("ar", _("Arabic")),
]
LOCALE_PATHS = [PROJECT_DIR / "locale"]
TIME_ZONE = "Europe/London"
USE_I18N = USE_TZ = True
WAGTAIL_I18N_ENABLED = True

# --- Files ------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(ENVIRONMENT.citewell_static_dir or DATA_DIR / "static")
STATICFILES_DIRS = [PROJECT_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "home.static_files.SmallSheetsStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False  # the resource policy keeps them to this site
CACHES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Counts of tries, for all processes of this machine.
    "throttle": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "throttle",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}
if ENVIRONMENT.citewell_cache_url:  # for all processes of all machines
    _redis = {
        "BACKEND": "operations.caching.SparableRedisCache",
        "LOCATION": ENVIRONMENT.citewell_cache_url,
        "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 2},
    }
    CACHES = {"default": _redis, "throttle": {**_redis, "KEY_PREFIX": "throttle"}}
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long StreamField posts a field for each value

CITEWELL_PAGE_CACHE: dict[str, Any] = {
    "store": "off" if DEBUG else ENVIRONMENT.citewell_page_cache,
    "folder": str(DATA_DIR / "pagecache"),
    "bytes_in_memory": ENVIRONMENT.citewell_page_cache_megabytes * 1_000_000,
    "passed_by": (f"/{ENVIRONMENT.citewell_admin_path}/", "/media/", "/static/", "/documents/"),
    "numbers": frozenset({"page"}),
    # The address alone decides the language; LocaleMiddleware names the header all the same.
    "harmless_vary": frozenset({"Accept-Language"}),
    "paused_by": str(DATA_DIR / "maintenance"),
}

# --- Wagtail ----------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Citewell"
WAGTAILADMIN_BASE_URL = ENVIRONMENT.public_url
CITEWELL_DEMO_INDEXED = ENVIRONMENT.citewell_demo_indexed
CHECK_BASE_URL = ENVIRONMENT.check_base_url or ENVIRONMENT.public_url
CITEWELL_ADMIN_PATH = ENVIRONMENT.citewell_admin_path
CITEWELL_ADMIN_HOST = ENVIRONMENT.citewell_admin_host
CITEWELL_ADMIN_NETWORKS = ENVIRONMENT.citewell_admin_networks
CITEWELL_TWO_FACTOR_GROUPS = ENVIRONMENT.citewell_two_factor_groups
WAGTAIL_AUTOSAVE_INTERVAL = ENVIRONMENT.citewell_autosave_interval
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no request to another host
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "citewell_images.CustomImage"
WAGTAILDOCS_DOCUMENT_MODEL = "citewell_documents.CustomDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # so that private collections are never public files
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # always saved, never shown in our origin
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif"}
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = None  # our form looks at the header before it decodes
WAGTAILIMAGES_IMAGE_FORM_BASE = "citewell.images.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "citewell.documents.forms.DocumentForm"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # embeds ask other hosts; our video block does not
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
CITEWELL_SEARCH_LEARNING = ENVIRONMENT.citewell_search_learning
CITEWELL_SEARCH_METHOD = ENVIRONMENT.citewell_search_method
CITEWELL_TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies
WAGTAIL_ALLOW_UNICODE_SLUGS = True
CITEWELL_THEME = ENVIRONMENT.citewell_theme
CITEWELL_SECURITY_CONTACT = ENVIRONMENT.citewell_security_contact
CITEWELL_LOOKUP = {
    "crossref": ENVIRONMENT.citewell_lookup_crossref,
    "pubmed": ENVIRONMENT.citewell_lookup_pubmed,
    "contact": ENVIRONMENT.citewell_lookup_contact,
    "timeout": ENVIRONMENT.citewell_lookup_timeout,
    "retries": ENVIRONMENT.citewell_lookup_retries,
}
CITEWELL_DOI_SYSTEM = ENVIRONMENT.citewell_doi_system
CITEWELL_LINKS_STAND_INS = ENVIRONMENT.citewell_links_stand_ins
WAGTAILAPI_BASE_URL = ENVIRONMENT.public_url
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_SEARCH_ENABLED = False  # patients' searches go through `search` alone
WAGTAILAPI_DOCS_ENABLED = False  # they would tell everybody every model and field
WAGTAIL_APPEND_SLASH = True

# --- Other software ---------------------------------------------------------------------

CITEWELL_WEBHOOKS = ENVIRONMENT.citewell_webhooks
CITEWELL_WEBHOOK_SECRET = ENVIRONMENT.citewell_webhook_secret
CITEWELL_WEBHOOKS_PRIVATE_TARGETS = False  # for tests: http and hosts of the own network

# Where the ends of the chains of sign-offs are remembered outside the database.
CITEWELL_SIGNOFF_ANCHOR = DATA_DIR / "signoff-anchor.json"
CITEWELL_METRICS_TOKEN = ENVIRONMENT.citewell_metrics_token
CITEWELL_BACKUP_RECIPIENTS = ENVIRONMENT.citewell_backup_recipients
CITEWELL_DUE_INTERVAL = ENVIRONMENT.citewell_due_interval
CITEWELL_REVIEW_GRACE_DAYS = ENVIRONMENT.citewell_review_grace_days

# --- Security ---------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if HTTPS:  # browsers take such a cookie from this very host over https alone
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SESSION_COOKIE_AGE = ENVIRONMENT.citewell_session_hours * 3600
PASSWORD_RESET_TIMEOUT = 3600
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^readyz$"]  # asked from the machine itself
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": directives.PUBLIC}
FORM_RENDERER = "security.scripts.ScriptlessRenderer"  # the admin has no inline scripts

# --- E-mail and log ---------------------------------------------------------------------

if ENVIRONMENT.citewell_email_url:
    try:
        _mail = urlsplit(ENVIRONMENT.citewell_email_url)
    except ValueError:
        sys.exit("Settings: CITEWELL_EMAIL_URL must look like smtp://user:password@host:port.")
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.username or "", _mail.password or ""
    EMAIL_USE_TLS = _mail.scheme == "smtps"
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "operations.logs.JsonFormatter"},
        "text": {"()": "operations.logs.TextFormatter"},
    },
    "handlers": {
        "console": {  # stderr: stdout is for results
            "class": "logging.StreamHandler",
            "formatter": ENVIRONMENT.citewell_log,
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Each request is a line of its own where machines read the log.
    "loggers": {
        "citewell.requests": {"level": "INFO" if ENVIRONMENT.citewell_log == "json" else "WARNING"}
    },
}
