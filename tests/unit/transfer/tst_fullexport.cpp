// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/fullexport.h"

#include "samples.h"
#include "support/awaited.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class FullExportTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Store>(file());
        QVERIFY(awaited(m_store->open()).hasValue());
    }

    void cleanup()
    {
        m_store.reset();
        m_home.reset();
    }

    void everyLineIsOneObject()
    {
        const CommittedTurn first = *awaited(m_store->beginTurn(sampleTurn()));
        const Message reply = test::finished(first, u"All \"of\" it\n彩虹"_s);
        QVERIFY(awaited(m_store->finishReply(reply, sampleSettlement(first.request))).hasValue());
        QVERIFY(awaited(m_store->beginTurn(nextTurn(first, launchDay()))).hasValue());
        // A deleted conversation leaves its requests.
        const CommittedTurn gone = *awaited(m_store->beginTurn(sampleTurn()));
        QVERIFY(awaited(m_store->removeConversation(gone.conversation)).hasValue());

        const QString folder = exported();
        const QList<QJsonObject> conversations = lines(folder + u"/conversations.jsonl"_s);
        QCOMPARE(conversations.size(), 1);
        QCOMPARE(conversations.constFirst()[u"id"].toInteger(), first.conversation.value);
        QCOMPARE(
            conversations.constFirst()[u"settings"][u"model"].toString(), sampleSettings().model);
        const QList<QJsonObject> messages = lines(folder + u"/messages.jsonl"_s);
        QCOMPARE(messages.size(), 4);
        QVERIFY(messages.at(0)[u"parent"].isNull());
        QCOMPARE(messages.at(1)[u"parent"].toInteger(), messages.at(0)[u"id"].toInteger());
        QCOMPARE(messages.at(1)[u"text"].toString(), u"All \"of\" it\n彩虹"_s);
        const QList<QJsonObject> requests = lines(folder + u"/requests.jsonl"_s);
        QCOMPARE(requests.size(), 3);
        QCOMPARE(requests.at(0)[u"amount"].toString(), u"0.000123"_s);
        QVERIFY(requests.at(1)[u"amount"].isNull());
    }

    void whatBecameOfAConversationIsInIt()
    {
        const CommittedTurn turn = *awaited(m_store->beginTurn(sampleTurn()));
        QVERIFY(awaited(m_store->setContextStart(turn.conversation, turn.reply.id)).hasValue());
        QVERIFY(awaited(m_store->setPinned(turn.conversation, true)).hasValue());
        QVERIFY(awaited(m_store->trashConversation(turn.conversation)).hasValue());
        const QString folder = exported();
        const QJsonObject kept = lines(folder + u"/conversations.jsonl"_s).value(0);
        QCOMPARE(kept[u"context_start"].toInteger(), turn.reply.id.value);
        QCOMPARE(kept[u"pinned"].toInt(), 1);
        QCOMPARE(kept[u"unread"].toInt(), 0);
        QVERIFY(kept[u"trashed"].toString().endsWith(u'Z'));
        const QJsonObject message = lines(folder + u"/messages.jsonl"_s).value(0);
        QVERIFY(message[u"summarises"].isNull() && message.contains(u"summarises"_s));
    }

    void manyRowsComeInTheirOrder()
    {
        constexpr int kMany = 450;
        for (int i = 0; i < kMany; ++i)
            QVERIFY(awaited(m_store->addRequest(sampleRequest())).hasValue());
        const QList<QJsonObject> requests = lines(exported() + u"/requests.jsonl"_s);
        QCOMPARE(requests.size(), kMany);
        for (int i = 1; i < kMany; ++i)
            QCOMPARE(requests.at(i)[u"id"].toInteger(), requests.at(i - 1)[u"id"].toInteger() + 1);
    }

    void whatIsCancelledLeavesNothing()
    {
        for (int i = 0; i < 20; ++i)
            QVERIFY(awaited(m_store->beginTurn(sampleTurn())).hasValue());
        FullExport run(file());
        QSignalSpy failed(&run, &FullExport::failed);
        run.start(m_home->filePath(u"out"_s));
        run.cancel();
        QVERIFY(failed.wait());
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::Cancelled);
        QVERIFY(!run.isRunning());
        QCOMPARE(QDir(m_home->path()).entryList({u"out*"_s}), QStringList());
    }

    void aFolderThatExistsIsNotTouched()
    {
        QVERIFY(QDir().mkpath(m_home->filePath(u"out"_s)));
        FullExport run(file());
        QSignalSpy failed(&run, &FullExport::failed);
        run.start(m_home->filePath(u"out"_s));
        QVERIFY(failed.wait());
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::FileFailed);
    }

    void aMissingDatabaseIsSaid()
    {
        FullExport run(m_home->filePath(u"none.sqlite"_s));
        QSignalSpy failed(&run, &FullExport::failed);
        run.start(m_home->filePath(u"out"_s));
        QVERIFY(failed.wait());
        QCOMPARE(QDir(m_home->path()).entryList({u"out*"_s}), QStringList());
    }

private:
    [[nodiscard]] QString file() const { return m_home->filePath(u"pennyworth.sqlite"_s); }

    QString exported()
    {
        FullExport run(file());
        QSignalSpy finished(&run, &FullExport::finished);
        QSignalSpy progressed(&run, &FullExport::progressed);
        run.start(m_home->filePath(u"out"_s));
        if (!finished.wait() || progressed.isEmpty())
            return {};
        return finished.constFirst().constFirst().toString();
    }

    static QList<QJsonObject> lines(const QString &name)
    {
        QFile in(name);
        QList<QJsonObject> objects;
        if (!in.open(QIODevice::ReadOnly))
            return objects;
        while (!in.atEnd())
            objects.append(QJsonDocument::fromJson(in.readLine()).object());
        return objects;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Store> m_store;
};

PENNYWORTH_TEST(FullExportTest)

#include "tst_fullexport.moc"
