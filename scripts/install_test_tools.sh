#!/usr/bin/env bash
# Makes sure that the tests have a Chromium and PostgreSQL's programs. What is there already is used; a browser comes
# from Playwright's own builds where its download works, anything else from the distribution (needs root or sudo).
# Fails loudly: these tests are never skipped.
set -u
python=$1

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

updated=""
install_package() {
  command -v apt-get >/dev/null 2>&1 || return 1
  if [ -z "$updated" ]; then as_root apt-get update -qq >/dev/null 2>&1; updated=yes; fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null 2>&1
}

has_chromium() {
  [ -n "${RHOMBOID_CHROMIUM:-}" ] && [ -x "$RHOMBOID_CHROMIUM" ] && return 0
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  "$python" - <<'PY'
import os, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not os.path.exists(playwright.chromium.executable_path))
PY
}

has_postgresql() {
  command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

if ! has_chromium; then
  echo "Installing a browser for the tests (once) ..."
  timeout 300 "$python" -m playwright install chromium >/dev/null 2>&1 || install_package chromium
  has_chromium || { echo "No Chromium could be installed. Install one, or set RHOMBOID_CHROMIUM to its path." >&2; exit 1; }
fi
if ! has_postgresql; then
  echo "Installing PostgreSQL for the tests (once) ..."
  install_package postgresql
  has_postgresql || { echo "PostgreSQL could not be installed. Install it, so that initdb is found." >&2; exit 1; }
fi
