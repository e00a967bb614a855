"""Settings for every test: Django on a throw-away data folder, never the person's own."""

import atexit
import os
import shutil
import tempfile

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "rhomboid.web.settings"
os.environ["RHOMBOID_DATA"] = tempfile.mkdtemp(prefix="rhomboid-tests-")
os.environ["RHOMBOID_TIME_ZONE"] = "Europe/Zurich"
for name in ("RHOMBOID_DATABASE", "RHOMBOID_HOUSEHOLD", "RHOMBOID_EMERGENCY_NUMBER", "RHOMBOID_DEBUG"):
    os.environ.pop(name, None)
atexit.register(shutil.rmtree, os.environ["RHOMBOID_DATA"], ignore_errors=True)

# The web tests' own conftest imports models, and pytest reads it before its Django plug-in sets Django up.
django.setup()
