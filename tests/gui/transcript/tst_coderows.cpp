// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "transcript/coderow.h"
#include "transcript/coderows.h"

#include <QFontDatabase>
#include <QImage>
#include <QPainter>

#include <cmath>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(13);
    return font;
}

QString textOf(const CodeRows &rows, const TextRange &range)
{
    return rows.code().mid(range.from, range.length());
}

QStringList shown(const CodeRows &rows)
{
    QStringList all;
    for (int i = 0; i < rows.rowCount(); ++i)
        all += textOf(rows, rows.row(i));
    return all;
}

} // namespace

class CodeRowsTest : public QObject {
    Q_OBJECT

private slots:
    void aLineIsARow()
    {
        CodeRows rows(u"one\n\ntwo words\n"_s, m_font);
        QCOMPARE(shown(rows), (QStringList{u"one"_s, {}, u"two words"_s, {}}));
        QCOMPARE(rows.lineOf(5), 2);
        QCOMPARE(rows.rowOf(4), 1);
        QVERIFY(rows.endsLine(rows.row(0)));
    }

    void wrapsWhatIsTooLong_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("short") << u"ten chars."_s << QStringList{u"ten chars."_s};
        QTest::newRow("behind a space")
            << u"some of wordss"_s << QStringList{u"some of "_s, u"wordss"_s};
        QTest::newRow("a space that does not fit hangs over")
            << u"ten_chars_ more"_s << QStringList{u"ten_chars_ "_s, u"more"_s};
        QTest::newRow("behind a mark where there is no space")
            << u"path/to/files"_s << QStringList{u"path/to/"_s, u"files"_s};
        QTest::newRow("anywhere where there is nothing")
            << u"abcdefghijklmno"_s << QStringList{u"abcdefghij"_s, u"klmno"_s};
        QTest::newRow("not behind the spaces that a line begins with")
            << u"  abcdefghijklm"_s << QStringList{u"  abcdefgh"_s, u"ijklm"_s};
        QTest::newRow("each line by itself")
            << u"one\nabcdefghijk\n"_s << QStringList{u"one"_s, u"abcdefghij"_s, u"k"_s, {}};
    }

    void wrapsWhatIsTooLong()
    {
        QFETCH(QString, code);
        QFETCH(QStringList, rows);
        CodeRows wrapped(code, m_font);
        QVERIFY(wrapped.wrapAt(wrapped.widths().endOf(u"0123456789") + 0.5));
        QCOMPARE(shown(wrapped), rows);
    }

    void breaksNoCharacterApart()
    {
        CodeRows rows(u"🙂"_s.repeated(40) + u"e\u0301"_s.repeated(40), m_font);
        rows.wrapAt(101);
        QVERIFY(rows.rowCount() > 4);
        for (int i = 1; i < rows.rowCount(); ++i) {
            const QChar first = rows.code().at(rows.row(i).from);
            QVERIFY(!first.isLowSurrogate() && !first.isMark());
        }
    }

    void growsLikeTheWhole_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("lines") << u"int main()\n{\n\treturn some + longer + expression;\n}\n"_s;
        QTest::newRow("one long line") << u"words and more of them; "_s.repeated(30);
        QTest::newRow("Chinese") << u"// 预写日志把修改追加到单独的文件里\nint a;"_s.repeated(5);
        QTest::newRow("nothing to break at") << u"x"_s.repeated(300);
    }

    // And every character stands in one row that is no wider than it may be.
    void growsLikeTheWhole()
    {
        QFETCH(QString, code);
        for (const qreal limit : {0.0, 60.0, 133.0, 500.0}) {
            CodeRows whole(code, m_font);
            whole.wrapAt(limit);
            CodeRows grown({}, m_font);
            grown.wrapAt(limit);
            for (qsizetype at = 0; at < code.size(); at += 3)
                grown.append(QStringView(code).mid(at, 3));
            QCOMPARE(shown(grown), shown(whole));
            QCOMPARE(grown.lineStarts(), whole.lineStarts());
            QCOMPARE(grown.widest(), whole.widest());
            int at = 0;
            for (int i = 0; i < whole.rowCount(); ++i) {
                const TextRange row = whole.row(i);
                QCOMPARE(row.from, at);
                at = row.to + (whole.endsLine(row) ? 1 : 0);
                const QString text = textOf(whole, row);
                const qsizetype spaces = text.size() - text.trimmed().size();
                if (limit > 0 && spaces == 0)
                    QCOMPARE_LE(whole.widths().endOf(text), limit);
            }
            QCOMPARE(at, code.size() + 1);
        }
    }

    // In one piece or in many.
    void knowsWhereCharactersStand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Latin") << u"{\"key\": [1, 2, 3]}, "_s.repeated(170);
        QTest::newRow("Chinese") << u"预写日志 log "_s.repeated(400);
    }

    void knowsWhereCharactersStand()
    {
        QFETCH(QString, text);
        CharacterWidths widths(m_font);
        CodeRow row(text, {.font = m_font, .lineHeight = 20}, widths,
            [](int, int) { return QList<QTextLayout::FormatRange>(); });
        QTextLayout whole(text, m_font);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        whole.setTextOption(option);
        whole.beginLayout();
        const QTextLine line = whole.createLine();
        whole.endLayout();
        for (int at = 0; at <= int(text.size()); at += 7)
            QVERIFY2(
                std::abs(row.xOf(at) - line.cursorToX(at)) < 1, qPrintable(QString::number(at)));
        QVERIFY(std::abs(widths.endOf(text) - line.cursorToX(int(text.size()))) < 2);
    }

    void findsWhatItPlaced_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << u"x"_s.repeated(100'000);
        QTest::newRow("tabs") << u"a\tb"_s.repeated(1'000);
        QTest::newRow("emoji") << u"🙂x"_s.repeated(1'000);
        QTest::newRow("nothing") << QString();
    }

    void findsWhatItPlaced()
    {
        QFETCH(QString, text);
        CharacterWidths widths(m_font);
        CodeRow row(text, {.font = m_font, .lineHeight = 20}, widths,
            [](int, int) { return QList<QTextLayout::FormatRange>(); });
        constexpr qreal kCharacter = 20; // as wide as any
        const qreal end = row.xOf(int(text.size()));
        for (qreal x = 1; x < end; x += 1 + end / 500)
            QVERIFY(std::abs(row.xOf(row.offsetAt(x)) - x) < kCharacter);
        QCOMPARE(row.offsetAt(-10), 0);
        QCOMPARE(row.offsetAt(1e9), text.size());
        QImage image(200, 20, QImage::Format_RGB32);
        QPainter painter(&image);
        const qreal middle = row.xOf(int(text.size() / 2));
        row.draw(&painter, {-middle, 0}, middle, middle + 200);
    }

private:
    QFont m_font = codeFont();
};

PENNYWORTH_TEST(CodeRowsTest)

#include "tst_coderows.moc"
