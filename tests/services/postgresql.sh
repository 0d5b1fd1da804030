#!/bin/sh
# Install PostgreSQL for the tests of both stores where it is missing and may be installed; say so where it may not.
set -u
if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "PostgreSQL is missing and can't be installed here (not root, or no apt-get): its tests are skipped." >&2
  exit 0
fi
echo "Installing PostgreSQL for the tests of both stores."
apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null ||
  echo "PostgreSQL could not be installed: its tests are skipped." >&2
