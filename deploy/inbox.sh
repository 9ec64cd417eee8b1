#!/usr/bin/env bash
# Imports what was uploaded to inbox/ and proposes it as a change request. A job runs this, from a checkout with a remote that it
# may push to, whenever something under inbox/ changes on the main branch.
#
#   FORGE=github|gitlab|gitea|gitee|none [PROOFS=folder] deploy/inbox.sh
#
# PROOFS is the folder for the proof sheets of what is imported; the job keeps it among its results.
# github: needs the `gh` program and GH_TOKEN. gitlab and gitea: the push itself opens the request. gitee: needs `curl`, GITEE_USER
# and GITEE_TOKEN. none: only pushes the branch.
set -euo pipefail
cd "$(dirname "$0")/.."

forge=${FORGE:-none}
base=${BASE_BRANCH:-main}
report=$(mktemp)
token=$(mktemp)
trap 'rm -f "$report" "$token"' EXIT

refused=0
npm run --silent dafu -- inbox --report "$report" ${PROOFS:+--proofs "$PROOFS"} || refused=$?
cat "$report"

git add --all content inbox
if git diff --cached --quiet; then
  exit "$refused"
fi

# The branch is named by what it proposes, so that running the job twice proposes nothing twice.
branch="inbox/$(git write-tree | cut -c1-12)"
if git ls-remote --exit-code --heads origin "$branch" >/dev/null; then
  exit "$refused"
fi
git checkout -q -b "$branch"
git -c user.name="${GIT_AUTHOR_NAME:-inbox}" -c user.email="${GIT_AUTHOR_EMAIL:-inbox@localhost}" commit -q -F - <<MESSAGE
导入收件夹的文稿

$(cat "$report")
MESSAGE

title='导入收件夹的文稿'
case $forge in
  github)
    git push -q origin "$branch"
    gh pr create --base "$base" --head "$branch" --title "$title" --body-file "$report"
    ;;
  gitlab) git push -q -o merge_request.create -o "merge_request.target=$base" -o "merge_request.title=$title" origin "$branch" ;;
  gitea) git push -q origin "HEAD:refs/for/$base" -o "topic=$branch" -o "title=$title" ;;
  gitee)
    # Neither git nor curl is given the token where other processes could see it.
    printf '%s' "${GITEE_TOKEN:?}" >"$token"
    repository=$(git remote get-url origin | sed -E 's#\.git/?$##; s#^.*[:/]([^/:]+/[^/]+)$#\1#')
    git -c credential.helper= -c credential.helper="!f() { echo \"username=${GITEE_USER:?}\"; echo \"password=\$(cat '$token')\"; }; f" \
      push -q origin "$branch"
    curl --fail-with-body --silent --show-error --output /dev/null "https://gitee.com/api/v5/repos/$repository/pulls" \
      --data-urlencode "access_token@$token" --data-urlencode "title=$title" --data-urlencode "head=$branch" \
      --data-urlencode "base=$base" --data-urlencode "body@$report"
    ;;
  none) git push -q origin "$branch" ;;
  *) echo "FORGE is github, gitlab, gitea, gitee or none: $forge" >&2; exit 2 ;;
esac
exit "$refused"
