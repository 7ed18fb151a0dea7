// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/keyprompt.h"

#include "domain/errortext.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 14;
constexpr qsizetype kPastedAtOnce = 16; // nobody types that much between two events

} // namespace

KeyPrompt::KeyPrompt(const Theme &theme, const Provider &provider, QWidget *parent)
    : Card(theme, parent)
    , m_field(new QLineEdit)
    , m_use(new Button(theme, ButtonKind::Primary, tr("Use this key")))
    , m_close(new Button(theme, ButtonKind::Quiet))
    , m_page(new Button(theme, ButtonKind::Quiet, tr("Get a key")))
    , m_others(new Button(theme, ButtonKind::Quiet, tr("Use another service")))
    , m_session(new Button(theme, ButtonKind::Outlined, tr("Keep it until I quit")))
    , m_words(new QLabel)
{
    setObjectName(u"keyPrompt"_s);
    m_field->setObjectName(u"keyField"_s);
    m_field->setAccessibleName(tr("API key"));
    //: %1 is the name of a service
    m_field->setPlaceholderText(tr("Paste a %1 API key").arg(provider.name));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMinimumHeight(metrics::kControlHeight);
    m_field->setTextMargins(metrics::kHalf, 0, metrics::kHalf, 0);
    m_use->setObjectName(u"useKeyButton"_s);
    m_use->setAccessibleName(m_use->text());
    m_use->setEnabled(false);
    m_close->setObjectName(u"closeKeyPromptButton"_s);
    m_close->setAccessibleName(tr("Close"));
    m_close->setGlyph(Glyph::Close);
    m_page->setObjectName(u"keyPageButton"_s);
    m_page->setAccessibleName(m_page->text());
    m_page->setToolTip(provider.keyPage.toString());
    m_page->setVisible(!provider.keyPage.isEmpty());
    m_others->setObjectName(u"otherServiceButton"_s);
    m_others->setAccessibleName(m_others->text());
    m_others->setVisible(false);
    m_session->setObjectName(u"sessionKeyButton"_s);
    m_session->setAccessibleName(m_session->text());
    m_session->setVisible(false);
    m_words->setObjectName(u"keyWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setFont(theme.font(TextSize::Caption));

    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kGrid);
    row->addWidget(m_field, 1);
    row->addWidget(m_use);
    row->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin - 2, kMargin, kMargin - 2);
    layout->setSpacing(metrics::kGrid);
    layout->addLayout(row);
    auto *below = new QHBoxLayout;
    below->setSpacing(metrics::kGrid);
    below->addWidget(m_words, 1);
    below->addWidget(m_session, 0, Qt::AlignTop);
    below->addWidget(m_page, 0, Qt::AlignTop);
    below->addWidget(m_others, 0, Qt::AlignTop);
    layout->addLayout(below);

    connect(m_use, &Button::clicked, this, &KeyPrompt::enter);
    connect(m_page, &Button::clicked, this,
        [page = provider.keyPage] { QDesktopServices::openUrl(page); });
    connect(m_close, &Button::clicked, this, &KeyPrompt::closeRequested);
    connect(m_session, &Button::clicked, this, &KeyPrompt::keepForSessionRequested);
    connect(m_field, &QLineEdit::returnPressed, this, &KeyPrompt::enter);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_use->setEnabled(!text.trimmed().isEmpty());
        const bool pasted = text.size() - m_lastLength >= kPastedAtOnce;
        m_lastLength = text.size();
        if (pasted)
            enter();
    });
}

void KeyPrompt::offerServices(const QList<Provider> &services)
{
    auto *menu = new QMenu(m_others);
    for (const Provider &provider : services) {
        //: %1 is the name of a program such as Ollama
        const QString name =
            provider.billable ? provider.name : tr("%1, on this computer").arg(provider.name);
        connect(menu->addAction(name), &QAction::triggered, this,
            [this, id = provider.id] { emit serviceRequested(id); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Another address…")), &QAction::triggered, this,
        [this] { emit serviceRequested({}); });
    m_others->setMenu(menu);
    m_others->updateGeometry();
    m_others->setVisible(true);
}

void KeyPrompt::tellOfDemonstration()
{
    showWords(tr("A built-in demonstration answers until then, and nothing is charged."),
        QPalette::PlaceholderText);
}

void KeyPrompt::showWords(const QString &text, QPalette::ColorRole role)
{
    m_words->setForegroundRole(role);
    m_words->setText(text);
    m_words->setAccessibleName(text);
}

void KeyPrompt::enter()
{
    const QString key = m_field->text().trimmed();
    if (!key.isEmpty() && m_field->isEnabled())
        emit keyEntered(key);
}

void KeyPrompt::showChecking()
{
    m_field->setEnabled(false);
    m_use->setEnabled(false);
    m_session->setVisible(false);
    showWords(tr("Checking the key…"), QPalette::PlaceholderText);
}

void KeyPrompt::showError(const Error &error)
{
    m_field->setEnabled(true);
    m_use->setEnabled(true);
    const ErrorText text = errorText(error);
    QString words = text.message + u' ' + text.remedy;
    if (!error.detail.isEmpty())
        words += u'\n' + error.detail;
    showWords(words, QPalette::BrightText);
    m_field->setFocus(Qt::OtherFocusReason);
}

void KeyPrompt::showNotKept(const Error &error)
{
    showError(error);
    showWords(tr("The key works, but is not kept.") + u' ' + m_words->text(), QPalette::BrightText);
    m_session->setVisible(true);
}

void KeyPrompt::showAccepted(const QString &place)
{
    m_session->setVisible(false);
    m_page->setVisible(false);
    m_others->setVisible(false);
    m_field->clear();
    m_field->setVisible(false);
    m_use->setVisible(false);
    showWords(place, QPalette::WindowText);
}

void KeyPrompt::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

} // namespace pennyworth
