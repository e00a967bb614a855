"""Settings of the web app. Everything that differs between places comes from the environment.

RHOMBOID_DATA              folder of the database, the photos, the drawn pictures and the secret key; default ./var
RHOMBOID_DATABASE          postgresql://user:password@host:port/name; default SQLite in RHOMBOID_DATA
RHOMBOID_EMERGENCY_NUMBER  the local emergency number shown on emergency pages
RHOMBOID_TIME_ZONE         name of the time zone days are counted in; default the machine's
RHOMBOID_HOUSEHOLD         key of the household this server shows; default home
RHOMBOID_DEBUG             1 shows tracebacks; never for real use
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from rhomboid.lib.errors import bad_input

WEB = Path(__file__).resolve().parent
DATA = Path(os.environ.get("RHOMBOID_DATA", "var")).resolve()


def load_secret_key(folder: Path) -> str:
    """Return the secret key kept in the data folder; the first call writes it, readable by the owner alone."""
    path = folder / "secret-key"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(50)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    return key


def parse_database(url: str) -> dict[str, Any]:
    """Return Django's database settings for RHOMBOID_DATABASE; empty means SQLite in the data folder."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "rhomboid.sqlite3",
            "OPTIONS": {
                # Writers queue from their first statement instead of failing half way through.
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        allowed = "postgresql://user:password@host:port/name"
        raise bad_input("environment", "RHOMBOID_DATABASE", parts.scheme, allowed)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }


def find_time_zone() -> str:
    """Return the name of the zone that days are counted in: asked for, else the machine's, else UTC."""
    asked = os.environ.get("RHOMBOID_TIME_ZONE") or os.environ.get("TZ", "")
    if asked:
        return asked
    _, found, name = str(Path("/etc/localtime").resolve()).partition("/zoneinfo/")
    return name if found else "UTC"


DEBUG = os.environ.get("RHOMBOID_DEBUG") == "1"
SECRET_KEY = os.environ.get("RHOMBOID_SECRET_KEY") or load_secret_key(DATA)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
HOUSEHOLD = os.environ.get("RHOMBOID_HOUSEHOLD", "home")
EMERGENCY_NUMBER = os.environ.get("RHOMBOID_EMERGENCY_NUMBER", "")

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "rhomboid.service",
    "rhomboid.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "rhomboid.web.middleware.ContentPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "rhomboid.web.middleware.HouseholdMiddleware",
    "rhomboid.web.middleware.FigureChoiceMiddleware",
    "rhomboid.web.middleware.UserErrorMiddleware",
]

ROOT_URLCONF = "rhomboid.web.urls"
WSGI_APPLICATION = "rhomboid.web.wsgi.application"
CSRF_FAILURE_VIEW = "rhomboid.web.views.errors.csrf_failure"

TEMPLATE_LOADER = "django.template.loaders.filesystem.Loader"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "rhomboid.web.context.shell",
            ],
            "loaders": [TEMPLATE_LOADER if DEBUG else ("django.template.loaders.cached.Loader", [TEMPLATE_LOADER])],
        },
    },
]

# A connection is kept between requests; opening one costs more than most queries.
DATABASES = {"default": {**parse_database(os.environ.get("RHOMBOID_DATABASE", "")), "CONN_MAX_AGE": 600}}
# Photos are the person's own: never among the static files, sent to them alone.
PHOTOS = DATA / "photos"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The session holds one thing, the id of the person in view: a signed cookie saves a query per page.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 365
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
TIME_ZONE = find_time_zone()

# Files are served from the package as they are; browsers ask each time and mostly hear "not changed".
STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
