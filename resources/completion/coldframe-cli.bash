# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completion of coldframe-cli for bash.

_coldframe_cli() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]:-}
  local program=${COMP_WORDS[0]}
  compopt +o default 2>/dev/null
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W 'invoke probe tune cost test templates generate-event lint-event import-event fixtures history compare report serve span-helper doctor --help --version' -- "$current")
    return
  fi
  case $previous in
  --template)
    mapfile -t COMPREPLY < <(compgen -W "$("$program" templates 2>/dev/null | sed -n 's/^\([^ ]\{1,\}\) .*/\1/p')" -- "$current")
    return ;;
  --isolation) mapfile -t COMPREPLY < <(compgen -W 'auto bubblewrap none' -- "$current"); return ;;
  --format)
    case ${COMP_WORDS[2]:-} in
    import) mapfile -t COMPREPLY < <(compgen -W 'auto event test-events launch' -- "$current") ;;
    *) mapfile -t COMPREPLY < <(compgen -W 'curl aws-cli test-events' -- "$current") ;;
    esac
    return ;;
  --output)
    case $command in
    tune) mapfile -t COMPREPLY < <(compgen -W 'text json visualiser-url' -- "$current") ;;
    *) mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current") ;;
    esac
    return ;;
  --strategy) mapfile -t COMPREPLY < <(compgen -W 'cost speed balanced' -- "$current"); return ;;
  --calibrate)
    mapfile -t COMPREPLY < <(compgen -W 'kernel none' -- "$current")
    compopt -o default
    return ;;
  --runtime) mapfile -t COMPREPLY < <(compgen -W 'python nodejs python3.11 python3.12 python3.13 nodejs20.x nodejs22.x nodejs24.x provided.al2023' -- "$current"); return ;;
  --log-format) mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current"); return ;;
  --log-level) mapfile -t COMPREPLY < <(compgen -W 'TRACE DEBUG INFO WARN ERROR FATAL' -- "$current"); return ;;
  --system-log-level) mapfile -t COMPREPLY < <(compgen -W 'DEBUG INFO WARN' -- "$current"); return ;;
  --on-success | --on-failure | --dead-letter) mapfile -t COMPREPLY < <(compgen -W 'function: file: http://127.0.0.1:' -- "$current"); return ;;
  --percentile) mapfile -t COMPREPLY < <(compgen -W 'average p50 p90 p99' -- "$current"); return ;;
  --architecture) mapfile -t COMPREPLY < <(compgen -W 'x86_64 arm64' -- "$current"); return ;;
  --free-tier) mapfile -t COMPREPLY < <(compgen -W 'on off' -- "$current"); return ;;
  --runs) compopt -o default; return ;;
  --requests | --duration | --init | --cold-share | --arm64-factor | --region | --provisioned | --provisioned-time | --provisioned-share | --snap-start-time | --response | --payload | --peak | --cpu) return ;;
  --start) mapfile -t COMPREPLY < <(compgen -W 'warm cold both' -- "$current"); return ;;
  --figure) mapfile -t COMPREPLY < <(compgen -W 'duration billed init memory cost' -- "$current"); return ;;
  --status) mapfile -t COMPREPLY < <(compgen -W 'success error timeout stopped' -- "$current"); return ;;
  --retries) mapfile -t COMPREPLY < <(compgen -W '0 1 2' -- "$current"); return ;;
  --to | --base | --event | --layer | --client-context | --junit | --trace | --payloads | --report) compopt -o default; return ;;
  --workspace) compopt -o dirnames; return ;;
  --function | --url | --endpoint-url | --into | --port | --set | --env | --handler | --timeout | --memory | --ephemeral-storage | --repeat | --times | --maximum-age | --tag | --parallel | --sizes | --num | --verify | --balanced-weight | --discard | --pause | --text | --since | --limit) return ;;
  esac
  case $command in
  invoke)
    if [[ $current == -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--workspace --handler --runtime --event --template --set --cold --repeat --timeout --memory --ephemeral-storage --env --layer --log-format --log-level --system-log-level --client-context --stream --bandwidth-limit --cpu-share --no-freeze --no-trace --trace --snap-start --pass-credentials --asynchronous --fast-forward --on-success --on-failure --dead-letter --retries --maximum-age --duplicate --isolation --cost --no-history --output --help' -- "$current")
    else
      compopt -o default
    fi ;;
  probe)
    if [[ $current == -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--times --duplicate --workspace --handler --runtime --event --template --set --timeout --memory --ephemeral-storage --env --layer --log-format --log-level --system-log-level --client-context --cpu-share --no-freeze --snap-start --pass-credentials --isolation --output --help' -- "$current")
    else
      compopt -o default
    fi ;;
  tune)
    if [[ $current == -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--sizes --num --verify --quick --payloads --strategy --balanced-weight --only-cold --discard --pause --calibrate --report --workspace --handler --runtime --event --template --set --timeout --ephemeral-storage --env --layer --log-format --log-level --system-log-level --client-context --no-freeze --snap-start --pass-credentials --isolation --output --help' -- "$current")
    else
      compopt -o default
    fi ;;
  test)
    if [[ $current == -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--tag --workspace --memory --runtime --start --parallel --repeat --fail-fast --watch --accept-golden --enforce-budgets --isolation --no-history --junit --json --output --list --help' -- "$current")
    else
      compopt -o default
    fi ;;
  cost) mapfile -t COMPREPLY < <(compgen -W '--runs --percentile --requests --duration --memory --ephemeral-storage --cold-share --init --architecture --arm64-factor --region --free-tier --provisioned --provisioned-time --provisioned-share --snap-start --snap-start-time --response --payload --tenant-isolation --instances --peak --cpu --explain --output --help' -- "$current") ;;
  generate-event)
    if ((COMP_CWORD == 2)) && [[ $current != -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W "$("$program" templates 2>/dev/null | sed -n 's/^\([^ ]\{1,\}\) .*/\1/p')" -- "$current")
    else
      mapfile -t COMPREPLY < <(compgen -W '--set --through --raw --help' -- "$current")
    fi ;;
  lint-event)
    if [[ $current == -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--fix --errors-only --output --help' -- "$current")
    else
      compopt -o default
    fi ;;
  import-event)
    if [[ $current == -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--template --set --help' -- "$current")
    else
      compopt -o default
    fi ;;
  templates) mapfile -t COMPREPLY < <(compgen -W '--output --help' -- "$current") ;;
  fixtures)
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W 'import export --help' -- "$current")
    elif [[ $current != -* ]]; then
      compopt -o default
    elif [[ ${COMP_WORDS[2]} == import ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--workspace --into --format --function --force --dry-run --output --help' -- "$current")
    else
      mapfile -t COMPREPLY < <(compgen -W '--format --workspace --function --url --endpoint-url --to --base --force --help' -- "$current")
    fi ;;
  compare)
    if [[ $current == -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--workspace --help' -- "$current")
    else
      mapfile -t COMPREPLY < <(compgen -W 'last tag:baseline' -- "$current")
    fi ;;
  report)
    if [[ $current == -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W '--workspace --to --help' -- "$current")
    else
      mapfile -t COMPREPLY < <(compgen -W 'last tag:baseline' -- "$current")
    fi ;;
  history)
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W 'list show trend baseline tag export import remove clear --help' -- "$current")
    elif [[ $current != -* ]]; then
      case ${COMP_WORDS[2]} in export | import) compopt -o default ;; esac
    else
      case ${COMP_WORDS[2]} in
      list) mapfile -t COMPREPLY < <(compgen -W '--workspace --function --event --status --cold --warm --text --tag --since --limit --output --help' -- "$current") ;;
      export) mapfile -t COMPREPLY < <(compgen -W '--workspace --function --event --status --cold --warm --text --tag --since --help' -- "$current") ;;
      show) mapfile -t COMPREPLY < <(compgen -W '--workspace --output --help' -- "$current") ;;
      trend) mapfile -t COMPREPLY < <(compgen -W '--workspace --figure --cold --warm --limit --output --help' -- "$current") ;;
      baseline) mapfile -t COMPREPLY < <(compgen -W '--workspace --function --limit --clear --help' -- "$current") ;;
      tag) mapfile -t COMPREPLY < <(compgen -W '--workspace --remove --help' -- "$current") ;;
      clear) mapfile -t COMPREPLY < <(compgen -W '--workspace --force --help' -- "$current") ;;
      *) mapfile -t COMPREPLY < <(compgen -W '--workspace --help' -- "$current") ;;
      esac
    fi ;;
  serve) mapfile -t COMPREPLY < <(compgen -W '--workspace --port --call-each-other --isolation --help' -- "$current") ;;
  span-helper)
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W 'python nodejs --help' -- "$current")
    else
      compopt -o dirnames
    fi ;;
  doctor) mapfile -t COMPREPLY < <(compgen -W '--isolation --output --help' -- "$current") ;;
  esac
}
complete -F _coldframe_cli coldframe-cli
