// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingswindow.h"

#include "chat/datatrash.h"
#include "chat/servicebook.h"
#include "chat/workspace.h"
#include "environment/paths.h"
#include "settings/datapage.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QStackedWidget>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class SettingsWindowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        m_room->providers.add(m_room->providers.demonstration(1));
        m_paths = std::make_unique<Paths>(m_room->home.path());
        m_trash = std::make_unique<DataTrash>(*m_paths, m_room->clock);
        m_book = std::make_unique<ServiceBook>(m_room->providers, m_paths->servicesFile());
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_main = std::make_unique<QWidget>();
        m_window = std::make_unique<SettingsWindow>(SettingsParts{.theme = m_themed->theme,
            .settings = m_themed->settings,
            .workspace = *m_workspace,
            .services = *m_book,
            .trash = *m_trash,
            .paths = *m_paths,
            .window = *m_main});
    }

    void cleanup()
    {
        m_window.reset();
        m_main.reset();
        m_workspace.reset();
        m_book.reset();
        m_trash.reset();
        m_paths.reset();
        m_room.reset();
        m_themed.reset();
    }

    void thePagesAreReachedByKeys()
    {
        m_window->showTopic(SettingsTopic::Services);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto *list = child<QListWidget>(*m_window, "settingsPages");
        QVERIFY(list->hasFocus());
        for (int page = 1; page < list->count(); ++page) {
            QTest::keyClick(list, Qt::Key_Down);
            QCOMPARE(child<QStackedWidget>(*m_window, "settingsStack")->currentIndex(), page);
        }
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }

    void everyControlHasAName()
    {
        m_window->show();
        auto *list = child<QListWidget>(*m_window, "settingsPages");
        for (int page = 0; page < list->count(); ++page) {
            list->setCurrentRow(page);
            for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
                const bool isInside = widget->parentWidget()->inherits("QComboBox")
                    || widget->parentWidget()->inherits("QLineEdit")
                    || widget->parentWidget()->inherits("QAbstractSpinBox");
                if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && !isInside
                    && !widget->inherits("QLabel"))
                    QVERIFY2(!widget->accessibleName().isEmpty(),
                        qPrintable(QString::fromLatin1(widget->metaObject()->className())
                            + widget->objectName()));
            }
        }
    }

    void theKeysAreThoseOfTheWindow()
    {
        auto *action = new QAction(u"Dance"_s, m_main.get());
        action->setShortcut(Qt::CTRL | Qt::Key_D);
        m_window->showTopic(SettingsTopic::Keyboard);
        const auto lines = [this] {
            QStringList names;
            for (const QLabel *label : m_window->findChildren<QLabel *>())
                names.append(label->accessibleName());
            return names;
        };
        QVERIFY(lines().contains(u"Dance: Ctrl+D"_s));
        QVERIFY(lines().contains(u"Send the message: Enter"_s));
        m_themed->settings.setSendKey(SendKey::ControlEnter);
        action->setShortcut(Qt::CTRL | Qt::Key_E);
        m_window->showTopic(SettingsTopic::About);
        m_window->showTopic(SettingsTopic::Keyboard);
        QVERIFY(lines().contains(u"Dance: Ctrl+E"_s));
        QVERIFY(lines().contains(u"Send the message: Ctrl+Enter"_s));
    }

    void privacySaysWhereThingsGo()
    {
        const QString before = text("addressees");
        QVERIFY(before.contains(u"DeepSeek: api.deepseek.com"_s));
        QVERIFY(before.contains(u"Ollama: 127.0.0.1:11434"_s));
        QVERIFY(!before.contains(u"Demonstration"_s));
        QVERIFY(m_book
                    ->setService({.id = u"bench"_s,
                        .name = u"Bench"_s,
                        .baseUrl = QUrl(u"https://bench.example/v1"_s)})
                    .hasValue());
        QVERIFY(text("addressees").contains(u"Bench: bench.example"_s));
        auto *choice = child<QComboBox>(*m_window, "notificationsChoice");
        QCOMPARE(choice->currentText(), u"With the conversation's title"_s);
        choice->setCurrentIndex(0);
        emit choice->activated(0);
        QCOMPARE(m_themed->settings.notifications(), Notifications::Off);
    }

    void dataSaysWhereItLies()
    {
        m_window->showTopic(SettingsTopic::Data);
        QCOMPARE(text("dataPlace"), m_paths->databaseFile());
        QVERIFY(text("dataSize").contains(u"kB on the disk"_s));
    }

    void everythingIsExported()
    {
        m_window->showTopic(SettingsTopic::Data);
        child<DataPage>(*m_window, "dataPage")->exportTo(m_room->home.path());
        QVERIFY(child<QAbstractButton>(*m_window, "cancelExportButton")->isVisible());
        QTRY_VERIFY(text("exportWords").startsWith(u"Everything is in "_s));
        const QStringList folders =
            QDir(m_room->home.path()).entryList({u"pennyworth-export-*"_s}, QDir::Dirs);
        QCOMPARE(folders.size(), 1);
        QVERIFY(
            QFile::exists(m_room->home.filePath(folders.constFirst() + u"/conversations.jsonl"_s)));
    }

    void deletingEverythingWaitsForARestartAndCanBeUndone()
    {
        m_window->showTopic(SettingsTopic::Data);
        auto *remove = child<QAbstractButton>(*m_window, "deleteEverythingButton");
        remove->click();
        QVERIFY(m_trash->hasRequest());
        QVERIFY(!remove->isVisible());
        child<QAbstractButton>(*m_window, "undoDeleteButton")->click();
        QVERIFY(!m_trash->hasRequest());
        QVERIFY(remove->isVisible());

        remove->click();
        QSignalSpy restarts(m_window.get(), &SettingsWindow::restartRequested);
        child<QAbstractButton>(*m_window, "restartToDeleteButton")->click();
        QCOMPARE(restarts.size(), 1);
        m_room->store.reset();
        QVERIFY(m_trash->apply().hasValue());
        m_window->hide();
        m_window->showTopic(SettingsTopic::Data);
        child<QAbstractButton>(*m_window, "bringBackButton")->click();
        QTRY_VERIFY(m_trash->hasRequest());
        QVERIFY(m_trash->apply().hasValue());
        QVERIFY(QFile::exists(m_paths->databaseFile()));
    }

    void theLicenceCanBeRead()
    {
        m_window->showTopic(SettingsTopic::About);
        child<QAbstractButton>(*m_window, "showLicenceButton")->click();
        QVERIFY(child<QPlainTextEdit>(*m_window, "licenceText")
                    ->toPlainText()
                    .contains(u"GNU GENERAL PUBLIC LICENSE"_s));
    }

    void aServiceIsShownAndAskedOnDemand()
    {
        m_window->showService(u"openrouter"_s, SettingsWindow::Ask::No);
        QCOMPARE(child<QComboBox>(*m_window, "serviceChoice")->currentText(), u"OpenRouter"_s);
        QVERIFY(m_room->transport.fetches().isEmpty());
        m_window->showService(u"ollama"_s, SettingsWindow::Ask::Yes);
        QTRY_COMPARE(m_room->transport.fetches().size(), 1);
    }

private:
    [[nodiscard]] QString text(const char *name) { return child<QLabel>(*m_window, name)->text(); }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Paths> m_paths;
    std::unique_ptr<DataTrash> m_trash;
    std::unique_ptr<ServiceBook> m_book;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<QWidget> m_main;
    std::unique_ptr<SettingsWindow> m_window;
};

PENNYWORTH_TEST(SettingsWindowTest)

#include "tst_settingswindow.moc"
