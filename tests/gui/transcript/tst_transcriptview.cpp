// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "theme/theme.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <QClipboard>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class TranscriptViewTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_home.filePath(u"settings.ini"_s));
        m_theme = std::make_unique<Theme>(*m_settings);
        m_model = std::make_unique<MessageListModel>();
        m_view = std::make_unique<TranscriptView>(*m_theme);
        m_view->setModel(m_model.get());
        m_view->resize(800, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void hasItsHandles()
    {
        QCOMPARE(m_view->objectName(), u"transcript"_s);
        QCOMPARE(m_view->accessibleName(), u"Conversation"_s);
    }

    void opensAtTheEnd()
    {
        m_model->setRows(test::longConversation(200));
        const QRect last = m_view->messageRect(199);
        QVERIFY(m_view->follows());
        QCOMPARE_LE(last.bottom(), m_view->viewport()->height());
        QCOMPARE_GE(last.bottom(), m_view->viewport()->height() - 40);
    }

    void setsTextInACenteredColumn()
    {
        m_view->resize(1400, 600);
        m_model->setRows(test::longConversation(2));
        const QRect message = m_view->messageRect(1);
        QCOMPARE(message.width(), 760);
        QCOMPARE_LE(std::abs(message.center().x() - m_view->viewport()->rect().center().x()), 1);
    }

    // The first visible line of text stays on its pixel while rows come before it and heights turn
    // out different.
    void neverMovesWhatIsRead()
    {
        const QList<MessageRow> all = test::longConversation(300);
        m_model->setRows(all.mid(100));
        QVERIFY(m_view->messageRect(199).isValid());
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
        const int row = m_view->rowAt({10, 300});
        const MessageId read = m_model->row(row).id;
        const int y = m_view->messageRect(row).top();
        m_model->setRows(all);
        QCOMPARE(m_view->messageRect(m_model->rowOf(read)).top(), y);
        m_model->updateRow(test::answer(all.last().id.value, u"short now"_s));
        QCOMPARE(m_view->messageRect(m_model->rowOf(read)).top(), y);
        m_model->setRows(all.mid(0, 290));
        QCOMPARE(m_view->messageRect(m_model->rowOf(read)).top(), y);
    }

    void scrollsByExactlyWhatIsAsked()
    {
        m_model->setRows(test::longConversation(300));
        QCOMPARE_GE(m_view->messageRect(299).top(), -100'000);
        for (int i = 0; i < 40; ++i) {
            const int row = m_view->rowAt({10, 10});
            const int y = m_view->messageRect(row).top();
            QTest::keyClick(m_view.get(), Qt::Key_PageUp);
            const int moved = m_view->messageRect(row).top() - y;
            QCOMPARE(moved, 600 - 2 * 21);
        }
    }

    void followsByIntent()
    {
        QList<MessageRow> rows = test::longConversation(20);
        rows += test::prompt(21, u"go on"_s);
        rows += test::answer(22, u"streams"_s, MessageStatus::Streaming);
        m_model->setRows(rows);
        stream({22}, 60);
        QTRY_VERIFY(isAtEnd());

        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
        QVERIFY(!m_view->follows());
        const int row = m_view->rowAt({10, 10});
        const int y = m_view->messageRect(row).top();
        auto *jump = m_view->findChild<QPushButton *>(u"jumpToLatest"_s);
        QVERIFY(jump->isVisible());
        const int range = m_view->verticalScrollBar()->maximum();
        stream({22}, 60);
        QTRY_COMPARE_GT(m_view->verticalScrollBar()->maximum(), range);
        QCOMPARE(m_view->messageRect(row).top(), y);

        jump->click();
        QVERIFY(m_view->follows());
        QVERIFY(isAtEnd());
        QVERIFY(!jump->isVisible());
    }

    void startsToFollowAgainAtTheEnd()
    {
        m_model->setRows(test::longConversation(50));
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
        QVERIFY(!m_view->follows());
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QVERIFY(m_view->follows());
    }

    void copiesCodeByItsButton()
    {
        m_model->setRows({test::prompt(1, u"a"_s),
            test::answer(2, u"x\n\n```cpp\nint a;\n\tint b;\n```\n\ny"_s)});
        press(1, TranscriptControl::Kind::CopyCode);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"int a;\n\tint b;"_s);
    }

    void copiesAMessageInThreeForms()
    {
        m_model->setRows({test::prompt(1, u"a"_s), test::answer(2, u"x **y** [z](http://w)"_s)});
        press(1, TranscriptControl::Kind::Copy);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), u"x y z"_s);
        QCOMPARE(QString::fromUtf8(data->data(u"text/markdown"_s)), u"x **y** [z](http://w)"_s);
        QCOMPARE(data->html(), u"<p>x <strong>y</strong> <a href=\"http://w\">z</a></p>\n"_s);
    }

private:
    void stream(MessageId id, int steps)
    {
        for (int i = 0; i < steps; ++i)
            m_model->appendTail(id, u"Some more words of an answer.\n\n"_s, QString());
    }

    bool isAtEnd() const
    {
        return m_view->verticalScrollBar()->value() == m_view->verticalScrollBar()->maximum();
    }

    void press(int row, TranscriptControl::Kind kind)
    {
        const QPoint origin = m_view->messageRect(row).topLeft();
        for (const TranscriptControl &control : m_view->controls(row)) {
            if (control.kind == kind) {
                QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                    origin + control.rect.center().toPoint());
                return;
            }
        }
        QFAIL("there is no such control");
    }

    QTemporaryDir m_home;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MessageListModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
};

PENNYWORTH_TEST(TranscriptViewTest)

#include "tst_transcriptview.moc"
