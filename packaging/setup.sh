# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run, packaging/test and packaging/check: installs what is missing and builds a preset.
# Everything it says goes to standard error, so that the program's own output stays clean.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_packages=(
    g++ cmake ninja-build
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev qt6-declarative-dev
    qtkeychain-qt6-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libbenchmark-dev
    libqt6sql6-sqlite libsecret-1-0 qt6-wayland ca-certificates fonts-dejavu-core
)
package_packages=(
    "${build_packages[@]}"
    dpkg-dev file librsvg2-bin lintian
)
test_packages=(
    "${build_packages[@]}"
    dbus dbus-x11 gnome-keyring xvfb xauth xdotool imagemagick openssl sqlite3 at-spi2-core
    desktop-file-utils appstream mandoc librsvg2-bin python3-gi gir1.2-atspi-2.0
)
check_packages=(
    "${test_packages[@]}"
    clang libclang-rt-14-dev clang-format clang-tidy clazy
)

say() {
    printf '%s\n' "$*" >&2
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "This needs root and there is no sudo. Run as root: $*"
        exit 1
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# install_missing PACKAGE…: asks for root only when something is missing.
install_missing() {
    local missing=() package
    if ! command -v apt-get >/dev/null; then
        say "No apt-get here: install the equivalents of: $*"
        return
    fi
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "Installing: ${missing[*]}"
    as_root apt-get update -q >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}

# install_npm: from npm come the libraries that set TeX and colour code, and the official clients that the system tests drive the
# simulator with.
install_npm() {
    command -v npm >/dev/null || install_missing nodejs npm
}

# build PRESET [TARGET…]: configures where needed and builds. Binaries land in build/PRESET/bin.
build() {
    local preset=$1
    shift
    cd "$root"
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "Configuring the $preset preset"
        cmake --preset "$preset" >&2
    fi
    say "Building the $preset preset"
    cmake --build --preset "$preset" ${1:+--target "$@"} >&2
}
