// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/failure.h"

#include <QJsonDocument>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// https://no-color.org: set and not empty.
bool wantsNoColour()
{
    return !qEnvironmentVariableIsEmpty("NO_COLOR");
}

void writeTo(Channel &channel, const QString &text)
{
    channel.write(channel.isTerminal() ? withoutControls(text) : text);
}

} // namespace

Output::Output(Channel &standard, Channel &error, Form form)
    : m_standard(standard)
    , m_error(error)
    , m_form(form)
{
}

void Output::print(const QString &text) const
{
    writeTo(m_standard, text);
}

void Output::print(const QJsonObject &object) const
{
    m_standard.write(
        QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

void Output::print(const QJsonArray &array) const
{
    m_standard.write(
        QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)) + u'\n');
}

void Output::note(const QString &line) const
{
    writeTo(m_error, line + u'\n');
}

void Output::whisper(const QString &text) const
{
    if (!m_error.isTerminal())
        return;
    const QString plain = withoutControls(text);
    m_error.write(wantsNoColour() ? plain : QString(u"\x1b[2m" + plain + u"\x1b[0m"));
}

void Output::fail(const Error &error) const
{
    if (isJson()) {
        print(QJsonObject{{u"error"_s, errorJson(error)}});
        return;
    }
    note(u"pennyworth: "_s + errorMessage(error));
    note(errorRemedy(error));
}

QString withoutControls(const QString &text)
{
    QString plain = text;
    plain.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return plain;
}

} // namespace pennyworth
