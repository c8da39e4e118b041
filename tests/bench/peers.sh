#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Other local tools for the bench to run beside: installs them from npm into a scratch folder, and
# starts them on the handler that Coldframe runs. Prints "NAME PORT TARGET FORM" for each one that
# listens, then "ready"; ends them when its input does.
#   tests/bench/peers.sh FOLDER
set -euo pipefail

handler=$(cd "$(dirname "$0")/../data/handlers/nodejs" && pwd)/echo.js
folder=${1:?usage: peers.sh FOLDER}
mkdir -p "$folder/function"
cd "$folder"

if [[ ! -d node_modules/serverless-offline || ! -d node_modules/lambda-local ]]; then
  echo "installing serverless-offline and lambda-local into $folder" >&2
  npm install --no-audit --no-fund --silent serverless@3 serverless-offline@13 lambda-local@2 >&2
fi
cp "$handler" function/echo.js
ln -sfn ../node_modules function/node_modules
cat > function/serverless.yml <<'YAML'
service: bench
frameworkVersion: "3"
provider: {name: aws, runtime: nodejs20.x}
plugins: [serverless-offline]
functions: {echo: {handler: echo.handler}}
YAML

trap 'kill $(jobs -p) 2>/dev/null' EXIT
cd function
SLS_TELEMETRY_DISABLED=1 SLS_NOTIFICATIONS_MODE=off ../node_modules/.bin/serverless offline \
  --lambdaPort 39002 --httpPort 39000 --websocketPort 39001 >../serverless-offline.log 2>&1 &
../node_modules/.bin/lambda-local -l echo.js -h handler --watch 39008 >../lambda-local.log 2>&1 &

# tell NAME PORT TARGET FORM: the line, as soon as somebody listens there.
tell() {
  for ((i = 0; i < 600; i++)); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null || (exec 3<>"/dev/tcp/::1/$2") 2>/dev/null; then
      echo "$*"
      return
    fi
    sleep 0.1
  done
  echo "$1 does not listen; see $folder/$1.log" >&2
}
tell serverless-offline 39002 /2015-03-31/functions/bench-dev-echo/invocations plain
tell lambda-local 39008 / wrapped
echo ready
cat >/dev/null
