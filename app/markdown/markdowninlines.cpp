// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowninlines.h"

#include "markdown/formulas.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

bool needsEscape(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    if (u"\\`*~"_s.contains(c))
        return true;
    const QChar next = at + 1 < text.size() ? text.at(at + 1) : QChar();
    if (c == u'_')
        return !(isWordCharacter(text, at - 1) && isWordCharacter(text, at + 1));
    if (c == u'<')
        return next.isLetter() || u"/!?"_s.contains(next);
    return c == u'&' && (next.isLetter() || next == u'#');
}

// "[i]" inside a text, which only a definition could make a link.
bool isPlainBracket(const QString &text, qsizetype open, qsizetype close)
{
    if (open <= 0 || close < 0 || text.lastIndexOf(u'[', close) != open
        || text.indexOf(u']', open) != close)
        return false;
    const QChar next = close + 1 < text.size() ? text.at(close + 1) : QChar();
    return !u"([:"_s.contains(next);
}

// Never with a backslash before a closing bracket, which would end a formula.
QString escapedBracket(const QString &text, qsizetype at)
{
    const bool isOpen = text.at(at) == u'[';
    const qsizetype open = isOpen ? at : text.lastIndexOf(u'[', at);
    const qsizetype close = isOpen ? text.indexOf(u']', at) : at;
    if (isPlainBracket(text, open, close))
        return text.at(at);
    return isOpen ? u"\\["_s : u"&#93;"_s;
}

QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size());
    const bool holdsFormula = text.count(u'$') > 1 && !findFormulas(text).isEmpty();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'[' || c == u']')
            result += escapedBracket(text, i);
        else if (needsEscape(text, i) || (holdsFormula && c == u'$'))
            result += QString(u'\\') + c;
        else
            result += c;
    }
    return result;
}

// What would begin another kind of block, were it left as it is.
QString withEscapedLineStart(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && line.at(at).isDigit())
        ++at;
    const bool isNumber =
        at > 0 && at < line.size() && (line.at(at) == u'.' || line.at(at) == u')');
    if (isNumber)
        return line.left(at) % u'\\' % line.mid(at);
    if (!line.isEmpty() && u"#>+-="_s.contains(line.front()))
        return u'\\' + line;
    return line;
}

QString codeSpan(const QString &code, InlinePlace place)
{
    const QString marks(longestRun(code, u'`') + 1, u'`');
    const bool isPadded = code.startsWith(u'`') || code.endsWith(u'`')
        || (code.startsWith(u' ') && code.endsWith(u' ') && !code.trimmed().isEmpty());
    const QString pad = isPadded ? u" "_s : QString();
    QString body = code;
    if (place == InlinePlace::TableCell)
        body.replace(u'|', "\\|"_L1);
    return marks % pad % body % pad % marks;
}

QString destination(const MarkdownNode &link)
{
    QString target = link.target;
    const bool isPlain = !target.isEmpty() && !target.contains(u' ') && !target.contains(u'(')
        && !target.contains(u')') && !target.startsWith(u'<');
    target.replace(u'\\', "\\\\"_L1);
    if (!isPlain)
        target = u'<' % target.replace(u'<', "\\<"_L1).replace(u'>', "\\>"_L1) % u'>';
    if (link.title.isEmpty())
        return u'(' % target % u')';
    QString title = link.title;
    title.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u'(' % target % u" \"" % title % u"\")";
}

// Marks of emphasis must touch a word: spaces at the edges go outside.
QString between(const QString &marks, const QString &text)
{
    const QString inner = text.trimmed();
    if (inner.isEmpty())
        return text;
    const qsizetype start = text.indexOf(inner);
    return text.left(start) % marks % inner % marks % text.mid(start + inner.size());
}

bool isAutolink(const MarkdownNode &link)
{
    if (link.children.size() != 1 || link.children.front().kind != MarkdownKind::Text
        || !link.title.isEmpty())
        return false;
    const QString &text = link.children.front().text;
    return !text.isEmpty()
        && (link.target == text || link.target == u"http://" + text
            || link.target == u"mailto:" + text);
}

QString markdownInline(const MarkdownNode &node, InlinePlace place, bool touchesStars)
{
    switch (node.kind) {
    case MarkdownKind::Text:
        return escaped(node.text);
    case MarkdownKind::SoftBreak:
        return u"\n"_s;
    case MarkdownKind::LineBreak:
        return u"\\\n"_s;
    case MarkdownKind::Code:
        return codeSpan(node.text, place);
    case MarkdownKind::Emphasis:
        return between(touchesStars ? u"_"_s : u"*"_s, markdownInlines(node.children, place));
    case MarkdownKind::Strong:
        return between(u"**"_s, markdownInlines(node.children, place));
    case MarkdownKind::Strike:
        return between(u"~~"_s, markdownInlines(node.children, place));
    case MarkdownKind::Link:
        if (isAutolink(node))
            return node.children.front().text;
        return u'[' % markdownInlines(node.children, place) % u']' % destination(node);
    case MarkdownKind::Image:
        return u"![" % escaped(node.text) % u']' % destination(node);
    case MarkdownKind::FootnoteReference:
        return u"[^" % node.text % u']';
    default:
        return node.text;
    }
}

} // namespace

qsizetype longestRun(const QString &text, QChar character)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == character ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

QString markdownInlines(const std::vector<MarkdownNode> &inlines, InlinePlace place)
{
    QString result;
    for (size_t i = 0; i < inlines.size(); ++i) {
        const bool touchesStars = result.endsWith(u'*') || (i == 0 && inlines.size() == 1)
            || (i + 1 < inlines.size() && inlines[i + 1].kind == MarkdownKind::Strong);
        QString text = markdownInline(inlines[i], place, touchesStars);
        const bool isLineStart = i == 0 || result.endsWith(u'\n');
        if (isLineStart && inlines[i].kind == MarkdownKind::Text)
            text = withEscapedLineStart(text);
        if (place == InlinePlace::TableCell && inlines[i].kind == MarkdownKind::Text)
            text.replace(u'|', "\\|"_L1);
        result += text;
    }
    if (place == InlinePlace::TableCell)
        result.replace("\\\n"_L1, " "_L1).replace(u'\n', u' ');
    return result;
}

QString htmlInlines(const std::vector<MarkdownNode> &inlines)
{
    QString html;
    for (const MarkdownNode &node : inlines) {
        const QString inner =
            isLeaf(node.kind) ? leafText(node).toHtmlEscaped() : htmlInlines(node.children);
        const auto tagged = [&inner](const QString &tag) -> QString {
            return u'<' % tag % u'>' % inner % u"</" % tag % u'>';
        };
        if (node.kind == MarkdownKind::LineBreak)
            html += u"<br>\n"_s;
        else if (node.kind == MarkdownKind::Code)
            html += tagged(u"code"_s);
        else if (node.kind == MarkdownKind::Emphasis)
            html += tagged(u"em"_s);
        else if (node.kind == MarkdownKind::Strong)
            html += tagged(u"strong"_s);
        else if (node.kind == MarkdownKind::Strike)
            html += tagged(u"s"_s);
        else if (node.kind == MarkdownKind::FootnoteReference)
            html += tagged(u"sup"_s);
        else if (node.kind == MarkdownKind::Link)
            html += u"<a href=\"" % node.target.toHtmlEscaped() % u"\">" % inner % u"</a>";
        else
            html += inner;
    }
    return html;
}

QString plainInlines(const std::vector<MarkdownNode> &inlines)
{
    QString text;
    for (const MarkdownNode &node : inlines)
        text += isLeaf(node.kind) ? leafText(node) : plainInlines(node.children);
    return text;
}

} // namespace pennyworth
