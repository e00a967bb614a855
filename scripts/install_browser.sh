#!/usr/bin/env bash
# Makes a Chromium available to the browser tests: one that is there already, else Playwright's own build,
# else the distribution's package (needs root). Fails loudly: browser tests are never skipped.
set -u
python=$1
if [ -n "${RHOMBOID_CHROMIUM:-}" ] && [ -x "$RHOMBOID_CHROMIUM" ]; then exit 0; fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
echo "Installing a browser for the tests (once) ..."
timeout 300 "$python" -m playwright install chromium >/dev/null 2>&1 && exit 0
if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
  # The package is `chromium` on Debian; Playwright's own installer covers the others.
  { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } \
    >/dev/null 2>&1 && command -v chromium >/dev/null 2>&1 && exit 0
fi
echo "No Chromium could be installed. Install one, or set RHOMBOID_CHROMIUM to its path." >&2
exit 1
