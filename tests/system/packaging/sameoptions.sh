#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# sameoptions.sh PROGRAM PAGE: the page in mdoc(7) tells of exactly the options that the program's --help tells of.
set -euo pipefail

offered=$("$1" --help | grep -o -e '--[a-z][a-z-]*' | sort -u)
described=$(grep -o -e 'Fl -[a-z][a-z-]*' "$2" | sed 's/^Fl -/--/' | sort -u)
diff <(echo "$offered") <(echo "$described")
