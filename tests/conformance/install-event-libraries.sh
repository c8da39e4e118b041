#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the public libraries that the sample events are checked with, unmodified:
#   tests/conformance/install-event-libraries.sh [FOLDER]     (default: build/test-event-libraries)
# Needs node and npm. Ends with 1 and the reason when it can not.
set -euo pipefail

# Adapters lie apart: a function is made of their folder.
readonly adapters='
  "@codegenie/serverless-express": "4.17.1",
  "express": "5.3.0",
  "serverless-http": "4.0.0"'
readonly checks='
  "@aws-cdk/aws-service-spec": "0.1.216",
  "@aws-lambda-powertools/event-handler": "2.35.0",
  "@aws-lambda-powertools/parser": "2.35.0",
  "@middy/event-normalizer": "5.5.1",
  "@types/aws-lambda": "8.10.164",
  "ask-sdk-model": "1.86.0",
  "typescript": "5.9.3",
  "zod": "4.6.7"'
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=${1:-$project/build/test-event-libraries}
readonly stamp=$folder/installed wanted="$adapters$checks"

not_installed() {
  printf '%s\n' "The libraries that check sample events are not installed, their tests will be skipped: $*" >&2
  exit 1
}

if [[ -f $stamp && $(<"$stamp") == "$wanted" ]]; then
  exit 0
fi

for program in node npm; do
  command -v "$program" >/dev/null || not_installed "there is no $program"
done

rm -rf "$folder"
mkdir -p "$folder"
readonly log=$folder/install.log

# install ROOM DEPENDENCIES
install() {
  mkdir "$folder/$1"
  printf '{ "private": true, "dependencies": {%s\n} }\n' "$2" >"$folder/$1/package.json"
  npm install --prefix "$folder/$1" --ignore-scripts --no-audit --no-fund >>"$log" 2>&1 </dev/null || {
    tail -n 15 "$log" >&2
    not_installed "see $log"
  }
}

printf '%s\n' "Installing the libraries that check sample events (40 MB)"
install adapters "$adapters"
install checks "$checks"
printf '%s\n' "$wanted" >"$stamp"
printf '%s\n' "The libraries that check sample events are installed in $folder"
