// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering.h"

#include <QRegularExpression>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxLines = 500;

/// "app/pricing/cost.cpp" → "pricing"; files directly in ui/ are the composition root.
QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (path == u"ui/main.cpp"_s)
        return u"main"_s;
    return parts.size() > 2 ? parts.at(1) : QString();
}

bool isGeneratedByMoc(const QString &name)
{
    return name.endsWith(u".moc"_s) || (name.startsWith(u"moc_"_s) && name.endsWith(u".cpp"_s));
}

/// What is wrong with `#include "name"` in a file of `room`; empty where nothing is.
QString faultOfProjectInclude(const QString &room, const QString &name, const Arrows &arrows)
{
    if (isGeneratedByMoc(name))
        return {};
    const QString used = name.contains(u'/') ? name.section(u'/', 0, 0) : QString();
    if (!arrows.knows(used))
        return u"\"%1\" names no room"_s.arg(name);
    if (!arrows.allows(room, used))
        return u"\"%1\": %2 may not use %3"_s.arg(name, room, used);
    return {};
}

QString faultOfSystemInclude(
    const QString &path, const QString &name, const IsGuiHeader &isGuiHeader)
{
    static const QRegularExpression modulePrefix(u"\\AQt[A-Z]\\w*/"_s);
    if (!path.startsWith(u"app/"_s))
        return {};
    if (modulePrefix.match(name).hasMatch())
        return u"<%1>: app/ names Qt headers without their module"_s.arg(name);
    if (isGuiHeader(name))
        return u"<%1>: app/ may not use Qt Gui or Qt Widgets"_s.arg(name);
    return {};
}

} // namespace

Result<Arrows> Arrows::fromText(const QString &text)
{
    static const QRegularExpression shape(u"\\A(\\w+)\\s+(and below|only)\\s*(.*)\\z"_s);
    Arrows arrows;
    for (const QString &line : text.split(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QRegularExpressionMatch match = shape.match(line);
        if (!match.hasMatch())
            return Error{.kind = ErrorKind::InvalidValue, .detail = u"not an arrow: "_s + line};
        const QString room = match.captured(1);
        QSet<QString> allowed{room, u"domain"_s};
        for (const QString &used : match.captured(3).split(u' ', Qt::SkipEmptyParts)) {
            if (!arrows.knows(used))
                return Error{
                    .kind = ErrorKind::InvalidValue, .detail = room + u" stands above "_s + used};
            allowed.insert(used);
            // Rooms below stand above in the file, so theirs are complete.
            if (match.captured(2) == u"and below"_s)
                allowed.unite(arrows.m_allowed.value(used));
        }
        arrows.m_allowed.insert(room, allowed);
    }
    return arrows;
}

bool Arrows::allows(const QString &from, const QString &to) const
{
    return m_allowed.value(from).contains(to);
}

QStringList forbiddenIncludes(
    const SourceFile &file, const Arrows &arrows, const IsGuiHeader &isGuiHeader)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    const QString room = roomOf(file.path);
    if (!arrows.knows(room))
        return {file.path + u":1: stands in no room that arrows.txt knows"_s};
    QStringList faults;
    const QStringList lines = file.text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = include.match(lines.at(i));
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(2);
        const QString fault = match.captured(1) == u"\""_s
            ? faultOfProjectInclude(room, name, arrows)
            : faultOfSystemInclude(file.path, name, isGuiHeader);
        if (!fault.isEmpty())
            faults.append(file.path + u':' + QString::number(i + 1) + u": "_s + fault);
    }
    return faults;
}

QStringList formalFaults(const SourceFile &file)
{
    QStringList faults;
    const qsizetype lines = file.text.count(u'\n');
    if (!file.text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s))
        faults.append(file.path + u":1: the first line is not the SPDX id"_s);
    if (file.path.endsWith(u".h"_s) && !file.text.contains(u"\n#pragma once\n"_s))
        faults.append(file.path + u":2: there is no #pragma once"_s);
    if (lines > kMaxLines)
        faults.append(u"%1:%2: longer than %3 lines"_s.arg(file.path).arg(lines).arg(kMaxLines));
    return faults;
}

} // namespace pennyworth::test
