// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/autolinks.h"
#include "support/testregistry.h"

#include <QElapsedTimer>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class AutolinksTest : public QObject {
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("target");
        QTest::newRow("a web address") << u"see https://qt.io/x?a=1#b now"_s
                                       << u"https://qt.io/x?a=1#b"_s << u"https://qt.io/x?a=1#b"_s;
        QTest::newRow("without scheme")
            << u"www.commonmark.org/help"_s << u"www.commonmark.org/help"_s
            << u"http://www.commonmark.org/help"_s;
        QTest::newRow("the sentence's full stop is not part")
            << u"Visit www.qt.io/a.b."_s << u"www.qt.io/a.b"_s << u"http://www.qt.io/a.b"_s;
        QTest::newRow("nor a bracket around it")
            << u"(http://a.b/c(d))"_s << u"http://a.b/c(d)"_s << u"http://a.b/c(d)"_s;
        QTest::newRow("nor an entity behind it")
            << u"www.a.bc/?q=c&hl;"_s << u"www.a.bc/?q=c"_s << u"http://www.a.bc/?q=c"_s;
        QTest::newRow("Chinese around it")
            << u"见https://a.cn/文档。好"_s << u"https://a.cn/文档"_s << u"https://a.cn/文档"_s;
        QTest::newRow("a port") << u"http://localhost:8080/x"_s << u"http://localhost:8080/x"_s
                                << u"http://localhost:8080/x"_s;
        QTest::newRow("an e-mail address")
            << u"to foo.bar+x@mail.example.com."_s << u"foo.bar+x@mail.example.com"_s
            << u"mailto:foo.bar+x@mail.example.com"_s;
        QTest::newRow("an underscore in the domain") << u"www.a_b.com"_s << QString() << QString();
        QTest::newRow("nothing behind the scheme") << u"https:// there"_s << QString() << QString();
        QTest::newRow("no domain behind the at sign") << u"a@b and @c"_s << QString() << QString();
        QTest::newRow("in the middle of a word") << u"xhttp://a.b"_s << QString() << QString();
        QTest::newRow("another scheme")
            << u"javascript://a.b file:///etc"_s << QString() << QString();
    }

    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QFETCH(QString, target);
        const QList<Autolink> links = findAutolinks(text);
        QCOMPARE(links.size(), shown.isEmpty() ? 0 : 1);
        if (!links.isEmpty()) {
            QCOMPARE(text.mid(links.first().start, links.first().length), shown);
            QCOMPARE(links.first().target, target);
        }
    }

    void isLinear_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("www. with bad domains") << u"www.a_b_"_s;
        QTest::newRow("schemes") << u"http://"_s;
        QTest::newRow("at signs") << u"a@"_s;
        QTest::newRow("brackets") << u"http://a)("_s;
        QTest::newRow("entities") << u"http://a&b;"_s;
    }

    void isLinear()
    {
        QFETCH(QString, piece);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(findAutolinks(piece.repeated(200'000 / piece.size())).size() >= 0);
        QCOMPARE_LT(timer.elapsed(), 10'000); // ms; what is quadratic takes minutes
    }
};

PENNYWORTH_TEST(AutolinksTest)

#include "tst_autolinks.moc"
