#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A person's first minute in the real window under Xvfb: type a question, watch it being answered, close the window, find the
# conversation again from the command line. Usage: conversation.sh PENNYWORTH [SCREENSHOT]
set -euo pipefail

pennyworth=$1
screenshot=${2:-}
home=$(mktemp -d)
export PENNYWORTH_HOME=$home/pennyworth XDG_RUNTIME_DIR=$home/run LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY DEEPSEEK_API_KEY
window=

finish() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
    rm -rf "$home"
}
trap finish EXIT

fail() {
    printf 'failed: %s\n' "$*" >&2
    cat "$home/log" >&2 || true
    exit 1
}

# until_true SECONDS COMMAND…: asks again and again until the command succeeds.
until_true() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.2
    done
}

# Xvfb chooses a free display and writes its number once it takes connections.
exec 3<>"$home/display-$$"
Xvfb -displayfd 3 -screen 0 1280x820x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
until_true 20 test -s "$home/display-$$" || fail "Xvfb did not start"
DISPLAY=:$(head -n 1 "$home/display-$$")
export DISPLAY

"$pennyworth" --demo >"$home/log" 2>&1 &
window=$!
until_true 30 xdotool search --onlyvisible --class pennyworth >/dev/null 2>&1 || fail "no window appeared"

has_conversation() {
    "$pennyworth" show 1 >/dev/null 2>&1
}

is_answered() {
    "$pennyworth" show 1 --json | grep -q '"finish_reason": *"stop"'
}

# Ticks of 10 ms of processor time that the window has taken.
ticks() {
    awk '{ print $14 + $15 }' "/proc/$window/stat"
}

# At most two in three seconds, beside the caret that blinks.
is_idle() {
    local before
    before=$(ticks)
    sleep 3
    [ $(($(ticks) - before)) -le 2 ]
}

# Typed again until it arrives: the window may not have the focus yet.
type_question() {
    xdotool mousemove 620 740 click 1 key ctrl+a
    xdotool type --delay 5 'Why does git bisect skip merges?'
    xdotool key Return
    until_true 3 has_conversation
}
until_true 40 type_question || fail "the question was not sent"
until_true 60 is_answered || fail "the answer did not end"
kill -0 "$window" || fail "the window has gone"
until_true 15 is_idle || fail "a window that nobody touches is not idle"
[ -z "$screenshot" ] || import -window root "$screenshot"

# A second start with the action of the desktop entry: the window that is open shows a new conversation.
"$pennyworth" --new-chat || fail "the second start did not find the window"
until_true 10 xdotool search --onlyvisible --name '^Pennyworth$' >/dev/null 2>&1 || fail "no new conversation is shown"

xdotool key ctrl+q
until_true 20 bash -c "! kill -0 $window 2>/dev/null" || fail "the window did not close"
window=
"$pennyworth" show 1 | grep -q 'bisect' || fail "the conversation is not there any more"
echo "passed"
