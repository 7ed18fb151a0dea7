#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a D-Bus session and with data folders of its own, so that no test touches the user's keyring.
#   withkeyring.sh unlocked COMMAND…   a real gnome-keyring, unlocked
#   withkeyring.sh absent COMMAND…     a session bus without a Secret Service
#   withkeyring.sh nobus COMMAND…      no session bus at all
set -eu
mode=$1
shift

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -m 700 "$folder/run"
export XDG_RUNTIME_DIR="$folder/run" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache"
export PENNYWORTH_KEYRING="$mode"
unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION GNOME_KEYRING_CONTROL DBUS_SESSION_BUS_ADDRESS

# A bus that starts no service by itself.
cat >"$folder/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$folder/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
END

case $mode in
unlocked)
    dbus-run-session --config-file="$folder/bus.conf" -- sh -c '
        printf password | gnome-keyring-daemon --unlock --daemonize --components=secrets >/dev/null 2>&1
        exec "$@"' sh "$@"
    ;;
absent)
    dbus-run-session --config-file="$folder/bus.conf" -- "$@"
    ;;
nobus)
    DBUS_SESSION_BUS_ADDRESS="unix:path=$folder/run/no-bus" "$@"
    ;;
*)
    echo "withkeyring.sh: unknown mode $mode" >&2
    exit 2
    ;;
esac
