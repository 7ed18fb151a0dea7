// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/texanswers.h"

#include <QDir>
#include <QFile>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

QString contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a file of tests/data/tex cannot be read");
    return QString::fromUtf8(file.readAll());
}

ExpectedFormula expected(QStringView line)
{
    const qsizetype space = line.indexOf(u' ');
    const QStringView kind = line.left(space);
    return {.source = line.mid(space + 1).toString().replace(u'⏎', u'\n'),
        .isDisplay = kind.startsWith("display"_L1),
        .isBad = kind.endsWith("-bad"_L1)};
}

} // namespace

QList<TexAnswer> texAnswers()
{
    const QDir folder(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/tex"));
    QList<TexAnswer> answers;
    const QStringList files = folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        TexAnswer answer{
            .name = file.chopped(3), .markdown = contentsOf(folder.filePath(file)), .formulas = {}};
        const QString table = contentsOf(folder.filePath(answer.name + ".formulas"_L1));
        const QList<QStringView> lines = QStringView(table).split(u'\n', Qt::SkipEmptyParts);
        for (const QStringView line : lines)
            answer.formulas.append(expected(line));
        answers.append(answer);
    }
    return answers;
}

} // namespace pennyworth::test
