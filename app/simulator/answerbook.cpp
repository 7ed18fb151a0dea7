// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/answerbook.h"

#include "simulator/tokens.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFolder = ":/pennyworth/simulator/"_L1;

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

QString headerOf(const QString &head, QLatin1StringView name)
{
    const QStringList lines = head.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(name))
            return line.mid(name.size()).trimmed();
    }
    return {};
}

PreparedAnswer parsed(const QString &text)
{
    const QString head = text.section(u"\n=== reasoning\n"_s, 0, 0);
    const QString rest = text.section(u"\n=== reasoning\n"_s, 1);
    PreparedAnswer answer;
    answer.title = headerOf(head, "Title:"_L1);
    answer.language = headerOf(head, "Language:"_L1) == "zh"_L1 ? AnswerLanguage::Chinese
                                                                : AnswerLanguage::English;
    const QStringList keywords =
        headerOf(head, "Keywords:"_L1).toLower().split(u',', Qt::SkipEmptyParts);
    for (const QString &keyword : keywords)
        answer.keywords.append(keyword.trimmed());
    answer.reasoning = rest.section(u"\n=== answer\n"_s, 0, 0).trimmed();
    answer.content = rest.section(u"\n=== answer\n"_s, 1).trimmed();
    return answer;
}

/// How well a keyword fits: its length where it stands in the text as whole words, else 0.
qsizetype fit(const QString &keyword, const QString &text)
{
    for (qsizetype at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
        const qsizetype end = at + keyword.size();
        const auto separates = [&text](qsizetype i) {
            return i < 0 || i >= text.size() || !text.at(i).isLetterOrNumber() || isCjk(text.at(i));
        };
        if (isCjk(keyword.front()) || (separates(at - 1) && separates(end)))
            return keyword.size() * (isCjk(keyword.front()) ? 3 : 1);
    }
    return 0;
}

} // namespace

AnswerLanguage languageOf(const QString &prompt)
{
    const auto chinese = std::count_if(prompt.begin(), prompt.end(), isCjk);
    const auto letters =
        std::count_if(prompt.begin(), prompt.end(), [](QChar c) { return c.isLetter(); });
    return chinese * 4 >= letters && chinese > 0 ? AnswerLanguage::Chinese
                                                 : AnswerLanguage::English;
}

AnswerBook::AnswerBook()
{
    const QDir folder(kFolder + "answers"_L1);
    const QStringList names = folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    m_answers.reserve(names.size());
    for (const QString &name : names)
        m_answers.append(parsed(textOf(folder.filePath(name))));
}

const PreparedAnswer *AnswerBook::find(const QString &prompt) const
{
    const QString text = prompt.toLower();
    const AnswerLanguage language = languageOf(prompt);
    const PreparedAnswer *best = nullptr;
    qsizetype bestFit = 0;
    for (const PreparedAnswer &answer : m_answers) {
        if (answer.language != language)
            continue;
        qsizetype sum = 0;
        for (const QString &keyword : answer.keywords)
            sum += fit(keyword, text);
        if (sum > bestFit) {
            best = &answer;
            bestFit = sum;
        }
    }
    return best;
}

const PreparedAnswer &AnswerBook::any(AnswerLanguage language, quint64 number) const
{
    QList<const PreparedAnswer *> suitable;
    for (const PreparedAnswer &answer : m_answers) {
        if (answer.language == language)
            suitable.append(&answer);
    }
    return *suitable.at(static_cast<qsizetype>(number % static_cast<quint64>(suitable.size())));
}

QString AnswerBook::phrase(const QString &list, AnswerLanguage language, quint64 number) const
{
    const QString suffix = language == AnswerLanguage::Chinese ? u".zh.txt"_s : u".en.txt"_s;
    const QStringList lines =
        textOf(kFolder + "phrases/"_L1 + list + suffix).split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty()
        ? QString()
        : lines.at(static_cast<qsizetype>(number % static_cast<quint64>(lines.size())));
}

QString AnswerBook::fill(const QString &name)
{
    return textOf(kFolder + "fills/"_L1 + name + ".txt"_L1);
}

} // namespace pennyworth::simulated
