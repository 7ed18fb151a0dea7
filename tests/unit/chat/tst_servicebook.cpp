// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/servicebook.h"

#include "support/quoted.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ServiceBookTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void aServiceOfOnesOwnComesBack()
    {
        QSignalSpy changed(m_book.get(), &ServiceBook::changed);
        QVERIFY(m_book->setService(bench()).hasValue());
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_book->isOwn(u"bench"_s));
        open();
        Provider own = bench();
        own.isOwn = true;
        QCOMPARE(*m_catalog.find(u"bench"_s), own);
        QCOMPARE(m_catalog.providers().constLast().id, u"bench"_s);
    }

    void aServiceIsRemovedAndBroughtBack()
    {
        QVERIFY(m_book->setService(bench()).hasValue());
        QVERIFY(m_book->removeService(u"bench"_s).hasValue());
        QVERIFY(!m_catalog.contains(u"bench"_s));
        QVERIFY(m_book->setService(bench()).hasValue());
        QVERIFY(m_catalog.contains(u"bench"_s));
    }

    void aBuiltInServiceIsNotReplaced()
    {
        Provider imposter = bench();
        imposter.id = u"deepseek"_s;
        QCOMPARE(m_book->setService(imposter).error().kind, ErrorKind::InvalidValue);
        QCOMPARE(m_catalog.find(u"deepseek"_s)->baseUrl.host(), u"api.deepseek.com"_s);
    }

    void offeredModelsKeepWhatIsKnownOfThem()
    {
        const QList<Model> offered{
            {.id = u"deepseek-v4-pro"_s}, {.id = u"deepseek-next"_s, .name = u"Next"_s}};
        QVERIFY(m_book->setOfferedModels(u"deepseek"_s, offered).hasValue());
        open();
        const Provider deepseek = *m_catalog.find(u"deepseek"_s);
        QCOMPARE(deepseek.models.at(0).name, u"DeepSeek V4 Pro"_s);
        QCOMPARE(deepseek.models.at(1).name, u"Next"_s);
        QVERIFY(!deepseek.findModel(u"deepseek-flash"_s));
        QVERIFY(deepseek.findModel(u"deepseek-chat"_s)->retired);
    }

    void newConversationsStartAsChosen()
    {
        QCOMPARE(m_catalog.startingSettings(u"deepseek"_s).model, u"deepseek-flash"_s);
        const GenerationSettings chosen{.provider = u"deepseek"_s,
            .model = u"deepseek-v4-pro"_s,
            .systemPrompt = u"Be brief."_s,
            .thinking = Thinking::Off,
            .temperatureHundredths = 70};
        QVERIFY(m_book->setDefaults(chosen).hasValue());
        open();
        QCOMPARE(m_catalog.startingSettings(u"deepseek"_s), chosen);
        QCOMPARE(m_catalog.startingSettings(u"openai"_s).model, u"gpt-5-mini"_s);
    }

    void anUnreadableFileIsSetAsideAndNotLost()
    {
        QVERIFY(m_book->setService(bench()).hasValue());
        write("{ \"services\": [ oops");
        open();
        QCOMPARE(m_loaded.error().kind, ErrorKind::InvalidValue);
        QVERIFY(m_loaded.error().detail.contains(file()));
        QVERIFY(!m_catalog.contains(u"bench"_s));
        QVERIFY(m_catalog.contains(u"deepseek"_s));
        QCOMPARE(read(file()), QByteArray("{ \"services\": [ oops"));

        QVERIFY(m_book->setService(bench()).hasValue());
        QCOMPARE(read(file() + u".unreadable"_s), QByteArray("{ \"services\": [ oops"));
        open();
        QVERIFY(m_loaded.hasValue());
        QVERIFY(m_catalog.contains(u"bench"_s));
    }

    void aFileThatClaimsABuiltInServiceIsRefused()
    {
        write(quoted("{'services':[{'id':'openai','name':'X','baseUrl':'http://evil.example/'}]}"));
        open();
        QVERIFY(m_loaded.error().detail.contains(u"openai is a built-in service"_s));
        QCOMPARE(m_catalog.find(u"openai"_s)->baseUrl.host(), u"api.openai.com"_s);
    }

    void nothingChangesWhereNothingCanBeWritten()
    {
        QFile blocker(m_folder->filePath(u"blocked"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        ProviderCatalog catalog = ProviderCatalog::builtIn().value();
        ServiceBook book(catalog, m_folder->filePath(u"blocked/services.json"_s));
        QCOMPARE(book.setService(bench()).error().kind, ErrorKind::FileFailed);
        QVERIFY(!catalog.contains(u"bench"_s));
    }

    void idsAreMadeFromNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("words") << u"Bench Box 2"_s << u"bench-box-2"_s;
        QTest::newRow("a built-in name") << u"DeepSeek"_s << u"deepseek-2"_s;
        QTest::newRow("nothing of ASCII") << u"小盒子"_s << u"service"_s;
        QTest::newRow("what --base-url names") << u"custom"_s << u"custom-2"_s;
    }

    void idsAreMadeFromNames()
    {
        QFETCH(QString, name);
        QTEST(m_book->freeId(name), "id");
    }

private:
    static Provider bench()
    {
        return {.id = u"bench"_s,
            .name = u"Bench"_s,
            .baseUrl = QUrl(u"http://127.0.0.1:9/v1"_s),
            .needsKey = false};
    }

    void open()
    {
        m_catalog = ProviderCatalog::builtIn().value();
        m_book = std::make_unique<ServiceBook>(m_catalog, file());
        m_loaded = m_book->load();
    }

    [[nodiscard]] QString file() const { return m_folder->filePath(u"config/services.json"_s); }
    void write(const QByteArray &text)
    {
        QFile out(file());
        QVERIFY(QDir().mkpath(m_folder->filePath(u"config"_s)));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    static QByteArray read(const QString &name)
    {
        QFile in(name);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ProviderCatalog m_catalog;
    std::unique_ptr<ServiceBook> m_book;
    Result<Done> m_loaded = Done{};
};

PENNYWORTH_TEST(ServiceBookTest)

#include "tst_servicebook.moc"
