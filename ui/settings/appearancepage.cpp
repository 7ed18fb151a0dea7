// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/appearancepage.h"

#include "settings/choice.h"
#include "theme/button.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QSignalBlocker>
#include <QSpinBox>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSmallestZoom = 50;
constexpr int kLargestZoom = 300;
constexpr int kZoomStep = 10;
constexpr int kZoomWidth = 152; // as the fields above and below it

} // namespace

AppearancePage::AppearancePage(Theme &theme, Settings &settings, QWidget *parent)
    : SettingsPage(theme, tr("Appearance"), parent)
    , m_theme(theme)
    , m_settings(settings)
{
    addColours();
    addText();
    addCode();
    addLanguage();
    addKeys();
}

void AppearancePage::addColours()
{
    auto *colours = new Choice<ThemeChoice>;
    colours->setObjectName(u"themeChoice"_s);
    colours->add(tr("As the desktop"), ThemeChoice::Desktop);
    colours->add(tr("Light"), ThemeChoice::Light);
    colours->add(tr("Dark"), ThemeChoice::Dark);
    colours->add(tr("High contrast"), ThemeChoice::HighContrast);
    colours->choose(m_settings.theme());
    connect(colours, &QComboBox::activated, this,
        [this, colours] { m_theme.setChoice(colours->chosen()); });

    auto *density = new Choice<Density>;
    density->setObjectName(u"densityChoice"_s);
    density->add(tr("Comfortable"), Density::Comfortable);
    density->add(tr("Compact"), Density::Compact);
    density->choose(m_settings.density());
    connect(density, &QComboBox::activated, this,
        [this, density] { m_theme.setDensity(density->chosen()); });

    SettingsCard *card = addCard();
    card->addRow(tr("Colours"), {}, colours);
    card->addRow(tr("Density"), tr("How much room the list of conversations leaves."), density);
}

void AppearancePage::addText()
{
    m_zoom = new QSpinBox;
    m_zoom->setObjectName(u"textZoom"_s);
    m_zoom->setRange(kSmallestZoom, kLargestZoom);
    m_zoom->setSingleStep(kZoomStep);
    m_zoom->setMinimumWidth(kZoomWidth);
    //: behind a number in a field: per cent
    m_zoom->setSuffix(tr(" %"));
    m_zoom->setKeyboardTracking(false);
    m_zoom->setValue(m_settings.textZoom());
    connect(m_zoom, &QSpinBox::valueChanged, this, [this](int percent) {
        m_settings.setTextZoom(percent);
        emit changed();
    });
    addCard()->addRow(tr("Size of text in conversations"),
        tr("The rest of the interface follows the desktop."), m_zoom);
}

void AppearancePage::addCode()
{
    auto *wrap = new QCheckBox;
    wrap->setObjectName(u"wrapCode"_s);
    wrap->setChecked(m_settings.isCodeWrapped());
    connect(wrap, &QCheckBox::toggled, this, [this](bool wrapped) {
        m_settings.setCodeWrapped(wrapped);
        emit changed();
    });
    auto *numbers = new QCheckBox;
    numbers->setObjectName(u"numberCode"_s);
    numbers->setChecked(m_settings.hasCodeNumbers());
    connect(numbers, &QCheckBox::toggled, this, [this](bool shown) {
        m_settings.setCodeNumbers(shown);
        emit changed();
    });
    SettingsCard *card = addCard();
    card->addRow(tr("Wrap long lines of code"),
        tr("Otherwise they scroll sideways. Each block can be switched in its header."), wrap);
    card->addRow(tr("Number the lines of code"), {}, numbers);
}

void AppearancePage::addLanguage()
{
    auto *languages = new Choice<QString>;
    languages->setObjectName(u"languageChoice"_s);
    languages->add(tr("As the desktop"), {});
    languages->add(u"English"_s, u"en"_s); // each in its own name
    languages->add(u"简体中文"_s, u"zh_CN"_s);
    languages->choose(m_settings.language());
    auto *restart = new Button(theme(), ButtonKind::Outlined, tr("Restart now"));
    restart->setObjectName(u"restartButton"_s);
    restart->setAccessibleName(restart->text());
    restart->setVisible(false);
    connect(restart, &Button::clicked, this, &AppearancePage::restartRequested);
    connect(languages, &QComboBox::activated, this,
        [this, languages, restart, before = m_settings.language()] {
            m_settings.setLanguage(languages->chosen());
            restart->setVisible(languages->chosen() != before);
        });
    SettingsCard *card = addCard();
    card->addRow(tr("Language"), tr("Takes effect with the next start."), languages);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(restart);
    card->addWide(row);
}

void AppearancePage::addKeys()
{
    auto *keys = new Choice<SendKey>;
    keys->setObjectName(u"sendKeyChoice"_s);
    keys->add(tr("Enter"), SendKey::Enter);
    keys->add(tr("Ctrl+Enter"), SendKey::ControlEnter);
    keys->choose(m_settings.sendKey());
    connect(keys, &QComboBox::activated, this, [this, keys] {
        m_settings.setSendKey(keys->chosen());
        emit changed();
    });
    addCard()->addRow(tr("A message is sent by"),
        tr("With Enter, Shift+Enter breaks the line; with Ctrl+Enter, Enter does."), keys);
}

void AppearancePage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    // Ctrl + and - in a conversation change it, too.
    const QSignalBlocker blocker(m_zoom);
    m_zoom->setValue(m_settings.textZoom());
}

} // namespace pennyworth

#include "moc_appearancepage.cpp"
