// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/curlcommand.h"

#include <QStringList>
#include <QUrl>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestArgument = 100'000; // bytes; Linux takes 131,072 in one

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString variableFor(const QByteArray &header)
{
    QString name = QString::fromLatin1(header).toUpper();
    for (QChar &c : name) {
        if (!c.isLetterOrNumber())
            c = u'_';
    }
    return name;
}

QString headerOption(const QByteArray &name, const QByteArray &value, const QString &keyVariable)
{
    const QString line = QString::fromLatin1(name + ": " + value);
    if (!value.contains(kRedacted.toByteArray()))
        return u"-H "_s + quoted(line);
    const QString variable = name.toLower() == "authorization" ? keyVariable : variableFor(name);
    const QString known = line.first(line.size() - kRedacted.size());
    return u"-H \"%1$%2\""_s.arg(known, variable);
}

QString headerLines(const HttpHeaders &headers)
{
    QString lines;
    for (const auto &[name, value] : headers)
        lines += QString::fromLatin1(name + ": " + value) + u'\n';
    return lines;
}

} // namespace

QString curlCommand(const SentRequest &sent, const QString &keyVariable)
{
    QStringList parts{
        u"curl --no-buffer -X %1 %2"_s.arg(QString::fromLatin1(sent.method), quoted(sent.url))};
    for (const auto &[name, value] : sent.headers) {
        if (name.toLower() != "content-length") // curl counts by itself
            parts += headerOption(name, value, keyVariable);
    }
    const QString body = quoted(QString::fromUtf8(sent.body));
    const bool fitsAnArgument = sent.body.size() < kLongestArgument;
    parts += fitsAnArgument ? u"--data-binary "_s + body : u"--data-binary @-"_s;
    const QString command = parts.join(u" \\\n  "_s);
    // printf is a part of the shell, whose arguments may be of any length.
    return fitsAnArgument ? command : u"printf %s "_s + body + u" | "_s + command;
}

QString requestText(const SentRequest &sent)
{
    return u"%1 %2 HTTP/1.1\n"_s.arg(QString::fromLatin1(sent.method), sent.url)
        + headerLines(sent.headers) + u'\n' + QString::fromUtf8(sent.body);
}

QString responseText(const ReceivedResponse &received)
{
    QString text = u"HTTP/1.1 %1\n"_s.arg(received.status) + headerLines(received.headers) + u'\n';
    text += QString::fromUtf8(received.body.first(received.cutAt));
    if (received.cutBytes > 0)
        text += u"\n[… %1 bytes are not kept …]\n"_s.arg(received.cutBytes);
    return text + QString::fromUtf8(received.body.sliced(received.cutAt));
}

} // namespace pennyworth
