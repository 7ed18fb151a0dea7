// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "support/testregistry.h"
#include "theme/icons.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_theme = std::make_unique<Theme>(*m_settings);
        m_theme->install(*qApp);
    }

    void cleanup()
    {
        // The style refers to the theme.
        QApplication::setStyle(u"fusion"_s);
    }

    void canBeForced_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::addColumn<QColor>("surface");
        QTest::newRow("light") << ThemeChoice::Light << Palette::light().surface;
        QTest::newRow("dark") << ThemeChoice::Dark << Palette::dark().surface;
        QTest::newRow("high contrast")
            << ThemeChoice::HighContrast << Palette::highContrast().surface;
    }

    void canBeForced()
    {
        QFETCH(ThemeChoice, choice);
        const QSignalSpy changed(m_theme.get(), &Theme::changed);
        m_theme->setChoice(choice);
        QTEST(m_theme->palette().surface, "surface");
        QTEST(QApplication::palette().color(QPalette::Window), "surface");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_settings->theme(), choice);
    }

    void startsAsTheDesktopLastWanted()
    {
        m_settings->setDesktopTheme(ThemeChoice::Dark);
        Theme next(*m_settings);
        next.install(*qApp);
        QCOMPARE(next.palette(), Palette::dark());
        QApplication::setStyle(u"fusion"_s);
    }

    void aForcedThemeIsNotMovedByTheDesktop()
    {
        m_settings->setDesktopTheme(ThemeChoice::Dark);
        m_theme->setChoice(ThemeChoice::Light);
        QCOMPARE(m_theme->palette(), Palette::light());
    }

    void textGrowsFromCaptionToFigure()
    {
        const auto pixels = [this](TextSize size) { return m_theme->font(size).pixelSize(); };
        QVERIFY(pixels(TextSize::Caption) < pixels(TextSize::Interface));
        QVERIFY(pixels(TextSize::Interface) < pixels(TextSize::Body));
        QVERIFY(pixels(TextSize::Body) < pixels(TextSize::Figure));
    }

    void iconsTakeTheColourOfTheTheme()
    {
        const QIcon icon = themedIcon(*m_theme, Glyph::Stop);
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->setChoice(choice);
            const QImage drawn = icon.pixmap(20, 20).toImage();
            QCOMPARE(drawn.pixelColor(10, 10), m_theme->palette().text);
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

PENNYWORTH_TEST(ThemeTest)

#include "tst_theme.moc"
