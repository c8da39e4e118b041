# SPDX-License-Identifier: GPL-3.0-or-later
# Answers with the event. An event {"fail": true} fails.
handler() {
    local event
    event=$(cat)
    echo "event of ${#event} bytes" >&2 # standard error is the log
    if [[ $event == *'"fail": true'* ]]; then
        return 3
    fi
    printf '{"greeting":"hello from bash","event":%s}' "$event"
}
