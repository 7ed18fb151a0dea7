// SPDX-License-Identifier: GPL-3.0-or-later
// colour(language, code): [offset, length, scope, …] as one string, or null where nobody knows the language.
// loadLanguage(name) comes from the program: whether a file of that name was evaluated.

var colour = (function () {
    'use strict';

    const rest = []; // names of languages that are still to be loaded, for aliases

    function isKnown(language) {
        if (hljs.getLanguage(language) || loadLanguage(language))
            return true;
        for (let name = rest.pop(); name; name = rest.pop()) {
            loadLanguage(name);
            if (hljs.getLanguage(language))
                return true;
        }
        return false;
    }

    function spansOf(root) {
        const spans = [];
        let at = 0;
        const walk = function (node, scope) {
            if (typeof node === 'string') {
                if (scope)
                    spans.push(at, node.length, scope);
                at += node.length;
                return;
            }
            const own = node.scope && !node.scope.startsWith('language:') ? node.scope : scope;
            for (const child of node.children)
                walk(child, own);
        };
        walk(root, '');
        return spans;
    }

    return function (language, code, names) {
        rest.push(...names);
        if (!isKnown(language))
            return null;
        const result = hljs.highlight(code, {language: language, ignoreIllegals: true});
        return spansOf(result._emitter.root).join();
    };
})();
