// SPDX-License-Identifier: GPL-3.0-or-later
// What highlight.js expects of its surroundings and Qt's engine does differently.

var console = {log() {}, warn() {}, error() {}};

// Freezing fails on null, and WeakSet is not safe with the collector, so frozen objects are only noted. They must be noted: highlight.js
// copies them where it would otherwise change a part that several grammars share.
(function () {
    const frozen = new Set();
    const keys = Object.keys;
    const names = Object.getOwnPropertyNames;
    Object.freeze = function (object) {
        if (object)
            frozen.add(object);
        return object;
    };
    Object.isFrozen = function (object) {
        return object === null || object === undefined || frozen.has(object);
    };
    Object.keys = function (object) {
        return keys(object).filter(key => key !== '__proto__');
    };
    Object.getOwnPropertyNames = function (object) {
        return object === null || object === undefined ? [] : names(object);
    };
})();

// The engine knows no Unicode properties and matches wrongly with the flag u: both are written out.
(function () {
    const Native = RegExp;
    const letters = 'A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u02AF\\u0370-\\u1FFF\\u2C00-\\uD7FF\\uF900-\\uFFDC';
    const properties = [
        [/\[\\p\{(?:L|XID_Start)\}/g, '[' + letters],
        [/\\p\{XID_Continue\}/g, '[' + letters + '0-9_\\u0300-\\u036F]'],
        [/\\p\{S\}/g, '[$+<=>^`|~\\u00A2-\\u00BF\\u2190-\\u23FF]'],
        [/\\p\{P\}/g, '[!-#%-*,-/:;?@\\[-\\]_{}\\u00A1-\\u00BF\\u2010-\\u205E]'],
    ];
    const Plain = function (source, flags) {
        if (!flags || !flags.includes('u'))
            return new Native(source, flags);
        const plain = properties.reduce((text, [property, by]) => text.replace(property, by), source);
        return new Native(plain, flags.replace('u', ''));
    };
    Plain.prototype = Native.prototype;
    RegExp = Plain;
})();
