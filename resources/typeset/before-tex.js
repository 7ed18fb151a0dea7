// SPDX-License-Identifier: GPL-3.0-or-later
// MathJax is evaluated component by component; it must neither look for more nor begin on its own.

var globalThis = this;
var MathJax = {loader: {load: []}, startup: {typeset: false}};
