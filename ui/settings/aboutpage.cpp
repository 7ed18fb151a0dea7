// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/aboutpage.h"

#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFile>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>

#include <array>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// Something this program is made with, under its SPDX licence.
struct Part {
    QLatin1StringView name;
    QLatin1StringView licence;
    QLatin1StringView address;
};

constexpr std::array<Part, 6> kParts{{
    {"Qt"_L1, "LGPL-3.0-only"_L1, "qt.io"_L1},
    {"QtKeychain"_L1, "BSD-3-Clause"_L1, "github.com/frankosterfeld/qtkeychain"_L1},
    {"cmark-gfm"_L1, "BSD-2-Clause"_L1, "github.com/github/cmark-gfm"_L1},
    {"SQLite"_L1, "blessing"_L1, "sqlite.org"_L1},
    {"MathJax"_L1, "Apache-2.0"_L1, "mathjax.org"_L1},
    {"highlight.js"_L1, "BSD-3-Clause"_L1, "highlightjs.org"_L1},
}};

constexpr int kLicenceHeight = 280;

} // namespace

AboutPage::AboutPage(const Theme &theme, QWidget *parent)
    : SettingsPage(theme, tr("About"), parent)
{
    SettingsCard *card = addCard();
    auto *version = new QLabel(
        //: %1 is a version such as 1.2, %2 Qt's
        tr("Pennyworth %1, on Qt %2")
            .arg(QCoreApplication::applicationVersion(), QLatin1StringView(qVersion())));
    version->setObjectName(u"versionLabel"_s);
    version->setTextFormat(Qt::PlainText);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->addWide(version);
    card->addWide(makeNote(theme,
        tr("Chat with language models and know what it costs. Free software: you may use, study, "
           "share and change it under the GNU General Public License, version 3 or later. It comes "
           "without any warranty.")));
    addParts();
    addLicence();
}

void AboutPage::addParts()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * metrics::kGrid);
    grid->setVerticalSpacing(metrics::kHalf + 2);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const Part &part : kParts) {
        grid->addWidget(new QLabel(part.name), row, 0);
        grid->addWidget(makeNote(theme(), part.licence), row, 1);
        grid->addWidget(makeNote(theme(), part.address), row, 2);
        ++row;
    }
    addCard(tr("Made with"))->addWide(grid);
    addText(tr("The texts of these licences come with the parts and stand at their addresses."));
}

void AboutPage::addLicence()
{
    auto *show = new Button(theme(), ButtonKind::Outlined, tr("Show the licence"));
    show->setObjectName(u"showLicenceButton"_s);
    show->setAccessibleName(show->text());
    auto *text = new QPlainTextEdit;
    text->setObjectName(u"licenceText"_s);
    text->setAccessibleName(tr("GNU General Public License"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setFixedHeight(kLicenceHeight);
    text->setVisible(false);
    connect(show, &Button::clicked, text, [show, text] {
        QFile file(u":/pennyworth/LICENSE"_s);
        if (file.open(QIODevice::ReadOnly))
            text->setPlainText(QString::fromUtf8(file.readAll()));
        text->setVisible(true);
        show->setVisible(false);
        text->setFocus(Qt::OtherFocusReason);
    });
    auto *row = new QHBoxLayout;
    row->addWidget(show);
    row->addStretch(1);
    SettingsCard *card = addCard(tr("Licence"));
    card->addWide(row);
    card->addWide(text);
}

} // namespace pennyworth

#include "moc_aboutpage.cpp"
