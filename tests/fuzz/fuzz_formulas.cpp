// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/formulamask.h"
#include "markdown/formulas.h"

#include <QElapsedTimer>

#include <cstdint>
#include <cstdlib>

using namespace pennyworth;

namespace {

constexpr qint64 kLimitMs = 2'000; // twice linear in a few kilobytes

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isDelimited(QStringView formula)
{
    using namespace Qt::StringLiterals;
    return (formula.startsWith("\\("_L1) && formula.endsWith("\\)"_L1))
        || (formula.startsWith("\\["_L1) && formula.endsWith("\\]"_L1))
        || (formula.startsWith(u'$') && formula.endsWith(u'$'))
        || (formula.startsWith("\\begin{"_L1) && formula.endsWith(u'}'));
}

void checkSpans(const QString &text, const QList<FormulaSpan> &spans)
{
    qsizetype end = 0;
    for (const FormulaSpan &span : spans) {
        require(span.start >= end && span.length > 0 && span.start + span.length <= text.size());
        end = span.start + span.length;
        const QStringView formula = QStringView(text).mid(span.start, span.length);
        require(isDisplayFormula(formula) == (span.kind != FormulaKind::Inline));
        if (span.kind != FormulaKind::Open)
            require(isDelimited(formula) && !texOf(formula).isEmpty());
    }
}

} // namespace

// Formulas stand in order and inside the text, begin and end as formulas do, and are given back as
// they were taken; nothing crashes; time is bounded.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    QElapsedTimer timer;
    timer.start();
    checkSpans(text, findFormulas(text));
    FormulaMask mask;
    const QString masked = mask.masked(text);
    require(masked.count(u'\n') == text.count(u'\n'));
    require(mask.restored(masked) == text);
    const std::vector<FormulaMask::Piece> pieces = mask.pieces(masked);
    for (const FormulaMask::Piece &piece : pieces)
        require(piece.text.size() <= text.size());
    require(timer.elapsed() < kLimitMs);
    return 0;
}
