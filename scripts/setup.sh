# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What scripts/run and scripts/test share: finding the project, installing what is missing,
# building with progress. Sourced, not run.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*"; }

# stop MESSAGE: ends with a clear message and a status that scripts notice.
stop() {
  printf '\nCan not go on: %s\n' "$*" >&2
  exit 1
}

# shellcheck disable=SC2034 # used by those who source this
build_packages=(
  g++ cmake ninja-build ccache
  qt6-base-dev qt6-base-dev-tools libqt6opengl6-dev libxkbcommon-dev qt6-svg-dev qt6-charts-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6
  libqscintilla2-qt6-dev nlohmann-json3-dev libsimdjson-dev libvalijson-dev libexpected-dev libyaml-cpp-dev
  libarchive-dev libsqlite3-dev zlib1g-dev
)
# shellcheck disable=SC2034
run_packages=(
  python3 nodejs bubblewrap libqt6svg6 qt6-translations-l10n fonts-dejavu-core
)
# shellcheck disable=SC2034
test_packages=(
  xvfb xauth
  npm libnode-dev autoconf automake libtool make # for AWS's own client, which tests/conformance runs
  awscli python3-boto3 # drive the endpoint there
  chromium # opens reports
  git # history reads the commit of a workspace
)

# The programs that a package is wanted for: one that is there already, from wherever, will do.
declare -A program_of=(
  [g++]=g++ [cmake]=cmake [ninja-build]=ninja [ccache]=ccache [python3]=python3 [nodejs]=node
  [bubblewrap]=bwrap [xvfb]=Xvfb [xauth]=xauth [npm]=npm [autoconf]=autoconf [automake]=automake
  [libtool]=libtoolize [make]=make [awscli]=aws [chromium]=chromium [git]=git
)

# Whether the node on PATH came with its headers, which a package of another origin does.
has_node_headers() {
  local node
  node=$(command -v node) || return 1
  [[ -f $(dirname "$(dirname "$(readlink -f "$node")")")/include/node/node_api.h ]]
}

is_there() {
  local package=$1
  if [[ $package == libnode-dev ]] && has_node_headers; then
    return 0
  elif [[ -n ${program_of[$package]:-} ]]; then
    command -v "${program_of[$package]}" >/dev/null
  else
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]]
  fi
}

# install_missing PACKAGE...: says what and why, then installs with the system's package manager.
install_missing() {
  command -v apt-get >/dev/null || stop "this script installs with apt-get (Debian 12, Ubuntu 24.04) and there is none.
Install these packages' counterparts by hand, then build with: cmake --preset release && cmake --build --preset release
  $*"
  local missing=() package
  for package in "$@"; do
    is_there "$package" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || stop "these packages are missing, and installing them needs root: ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing with apt-get what Coldframe needs and this computer lacks:"
  say "  ${missing[*]}" | fold -s -w 100
  say "(compiler and libraries to build it; Python, Node.js and bubblewrap to run functions)"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq ||
    stop "apt-get update failed: is the computer online?"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Use-Pty=0 "${missing[@]}" >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    stop "apt-get install failed; the whole output is in $log"
  }
}

# build PRESET TARGET...: configures when needed, then builds; ninja shows the progress.
build() {
  local preset=$1
  shift
  cd "$project"
  if [[ ! -f build/$preset/build.ninja ]]; then
    say "Configuring ($preset) ..."
    cmake --preset "$preset" >"$log" 2>&1 || {
      tail -n 30 "$log" >&2
      rm -f "build/$preset/build.ninja"
      stop "configuring failed; the whole output is in $log"
    }
  fi
  say "Building ($preset); the first time takes some minutes ..."
  NINJA_STATUS='[%f/%t %es] ' cmake --build --preset "$preset" --target "$@" ||
    stop "the build failed; the compiler's messages are above"
}

mkdir -p "$project/build"
log=$project/build/setup.log
