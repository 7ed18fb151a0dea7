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
