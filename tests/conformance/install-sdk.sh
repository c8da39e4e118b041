#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs AWS's own SDK for JavaScript, unmodified, for the conformance tests of the endpoint:
#   tests/conformance/install-sdk.sh [FOLDER]     (default: build/test-sdk)
# Needs node and npm. Ends with 1 and the reason when it can not.
set -euo pipefail

readonly sdk=@aws-sdk/client-lambda version=3.1164.0
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=${1:-$project/build/test-sdk}
readonly stamp=$folder/installed wanted="$sdk $version"

not_installed() {
  printf '%s\n' "AWS's $sdk is not installed, its tests will be skipped: $*" >&2
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
printf '{ "private": true, "dependencies": { "%s": "%s" } }\n' "$sdk" "$version" >"$folder/package.json"

printf '%s\n' "Installing AWS's $sdk $version for the conformance tests"
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund >"$log" 2>&1 </dev/null || {
  tail -n 15 "$log" >&2
  not_installed "see $log"
}
printf '%s\n' "$wanted" >"$stamp"
printf '%s\n' "AWS's $sdk $version is installed in $folder"
