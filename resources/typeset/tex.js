// SPDX-License-Identifier: GPL-3.0-or-later
// setTex(source, isDisplay): {svg, width, height, depth} in ex, or {error}. Each formula gets a document of its own, so that no definition
// reaches the next one. Extensions that link, run or load (html, action, require, autoload, setoptions) are left out.

var setTex = (function () {
    'use strict';

    // physics is left out as well: it gives \div another meaning.
    const packages = ['base', 'ams', 'amscd', 'bbox', 'boldsymbol', 'braket', 'bussproofs', 'cancel', 'cases', 'centernot', 'color',
        'colortbl', 'configmacros', 'empheq', 'enclose', 'extpfeil', 'gensymb', 'mathtools', 'mhchem', 'newcommand', 'tagformat',
        'textcomp', 'textmacros', 'unicode', 'upgreek', 'verb'];
    const TeX = MathJax._.input.tex_ts.TeX;
    const SVG = MathJax._.output.svg_ts.SVG;
    const font = new MathJax._.output.svg.fonts.tex_ts.TeXFont();
    const adaptor = MathJax._.adaptors.liteAdaptor.liteAdaptor({});
    MathJax._.handlers.html_ts.RegisterHTMLHandler(adaptor);
    const em = 16, ex = 8; // of the surroundings; only their proportion matters
    const unitsPerEx = 1000 * font.params.x_height;

    const number = (node, name) => parseFloat(adaptor.getAttribute(node, name)) || 0;
    const viewBoxOf = node => (adaptor.getAttribute(node, 'viewBox') || '0 0 0 0').split(/[ ,]+/).map(Number);

    // QtSvg draws a nested <svg> without its view box. MathJax has three: pieces that stretch along one axis, cut from a bar that is too
    // long; a table with labels; and its labels, which hang at the edges of the page.
    function flatten(node, width, stroke) {
        for (const child of adaptor.childNodes(node).slice()) {
            if (adaptor.kind(child) === '#text')
                continue;
            flatten(child, width, takeStroke(child, stroke));
            if (adaptor.kind(child) !== 'svg')
                continue;
            adaptor.setAttribute(child, 'transform', adaptor.hasAttribute(child, 'preserveAspectRatio') ? pageTransform(child, width)
                                                                                                         : barTransform(child));
            for (const name of ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio'])
                adaptor.removeAttribute(child, name);
            child.kind = 'g';
        }
    }

    // Qt draws a stroke of no width as a hairline, so only what has a width keeps one; lines and frames of tables have theirs from
    // MathJax's style sheet. Returns the colour for what is inside.
    function takeStroke(node, around) {
        const stroke = adaptor.getAttribute(node, 'stroke') || around;
        const isTableLine = adaptor.hasAttribute(node, 'data-line') || adaptor.hasAttribute(node, 'data-frame');
        if (isTableLine) {
            adaptor.setAttribute(node, 'stroke-width', '70');
            adaptor.setAttribute(node, 'fill', 'none');
        }
        if (adaptor.hasClass(node, 'mjx-dashed'))
            adaptor.setAttribute(node, 'stroke-dasharray', '140');
        else if (adaptor.hasClass(node, 'mjx-dotted'))
            adaptor.setAttribute(node, 'stroke-dasharray', '70,140');
        // A \rule is a space with a black ground.
        const isRule = adaptor.hasAttribute(node, 'data-bgcolor') && adaptor.getAttribute(adaptor.parent(node), 'data-mml-node') === 'mspace';
        if (isRule && adaptor.getAttribute(node, 'fill') === 'black')
            adaptor.setAttribute(node, 'fill', 'currentColor');
        const width = adaptor.getStyle(node, 'stroke-width') || adaptor.getAttribute(node, 'stroke-width');
        if (width)
            adaptor.setAttribute(node, 'stroke-width', width);
        adaptor.setAttribute(node, 'stroke', parseFloat(width) > 0 ? stroke : 'none');
        return stroke;
    }

    function pageTransform(node, width) {
        const around = adaptor.parent(node);
        adaptor.setAttribute(around, 'transform', adaptor.getAttribute(around, 'transform').replace(/ scale.*/, ''));
        const [left, top] = viewBoxOf(node);
        const ratio = adaptor.getAttribute(node, 'preserveAspectRatio');
        const share = ratio.startsWith('xMin') ? 0 : ratio.startsWith('xMid') ? 0.5 : 1;
        return 'translate(' + (share * (width - 1) - left) + ',' + -top + ')';
    }

    // The bar looks the same all along, so shrinking it to what would be seen of it shows the same.
    function barTransform(node) {
        const glyph = adaptor.firstChild(node);
        const box = boxOf(glyph);
        const [left, top, width, height] = viewBoxOf(node);
        const isUpright = adaptor.getAttribute(glyph, 'transform').startsWith('scale(1,');
        const x = number(node, 'x'), y = number(node, 'y');
        adaptor.removeAttribute(glyph, 'transform');
        if (isUpright) {
            const scale = height / (box.bottom - box.top);
            return `matrix(1,0,0,${scale},${x - left},${y - box.top * scale})`;
        }
        const scale = width / (box.right - box.left);
        return `matrix(${scale},0,0,1,${x - box.left * scale},${y - top})`;
    }

    // Of a path of MathJax's fonts, which use absolute commands: M L H V Q T Z.
    function boxOf(glyph) {
        const path = adaptor.getAttribute(glyph, 'd') || '';
        const box = {left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity};
        for (const [, command, list] of matches(/([MLHVQTZ])([^MLHVQTZ]*)/g, path)) {
            const numbers = (list.match(/-?[0-9.]+/g) || []).map(Number);
            numbers.forEach((value, i) => {
                const isX = command === 'H' || (command !== 'V' && i % 2 === 0);
                if (isX) {
                    box.left = Math.min(box.left, value);
                    box.right = Math.max(box.right, value);
                } else {
                    box.top = Math.min(box.top, value);
                    box.bottom = Math.max(box.bottom, value);
                }
            });
        }
        return box.right > box.left && box.bottom > box.top ? box : {left: 0, right: 1, top: 0, bottom: 1};
    }

    function matches(pattern, text) {
        const found = [];
        for (let match = pattern.exec(text); match; match = pattern.exec(text))
            found.push(match);
        return found;
    }

    // A formula with labels is as wide as the page; here the page is as wide as the formula.
    function takeWidth(svg) {
        const width = parseFloat(adaptor.getStyle(svg, 'min-width'));
        const height = number(svg, 'height'), depth = -parseFloat(adaptor.getStyle(svg, 'vertical-align'));
        const group = adaptor.firstChild(svg);
        adaptor.setAttribute(svg, 'width', width + 'ex');
        adaptor.setAttribute(group, 'transform', 'scale(1,-1)');
        adaptor.setAttribute(svg, 'viewBox',
            [0, (depth - height) * unitsPerEx, width * unitsPerEx, height * unitsPerEx].map(Math.round).join(' '));
        return width * unitsPerEx;
    }

    return function (source, isDisplay) {
        const mathDocument = MathJax._.mathjax.mathjax.document('', {
            InputJax: new TeX({packages: packages, macros: {bm: ['\\boldsymbol{#1}', 1]}, formatError: (jax, error) => { throw error; }}),
            OutputJax: new SVG({fontCache: 'none', font: font}),
        });
        let svg;
        try {
            const node = mathDocument.convert(source, {display: isDisplay, em: em, ex: ex, containerWidth: 80 * em});
            svg = adaptor.firstChild(node);
        } catch (error) {
            return {error: error.message || String(error)};
        }
        const width = adaptor.hasAttribute(svg, 'viewBox') ? number(svg, 'width') * unitsPerEx : takeWidth(svg);
        flatten(svg, width, 'currentColor');
        return {
            svg: adaptor.outerHTML(svg),
            width: number(svg, 'width'),
            height: number(svg, 'height'),
            depth: -parseFloat(adaptor.getStyle(svg, 'vertical-align')) || 0,
        };
    };
})();
