// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "transcript/linktarget.h"
#include "transcriptstage.h"

#include "support/sampleconversation.h"

#include <QLabel>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class LinkTargetTest : public QObject {
    Q_OBJECT

private slots:
    void opensOnlyWhatIsSafe_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("opens");
        QTest::newRow("http") << u"http://a.example/b?c#d"_s << true;
        QTest::newRow("https, in capitals") << u"HTTPS://a.example"_s << true;
        QTest::newRow("mail") << u"mailto:a@b.example"_s << true;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("a script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("data") << u"data:text/html,a"_s << false;
        QTest::newRow("no scheme") << u"a/b"_s << false;
        QTest::newRow("no host") << u"https:///a"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void opensOnlyWhatIsSafe()
    {
        QFETCH(QString, address);
        QFETCH(bool, opens);
        QCOMPARE(linkTarget(address, u"text"_s).url.isValid(), opens);
    }

    void seesDisguises_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("disguised");
        const auto row = [](const char *name, const QString &address, const QString &text,
                             bool disguised) {
            QTest::newRow(name) << address << text << disguised;
        };
        row("plain words", u"https://a.example"_s, u"read this"_s, false);
        row("its own address", u"https://a.example/b"_s, u"https://a.example/b"_s, false);
        row("its own host", u"https://www.a.example"_s, u"a.example"_s, false);
        row("another host", u"https://evil.example"_s, u"bank.example"_s, true);
        row("another address", u"https://evil.example"_s, u"https://bank.example/login"_s, true);
        row("a host as user name", u"https://bank.example@evil.example"_s, u"here"_s, true);
        row("a host with password", u"https://bank.example:443@evil.example"_s, u"here"_s, true);
        row("letters that look alike", u"https://\u0430pple.example"_s, u"here"_s, true);
        row("in their encoded form", u"https://xn--80ak6aa92e.example"_s, u"here"_s, true);
        row("turned around", u"https://a.example/\u202Egpj.exe"_s, u"here"_s, true);
        row("unseen characters", u"https://a\u200B.example"_s, u"here"_s, true);
        row("mail to whom it says", u"mailto:a@b.example"_s, u"a@b.example"_s, false);
        row("mail to another", u"mailto:a@evil.example"_s, u"a@b.example"_s, true);
        row("the example", u"http://b.com"_s, u"http://a.com"_s, true);
        row("a bank as user name", u"https://bank.com@evil.com"_s, u"https://bank.com"_s, true);
        row("behind a backslash", u"https://bank.example\\@evil.example"_s, u"here"_s, true);
        row("the name in a path", u"https://evil.example/bank.example"_s, u"bank.example"_s, true);
        row("the name as a part", u"https://bank.example.evil.example"_s, u"bank.example"_s, true);
        row("an address among words", u"https://evil.example"_s,
            u"see https://bank.example/login for it"_s, true);
        row("its own among words", u"https://a.example/b"_s, u"see https://a.example for it"_s,
            false);
        row("with a full stop", u"https://evil.example"_s, u"bank.example."_s, true);
        row("its own with a full stop", u"https://a.example"_s, u"a.example."_s, false);
        row("in quotes", u"https://evil.example"_s, u"“bank.example”"_s, true);
        row("the root's dot", u"https://a.example./b"_s, u"a.example"_s, false);
        row("with a port", u"https://evil.example:443"_s, u"bank.example:443"_s, true);
        row("its own with a port", u"https://a.example:8080/"_s, u"a.example:8080"_s, false);
        row("in full width", u"https://evil.example"_s, u"ｂａｎｋ．ｅｘａｍｐｌｅ"_s, true);
        row("with a Chinese full stop", u"https://evil.example"_s, u"bank。example"_s, true);
        row("percent signs in the host", u"https://%65vil.example"_s, u"bank.example"_s, true);
        row("its own in capitals", u"https://A.EXAMPLE"_s, u"a.example"_s, false);
        row("Greek in the host", u"https://\u03B1pple.example"_s, u"apple.example"_s, true);
        row("two scripts in a part", u"https://a.p\u0430ypal.example"_s, u"here"_s, true);
        row("Cyrillic in the text", u"https://apple.example"_s, u"\u0430pple.example"_s, true);
        row("umlauts, honestly", u"https://b\u00FCcher.example"_s, u"here"_s, true);
        row("umlauts in their encoded form", u"https://xn--bcher-kva.example"_s, u"here"_s, true);
        row("isolates", u"https://a.example/\u2066x\u2069"_s, u"here"_s, true);
        row("a soft hyphen", u"https://a\u00AD.example"_s, u"here"_s, true);
        row("a blank letter", u"https://a.example/\u3164"_s, u"here"_s, true);
        row("a space of no width", u"https://a.example/\uFEFF"_s, u"here"_s, true);
        row("a tag", u"https://a.example/\U000E0041"_s, u"here"_s, true);
        row("a tab", u"https://a.example/\tb"_s, u"here"_s, true);
        row("Chinese in the path", u"https://a.example/中文"_s, u"here"_s, false);
        row("an emoji in the path", u"https://a.example/\U0001F600"_s, u"here"_s, false);
        row("a version is no host", u"https://a.example/"_s, u"1.2"_s, false);
        row("a file name is no host", u"https://a.example/x"_s, u"see main.cpp for it"_s, false);
    }

    void seesDisguises()
    {
        QFETCH(QString, address);
        QFETCH(QString, text);
        QFETCH(bool, disguised);
        const LinkTarget target = linkTarget(address, text);
        QVERIFY2(target.isDisguised() == disguised || (disguised && !target.url.isValid()),
            qPrintable(target.warning));
        QVERIFY(!target.address.contains(QChar(0x202E)));
    }

    // However long the names before it are.
    void showsWhoOwnsAHost()
    {
        const QString address = u"https://bank.example."_s + u"secure."_s.repeated(60)
            + u"evil.example/"_s + u"path/"_s.repeated(60);
        const QFontMetrics metrics{QFont()};
        const QString shown = elidedAddress(linkTarget(address, {}), metrics, 400);
        QVERIFY(metrics.horizontalAdvance(shown) <= 400);
        QVERIFY2(shown.contains(u".evil.example/"_s), qPrintable(shown));
        QVERIFY(shown.startsWith(u"https://"_s));
    }

    void asksBeforeItOpensADisguise()
    {
        test::TranscriptStage stage;
        stage.model().setRows({test::answer(1, u"[bank.example](https://evil.example)"_s)});
        const QSignalSpy opened(&stage.view(), &TranscriptView::linkActivated);
        const QPoint place = stage.placeOf(0, u"bank"_s) + QPoint(4, 0);
        QTest::mouseClick(stage.view().viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(opened.count(), 0);
        const auto *label = stage.view().findChild<QLabel *>(u"linkAddress"_s);
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(u"evil.example"_s));
        QVERIFY(label->text().contains(u"Press again"_s));
        QTest::mouseClick(stage.view().viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(opened.count(), 1);
    }

    void showsControls()
    {
        const QString text = u"a\u202Eb\u2066c"_s;
        QCOMPARE(withVisibleControls(text), u"a\uFFFDb\uFFFDc"_s);
        QCOMPARE(withVisibleControls(u"\u0645\u200F"_s), u"\u0645\u200F"_s);
    }
};

PENNYWORTH_TEST(LinkTargetTest)

#include "tst_linktarget.moc"
