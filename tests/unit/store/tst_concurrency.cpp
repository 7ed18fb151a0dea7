// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/writer.h"
#include "support/awaited.h"
#include "support/testregistry.h"

#include <QProcess>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Several stores on one file, as the window and the command line are.
class ConcurrencyTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"pennyworth.sqlite"_s);
    }

    void manyMayMakeTheFileAtOnce()
    {
        constexpr int kStores = 8;
        std::vector<std::unique_ptr<Store>> stores;
        stores.reserve(kStores);
        QList<QFuture<Result<Done>>> opened;
        opened.reserve(kStores);
        for (int i = 0; i < kStores; ++i) {
            stores.push_back(std::make_unique<Store>(m_file));
            opened.append(stores.back()->open());
        }
        for (const QFuture<Result<Done>> &future : std::as_const(opened)) {
            const Result<Done> done = awaited(future);
            QVERIFY2(done.hasValue(), done.hasError() ? qPrintable(done.error().detail) : "");
        }
    }

    void twoWritersHarmEachOtherNot()
    {
        Store first(m_file);
        Store second(m_file);
        QVERIFY(awaited(first.open()).hasValue());
        QVERIFY(awaited(second.open()).hasValue());
        constexpr int kTurns = 100;
        QList<QFuture<Result<CommittedTurn>>> turns;
        turns.reserve(2 * kTurns);
        for (int i = 0; i < kTurns; ++i) {
            turns.append(first.beginTurn(sampleTurn()));
            turns.append(second.beginTurn(sampleTurn()));
        }
        QSet<ConversationId> conversations;
        for (const QFuture<Result<CommittedTurn>> &turn : std::as_const(turns)) {
            const Result<CommittedTurn> committed = awaited(turn);
            QVERIFY(committed.hasValue());
            conversations.insert(committed->conversation);
        }
        QCOMPARE(conversations.size(), 2 * kTurns);
        QCOMPARE(awaited(first.conversations())->size(), 2 * kTurns);
    }

    void aSecondProcessHarmsNothing()
    {
        Store store(m_file);
        QVERIFY(awaited(store.open()).hasValue());
        const CommittedTurn turn = awaited(store.beginTurn(sampleTurn())).value();
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(QStringLiteral(PENNYWORTH_BIN_DIR "/store_writer"), {m_file});
        QTRY_VERIFY_WITH_TIMEOUT(other.bytesAvailable() > 0, 20000);
        QString expected;
        constexpr int kPieces = 1000;
        QList<QFuture<Result<Done>>> written;
        written.reserve(kPieces);
        for (int i = 0; i < kPieces; ++i) {
            written.append(store.appendJournal(turn.reply.id, QString::number(i), {}));
            expected += QString::number(i);
        }
        for (const QFuture<Result<Done>> &future : std::as_const(written))
            QVERIFY(awaited(future).hasValue());
        QCOMPARE(awaited(store.messages(turn.conversation))->last().text, expected);
        QCOMPARE(other.state(), QProcess::Running);
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY(awaited(store.finishReply(finished(turn, expected), sampleSettlement(turn.request)))
                    .hasValue());
        QCOMPARE(awaited(store.conversations())->size(), 2);
    }

    void aWriteOfAnotherIsNoticed()
    {
        Store window(m_file);
        Store terminal(m_file);
        QVERIFY(awaited(window.open()).hasValue());
        QVERIFY(awaited(terminal.open()).hasValue());
        QSignalSpy elsewhere(&window, &Store::changedElsewhere);
        QSignalSpy ownElsewhere(&terminal, &Store::changedElsewhere);
        QTRY_VERIFY(elsewhere.count() > 0); // the other one came
        elsewhere.clear();
        QVERIFY(awaited(terminal.beginTurn(sampleTurn())).hasValue());
        QTRY_COMPARE(elsewhere.count(), 1);
        QCOMPARE(ownElsewhere.count(), 0);
    }

    void onlyCommitsOfOthersAreForeign()
    {
        const SystemClock clock;
        Writer own(m_file, clock, nullptr);
        Writer other(m_file, clock, nullptr);
        QVERIFY(own.open().hasValue());
        QVERIFY(!own.noticeForeignCommits());
        QVERIFY(other.open().hasValue());
        QVERIFY(own.noticeForeignCommits());
        QVERIFY(!own.noticeForeignCommits());
        QVERIFY(own.beginTurn(sampleTurn()).hasValue());
        QVERIFY(!own.noticeForeignCommits());
        QVERIFY(other.noticeForeignCommits());
        QVERIFY(other.beginTurn(sampleTurn()).hasValue());
        QVERIFY(own.beginTurn(sampleTurn()).hasValue());
        QVERIFY(own.noticeForeignCommits());
    }
};

PENNYWORTH_TEST(ConcurrencyTest)

#include "tst_concurrency.moc"
