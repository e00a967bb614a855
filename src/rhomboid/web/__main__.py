"""`python -m rhomboid.web COMMAND`: Django's own commands; without one, serve."""

import os
import sys

from django.core.management import execute_from_command_line

from rhomboid.web.server import serve

if len(sys.argv) > 1:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rhomboid.web.settings")
    execute_from_command_line(["python -m rhomboid.web", *sys.argv[1:]])
else:
    serve()
