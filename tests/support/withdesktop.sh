#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# withdesktop.sh COMMAND…: runs a command with an X server, a D-Bus session, a home and settings of its own.
set -euo pipefail

folder=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT

mkdir -m 700 "$folder/run"
export HOME=$folder XDG_RUNTIME_DIR=$folder/run XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache
export PENNYWORTH_HOME=$folder/pennyworth LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
unset DEEPSEEK_API_KEY OPENAI_API_KEY OPENROUTER_API_KEY

# Xvfb chooses a free display and writes its number once it takes connections: reading the pipe waits for that.
mkfifo "$folder/display"
exec 3<>"$folder/display"
Xvfb -displayfd 3 -screen 0 1280x820x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
read -r -t 30 display <&3
export DISPLAY=:$display

dbus-run-session -- "$@"
