#!/usr/bin/env bash
# Pulls, installs the packages where the lockfile changed, releases and switches. dafu-publish.service runs it.
#
#   ADDRESS=https://… [KEY=/etc/dafu/minisign.key] deploy/publish.sh
#
# Where no commit came and the day is the same, the release stands and nothing is made.
set -euo pipefail

publish() {
  cd "$(dirname "$0")/.."
  git pull --ff-only --quiet
  # The copy goes with the packages: an installation that was killed is begun again.
  if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
    npm ci --ignore-scripts --silent
    cp package-lock.json node_modules/.installed-lock.json
  fi
  npm run --silent dafu -- release --address "$ADDRESS" ${KEY:+--key "$KEY"}
}

# One line, which is read whole before it begins: the pull may change this file.
publish; exit
