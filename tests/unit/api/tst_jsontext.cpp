// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsontext.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class JsonTextTest : public QObject {
    Q_OBJECT

private slots:
    void writes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("plain") << u"abc"_s << "\"abc\""_ba;
        QTest::newRow("nothing") << QString() << "\"\""_ba;
        QTest::newRow("quotes and backslashes") << u"a\"b\\c"_s << "\"a\\\"b\\\\c\""_ba;
        QTest::newRow("line ends and tabs") << u"a\r\n\tb"_s << "\"a\\r\\n\\tb\""_ba;
        QTest::newRow("other control characters")
            << QString(u"a"_s + QChar(0) + QChar(0x1F) + QChar(0x7F))
            << "\"a\\u0000\\u001f\\u007f\""_ba;
        QTest::newRow("UTF-8 stays as it is") << u"ä€中"_s << "\"ä€中\""_ba;
        QTest::newRow("a pair of surrogates")
            << QString::fromUcs4(U"\U0001F600") << "\"\xF0\x9F\x98\x80\""_ba;
        QTest::newRow("a first half alone") << QString(QChar(0xD83D) + u"a"_s)
                                            << "\"\xEF\xBF\xBD"
                                               "a\""_ba;
        QTest::newRow("a second half alone")
            << QString(u"a"_s + QChar(0xDE00)) << "\"a\xEF\xBF\xBD\""_ba;
        QTest::newRow("halves in the wrong order")
            << QString(QString(QChar(0xDE00)) + QChar(0xD83D)) << "\"\xEF\xBF\xBD\xEF\xBF\xBD\""_ba;
        QTest::newRow("slashes are not escaped") << u"</a>"_s << "\"</a>\""_ba;
    }

    void writes()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        QByteArray written = "[";
        appendJsonString(&written, text);
        QCOMPARE(written, "[" + json);
    }

    void isReadBackAsItWas()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QString text;
            const int length = random.bounded(20);
            for (int i = 0; i < length; ++i)
                text += QChar(static_cast<char16_t>(random.bounded(round % 2 ? 0x80 : 0x10000)));
            QByteArray json = "[";
            appendJsonString(&json, text);
            json += ']';
            QCOMPARE(QJsonDocument::fromJson(json)[0].toString(), wellFormed(text));
            QVERIFY(wellFormed(text).isValidUtf16());
        }
    }
};

PENNYWORTH_TEST(JsonTextTest)

#include "tst_jsontext.moc"
