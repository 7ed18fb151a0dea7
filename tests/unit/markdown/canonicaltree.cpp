// SPDX-License-Identifier: GPL-3.0-or-later
#include "canonicaltree.h"

#include "support/markdownoutline.h"

#include <QHash>
#include <QXmlStreamReader>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

/// Writes a tree; neighbouring texts become one.
class Writer final {
public:
    void open(const QString &name)
    {
        flush();
        m_out += name + u'{';
    }

    void close()
    {
        flush();
        m_out += u'}';
    }

    void text(const QString &text) { m_text += text; }

    void leaf(const QString &name, const QString &text)
    {
        open(name);
        m_text = text;
        close();
    }

    [[nodiscard]] QString result()
    {
        flush();
        return m_out;
    }

private:
    void flush()
    {
        if (!m_text.isEmpty())
            m_out += u'"' + m_text.replace(u'\n', u'$') + u'"';
        m_text.clear();
    }

    QString m_out;
    QString m_text;
};

QByteArray xmlOf(const QString &markdown)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (const char *name : {"table", "strikethrough", "tasklist", "autolink"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    const QByteArray utf8 = markdown.toUtf8();
    cmark_parser_feed(parser, utf8.constData(), size_t(utf8.size()));
    cmark_node *document = cmark_parser_finish(parser);
    char *xml = cmark_render_xml(document, CMARK_OPT_DEFAULT);
    QByteArray result(xml);
    std::free(xml);
    cmark_node_free(document);
    cmark_parser_free(parser);
    return result;
}

QString withoutLastBreak(QString text)
{
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

// The description of an image: the texts in it.
QString textInside(QXmlStreamReader &xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        xml.readNext();
        if (xml.isStartElement()) {
            ++depth;
            text +=
                xml.name() == "softbreak"_L1 || xml.name() == "linebreak"_L1 ? u" "_s : QString();
        } else if (xml.isEndElement()) {
            --depth;
        } else if (xml.isCharacters() && !xml.isWhitespace()) {
            text += xml.text();
        } else if (xml.isCharacters() && !xml.text().contains(u'\n')) {
            text += xml.text();
        }
    }
    return text;
}

// What outlines call an element of the library.
QString nameOf(const QString &element)
{
    static const QHash<QString, QString> names{{u"paragraph"_s, u"p"_s}, {u"heading"_s, u"h"_s},
        {u"html_block"_s, u"htmlblock"_s}, {u"thematic_break"_s, u"hr"_s},
        {u"block_quote"_s, u"quote"_s}, {u"tasklist"_s, u"item"_s}, {u"taskitem"_s, u"item"_s},
        {u"table_header"_s, u"row"_s}, {u"table_row"_s, u"row"_s}, {u"table_cell"_s, u"cell"_s},
        {u"softbreak"_s, u"soft"_s}, {u"linebreak"_s, u"break"_s}, {u"html_inline"_s, u"html"_s},
        {u"emph"_s, u"em"_s}, {u"strikethrough"_s, u"del"_s}, {u"link"_s, u"a"_s}};
    return names.value(element, element);
}

void writeElement(QXmlStreamReader &xml, Writer &writer)
{
    const QString name = xml.name().toString();
    const auto attribute = [&xml](QLatin1StringView key) {
        return xml.attributes().value(key).toString();
    };
    if (name == u"text") {
        writer.text(xml.readElementText());
    } else if (name == u"code" || name == u"html_inline") {
        writer.leaf(nameOf(name), xml.readElementText());
    } else if (name == u"code_block") {
        const QString info = attribute("info"_L1);
        writer.leaf(u"pre["_s + info + u']', withoutLastBreak(xml.readElementText()));
    } else if (name == u"html_block") {
        writer.leaf(nameOf(name), withoutLastBreak(xml.readElementText()));
    } else if (name == u"image") {
        const QString target = attribute("destination"_L1);
        writer.leaf(u"img["_s + target + u']', textInside(xml));
    } else {
        QString shown = nameOf(name);
        if (name == u"heading")
            shown += attribute("level"_L1);
        else if (name == u"link")
            shown += u'[' + attribute("destination"_L1) + u']';
        else if (name == u"list")
            shown = attribute("tight"_L1) == "true"_L1 ? u"tight"_s : u"loose"_s;
        writer.open(shown);
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement())
                writeElement(xml, writer);
            else if (xml.isEndElement())
                break;
        }
        writer.close();
    }
}

// As outlines name it, without what the library does not tell of an item.
QString nameOf(const MarkdownNode &node)
{
    return node.kind == MarkdownKind::ListItem ? u"item"_s : outlineName(node);
}

void writeNode(const MarkdownNode &node, Writer &writer)
{
    if (node.kind == MarkdownKind::Text) {
        writer.text(node.text);
        return;
    }
    writer.open(nameOf(node));
    if (isLeaf(node.kind))
        writer.text(node.text);
    for (const MarkdownNode &child : node.children)
        writeNode(child, writer);
    writer.close();
}

} // namespace

QString canonicalReference(const QString &markdown)
{
    Writer writer;
    const QByteArray source = xmlOf(markdown);
    QXmlStreamReader xml(source);
    while (!xml.atEnd() && !(xml.isStartElement() && xml.name() == "document"_L1))
        xml.readNext();
    if (!xml.atEnd())
        writeElement(xml, writer);
    return xml.hasError() ? xml.errorString() : writer.result();
}

QString canonicalTree(std::span<const MarkdownBlock> blocks)
{
    Writer writer;
    writer.open(u"document"_s);
    for (size_t i = 0; i < blocks.size(); ++i) {
        MarkdownNode node = blocks[i].node;
        // The items of a list stand in blocks of their own.
        while (i + 1 < blocks.size() && blocks[i + 1].isContinuation)
            node.children.push_back(blocks[++i].node.children.front());
        writeNode(node, writer);
    }
    writer.close();
    return writer.result();
}

} // namespace pennyworth::test
