// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/formulamask.h"

#include <algorithm>

namespace pennyworth {

namespace {

// Noncharacters, which no text that people exchange holds: kOpen, digits, kBetween, digits, kClose.
constexpr char16_t kOpen = 0xFDD1;
constexpr char16_t kBetween = 0xFDD2;
constexpr char16_t kClose = 0xFDD3;
constexpr char16_t kZero = 0xFDE0; // and 15 further digits

void appendNumber(QString &text, qsizetype number)
{
    QString digits;
    do {
        digits.prepend(QChar(char16_t(kZero + number % 16)));
        number /= 16;
    } while (number > 0);
    text += digits;
}

void appendMark(QString &text, qsizetype formula, qsizetype line)
{
    text += QChar(kOpen);
    appendNumber(text, formula);
    text += QChar(kBetween);
    appendNumber(text, line);
    text += QChar(kClose);
}

qsizetype readNumber(const QString &text, qsizetype &at)
{
    constexpr qsizetype kMost = 1'000'000'000;
    qsizetype number = 0;
    while (at < text.size() && text.at(at) >= QChar(kZero) && text.at(at) < QChar(kZero + 16)
        && number < kMost)
        number = number * 16 + (text.at(at++).unicode() - kZero);
    return number;
}

bool isNoncharacter(QChar c)
{
    return c.unicode() >= 0xFDD0 && c.unicode() <= 0xFDEF;
}

// What stands before the text in a line: spaces, and as many marks of quotes as the formula is
// deep in.
qsizetype prefixLength(QStringView line, qsizetype quotes)
{
    qsizetype at = 0;
    for (; at < line.size(); ++at) {
        const bool isQuote = line.at(at) == u'>' && quotes > 0;
        if (!isQuote && line.at(at) != u' ' && line.at(at) != u'\t')
            break;
        quotes -= isQuote ? 1 : 0;
    }
    return at;
}

qsizetype quotesBefore(QStringView text, qsizetype at)
{
    const qsizetype start = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
    const QStringView before = text.mid(start, at - start);
    const auto *const end =
        std::ranges::find_if_not(before, [](QChar c) { return c == u' ' || c == u'>'; });
    return std::count(before.begin(), end, u'>');
}

} // namespace

QString FormulaMask::masked(QStringView text)
{
    const QList<FormulaSpan> spans = findFormulas(text);
    if (spans.isEmpty() || std::ranges::any_of(text, isNoncharacter))
        return text.toString();
    QString result;
    result.reserve(text.size());
    qsizetype done = 0;
    for (const FormulaSpan &span : spans) {
        result += text.mid(done, span.start - done);
        done = span.start + span.length;
        const bool isOpen = span.kind == FormulaKind::Open;
        const qsizetype quotes = quotesBefore(text, span.start);
        Formula formula{.isOpen = isOpen};
        QStringList prefixes;
        const QList<QStringView> lines = text.mid(span.start, span.length).split(u'\n');
        for (const QStringView line : lines) {
            const qsizetype prefix = prefixes.isEmpty() ? 0 : prefixLength(line, quotes);
            prefixes += line.left(prefix).toString();
            formula.lines += line.mid(prefix).toString();
        }
        const QString key = formula.lines.join(u'\n') + QChar(isOpen ? u'1' : u'0');
        const qsizetype number = m_known.value(key, qsizetype(m_formulas.size()));
        for (qsizetype line = 0; line < prefixes.size(); ++line) {
            if (line > 0)
                result += u'\n' + prefixes.at(line);
            appendMark(result, number, line);
        }
        if (number == qsizetype(m_formulas.size())) {
            m_known.insert(key, number);
            m_formulas.push_back(std::move(formula));
        }
    }
    return result + text.mid(done);
}

FormulaMask::Mark FormulaMask::markAt(const QString &text, qsizetype at) const
{
    Mark mark{.end = at + 1};
    mark.formula = readNumber(text, mark.end);
    if (mark.end >= text.size() || text.at(mark.end) != QChar(kBetween))
        return mark;
    ++mark.end;
    mark.line = readNumber(text, mark.end);
    if (mark.end >= text.size() || text.at(mark.end) != QChar(kClose))
        return mark;
    ++mark.end;
    mark.isValid = mark.formula < qsizetype(m_formulas.size())
        && mark.line < m_formulas[size_t(mark.formula)].lines.size();
    return mark;
}

std::vector<FormulaMask::Piece> FormulaMask::pieces(const QString &text) const
{
    std::vector<Piece> pieces;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(QChar(kOpen)); at >= 0;
         at = text.indexOf(QChar(kOpen), done)) {
        if (at > done)
            pieces.push_back({.text = text.mid(done, at - done)});
        const Mark mark = markAt(text, at);
        done = mark.end;
        if (!mark.isValid)
            continue;
        const Formula &formula = m_formulas[size_t(mark.formula)];
        if (formula.isOpen)
            pieces.push_back({.text = formula.lines.at(mark.line)});
        else if (mark.line == 0)
            pieces.push_back({.text = formula.lines.join(u'\n'), .isFormula = true});
        else
            pieces.push_back({.isSwallowed = true});
    }
    if (done < text.size())
        pieces.push_back({.text = text.mid(done)});
    return pieces;
}

QString FormulaMask::restored(const QString &text) const
{
    if (isEmpty() || !text.contains(QChar(kOpen)))
        return text;
    QString result;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(QChar(kOpen)); at >= 0;
         at = text.indexOf(QChar(kOpen), done)) {
        result += QStringView(text).mid(done, at - done);
        const Mark mark = markAt(text, at);
        done = mark.end;
        if (mark.isValid)
            result += m_formulas[size_t(mark.formula)].lines.at(mark.line);
    }
    return result + QStringView(text).mid(done);
}

} // namespace pennyworth
