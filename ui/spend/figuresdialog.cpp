// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/figuresdialog.h"

#include "spend/replyarithmetic.h"
#include "theme/button.h"
#include "theme/card.h"
#include "theme/figurelabel.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 16;
constexpr QSize kSize(560, 520);

QLabel *selectableLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FiguresDialog::FiguresDialog(const Theme &theme, const QList<LedgerEntry> &entries, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_entries(entries)
{
    setObjectName(u"figuresDialog"_s);
    setWindowTitle(tr("Figures of this answer"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto *content = new QWidget;
    auto *cards = new QVBoxLayout(content);
    cards->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    cards->setSpacing(metrics::kGrid);
    const QList<RequestArithmetic> requests = replyArithmetic(entries);
    for (const RequestArithmetic &request : requests)
        cards->addWidget(requestCard(request));
    const QString sum = arithmeticSum(entries);
    if (!sum.isEmpty()) {
        auto *all = new FigureLabel(theme, TextSize::Interface);
        all->setObjectName(u"arithmeticSum"_s);
        all->setWeight(QFont::DemiBold);
        //: the cost of all requests of one answer
        all->setText(tr("Together %1").arg(sum));
        cards->addWidget(all, 0, Qt::AlignRight);
    }
    cards->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);

    auto *copyButton = new Button(theme, ButtonKind::Outlined, tr("Copy"));
    copyButton->setObjectName(u"copyFigures"_s);
    copyButton->setAccessibleName(tr("Copy the figures"));
    connect(copyButton, &Button::clicked, this, &FiguresDialog::copy);
    auto *closeButton = new Button(theme, ButtonKind::Primary, tr("Close"));
    closeButton->setObjectName(u"closeFigures"_s);
    closeButton->setAccessibleName(closeButton->text());
    closeButton->setDefault(true);
    connect(closeButton, &Button::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(kMargin, metrics::kGrid, kMargin, kMargin);
    buttons->addWidget(copyButton);
    buttons->addStretch(1);
    buttons->addWidget(closeButton);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    resize(kSize.width(),
        std::min(kSize.height(), content->sizeHint().height() + buttons->sizeHint().height()));
    closeButton->setFocus();
}

QWidget *FiguresDialog::requestCard(const RequestArithmetic &request)
{
    auto *card = new Card(m_theme);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(kMargin, kMargin - 2, kMargin, kMargin - 2);
    layout->setSpacing(metrics::kGrid);
    auto *title = new FigureLabel(m_theme, TextSize::Interface);
    title->setWeight(QFont::DemiBold);
    title->setText(request.title);
    layout->addWidget(title);
    addLines(request, layout);
    auto *source = selectableLabel(request.source);
    source->setForegroundRole(QPalette::PlaceholderText);
    source->setFont(m_theme.font(TextSize::Caption));
    layout->addWidget(source);
    addFacts(request, layout);
    return card;
}

void FiguresDialog::addLines(const RequestArithmetic &request, QBoxLayout *to)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * metrics::kGrid);
    grid->setVerticalSpacing(metrics::kHalf);
    grid->setColumnStretch(0, 1);
    const auto put = [&](int row, int column, const QString &text, Tone tone) {
        auto *label = new FigureLabel(m_theme, TextSize::Interface, tone);
        label->setText(text);
        grid->addWidget(label, row, column, column == 0 ? Qt::Alignment() : Qt::AlignRight);
        return label;
    };
    int row = 0;
    for (const ArithmeticLine &line : request.lines) {
        put(row, 0, line.kind, Tone::Normal);
        put(row, 1, line.tokens, Tone::Normal);
        //: a factor of a calculation: times a price for a million tokens
        put(row, 2, line.price.isEmpty() ? tr("no price known") : tr("× %1 / 1M").arg(line.price),
            Tone::Muted);
        put(row, 3, line.amount, Tone::Normal);
        ++row;
    }
    put(row, 0, tr("Cost"), Tone::Normal)->setWeight(QFont::DemiBold);
    FigureLabel *total = put(row, 3, request.total, Tone::Normal);
    total->setObjectName(u"arithmeticTotal"_s);
    total->setWeight(QFont::DemiBold);
    to->addLayout(grid);
}

void FiguresDialog::addFacts(const RequestArithmetic &request, QBoxLayout *to)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * metrics::kGrid);
    grid->setVerticalSpacing(metrics::kHalf / 2);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const ArithmeticFact &fact : request.facts) {
        auto *name = new FigureLabel(m_theme, TextSize::Caption, Tone::Muted);
        name->setText(fact.name);
        auto *value = selectableLabel(fact.value);
        value->setFont(m_theme.font(TextSize::Caption));
        grid->addWidget(name, row, 0);
        grid->addWidget(value, row, 1);
        ++row;
    }
    to->addLayout(grid);
}

QString FiguresDialog::asText() const
{
    QStringList lines;
    const QList<RequestArithmetic> requests = replyArithmetic(m_entries);
    for (const RequestArithmetic &request : requests) {
        lines += request.title;
        for (const ArithmeticLine &line : request.lines)
            lines += QStringList{line.kind, line.tokens, line.price, line.amount}.join(u'\t');
        lines += request.total + u'\t' + request.source;
        for (const ArithmeticFact &fact : request.facts)
            lines += fact.name + u'\t' + fact.value;
        lines += QString();
    }
    lines += arithmeticSum(m_entries);
    return lines.join(u'\n').trimmed() + u'\n';
}

void FiguresDialog::copy() const
{
    QGuiApplication::clipboard()->setText(asText());
}

} // namespace pennyworth
