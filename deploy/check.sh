#!/usr/bin/env bash
# What a change has to pass. A change of content alone: dafu check, in a minute or two. A change of anything else: the tests of
# the program as well, which never read the content.
#
#   deploy/check.sh [COMMIT]     COMMIT is what stood before the change; where it is unknown, everything is tested
set -euo pipefail
cd "$(dirname "$0")/.."

known() { git rev-parse --verify --quiet "$1^{commit}"; }

# The first push of a branch names no commit before it: then it is what the branch and main have in common.
before=$(known "${1:-none}" || git merge-base HEAD origin/HEAD 2>/dev/null || git merge-base HEAD origin/main 2>/dev/null || true)
if [ "$before" = "$(known HEAD)" ]; then
  before=
fi

# data/schema is written by the program.
program=(. ':(exclude)content/' ':(exclude)public/' ':(exclude)inbox/' ':(exclude)data/')
if [ -n "$before" ] && git diff --quiet "$before" HEAD -- "${program[@]}" && git diff --quiet "$before" HEAD -- data/schema/; then
  echo "A change of content: dafu check"
  npm ci --ignore-scripts
else
  echo "A change of the program: its tests, and dafu check"
  npm ci
  npm test
fi
npm run --silent check
