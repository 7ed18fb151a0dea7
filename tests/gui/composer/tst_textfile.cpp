// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/textfile.h"

#include "support/testregistry.h"

#include <QFile>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class TextFileTest : public QObject {
    Q_OBJECT

private slots:
    void readsEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
            QTest::newRow(name) << bytes << text;
        };
        row("nothing", {}, {});
        row("UTF-8", "na\xC3\xAFve \xE5\xA4\xA9", u"naïve 天"_s);
        row("UTF-8 with a mark", "\xEF\xBB\xBFx", u"x"_s);
        row("UTF-16, little end first", QByteArray("\xFF\xFEx\0\x29\x59", 6), u"x天"_s);
        row("UTF-16, big end first", QByteArray("\xFE\xFF\0x", 4), u"x"_s);
        row("Latin-1", "na\xEFve", u"naïve"_s);
        row("line ends", "a\r\nb\rc\n", u"a\nb\nc\n"_s);
        row("tabs and colours of a terminal", "\ta \x1B[31mb\f", u"\ta \u001B[31mb\f"_s);
    }

    void readsEncodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(textOf(bytes).value_or(u"no text"_s), text);
    }

    void knowsWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n");
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("a program") << QByteArray("\x7F"
                                                 "ELF\x02\x01\x01\0",
            8);
    }

    void knowsWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!textOf(bytes));
    }

    void saysWhyAFileIsNotTaken_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("problem");
        QTest::newRow("just small enough") << u"a.txt"_s << kLargestFile << QString();
        QTest::newRow("too large")
            << u"a.log"_s << qint64{3'200'000}
            << u"“a.log” has 3.2 MB. Files of up to 1 MB can go with a prompt."_s;
        QTest::newRow("not there")
            << u"gone.txt"_s << qint64{-1} << u"“gone.txt” cannot be read."_s;
    }

    void saysWhyAFileIsNotTaken()
    {
        QFETCH(QString, name);
        QFETCH(qint64, bytes);
        const QTemporaryDir folder;
        if (bytes >= 0) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(bytes, 'x'));
        }
        const TextFile file = readTextFile(folder.filePath(name)).result();
        QCOMPARE(file.attachment.name, name);
        QTEST(problemText(file), "problem");
    }

    void aFolderIsNoFile()
    {
        const QTemporaryDir folder;
        QCOMPARE(readTextFile(folder.path()).result().problem, FileProblem::Unreadable);
    }
};

PENNYWORTH_TEST(TextFileTest)

#include "tst_textfile.moc"
