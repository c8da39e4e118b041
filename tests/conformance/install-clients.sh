#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs AWS's own runtime interface client for Node.js, unmodified, for the conformance tests:
#   tests/conformance/install-clients.sh [FOLDER]     (default: build/test-clients)
# Its compiled part, which the clients for Python and Java share, is built here: that takes some
# minutes the first time and nothing afterwards. Needs node, npm, g++, make, cmake, autoconf,
# automake, libtool, python3 and the headers of node. Ends with 1 and the reason when it can not.
set -euo pipefail

readonly client=aws-lambda-ric version=3.3.0
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=${1:-$project/build/test-clients}
readonly package=$folder/node_modules/$client stamp=$folder/installed
readonly wanted="$client $version"

say() { printf '%s\n' "$*"; }

not_installed() {
  say "AWS's client $client is not installed, its tests will be skipped: $*" >&2
  exit 1
}

if [[ -f $stamp && $(<"$stamp") == "$wanted" && -f $package/dist/rapid-client.node ]]; then
  exit 0
fi

for program in node npm g++ make cmake autoconf automake libtoolize python3; do
  command -v "$program" >/dev/null || not_installed "there is no $program"
done

# The folder that has include/node: node's own, or where a package put the headers.
headers=''
for prefix in "$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")" /usr /usr/local; do
  if [[ -f $prefix/include/node/node_api.h ]]; then
    headers=$prefix
    break
  fi
done
[[ -n $headers ]] || not_installed "the headers of node are missing (Debian's package: libnode-dev)"

rm -rf "$folder"
mkdir -p "$folder"
readonly log=$folder/install.log

# run WHAT COMMAND...: says what is done, and on a failure shows the end of its output.
run() {
  say "  $1 ..."
  shift
  "$@" >>"$log" 2>&1 </dev/null || {
    tail -n 15 "$log" >&2
    not_installed "see $log"
  }
}

# The build tool is a newer one than the client asks for: the older needs a Python before 3.12.
cat >"$folder/package.json" <<JSON
{
  "private": true,
  "dependencies": { "$client": "$version" },
  "overrides": { "node-gyp": "10.3.1" }
}
JSON

say "Installing AWS's client $client $version for the conformance tests (some minutes, once)"
# Package managers differ in whether they run a package's own scripts, so that is done here.
run "fetching the package" npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund
cd "$package"
MAKEFLAGS=-j$(nproc)
export npm_config_nodedir=$headers MAKEFLAGS
run "building the HTTP library that it brings" ./scripts/preinstall.sh
run "building the client" ./scripts/postinstall.sh
[[ -f dist/rapid-client.node ]] || not_installed "it was built without its compiled part, see $log"
printf '%s\n' "$wanted" >"$stamp"
say "AWS's client $client $version is installed in $folder"
