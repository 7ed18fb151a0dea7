// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

Syntax syntax()
{
    using enum Presence;
    return {.command = u"greet"_s,
        .summary = u"say hello"_s,
        .parameters = {{u"NAME"_s, u"who is greeted"_s}, {u"TITLE"_s, u"how"_s, Optional}},
        .options = {{u"times"_s, u"N"_s, u"how often"_s}, {u"loud"_s, {}, u"in capitals"_s},
            {u"on"_s, u"DAY"_s, u"when"_s}, {u"mood"_s, u"good|bad"_s, u"which"_s}},
        .details = u"Nobody is hurt."_s};
}

Arguments parsed(const QStringList &words)
{
    return *Arguments::parse(syntax(), words);
}

} // namespace

class ArgumentsTest : public QObject {
    Q_OBJECT

private slots:
    void readsParametersAndOptionsInAnyOrder()
    {
        const Arguments arguments =
            parsed({u"--loud"_s, u"Ada"_s, u"--times"_s, u"3"_s, u"Countess"_s});
        QCOMPARE(arguments.parameter(0), u"Ada"_s);
        QCOMPARE(arguments.parameter(1), u"Countess"_s);
        QVERIFY(arguments.contains(u"loud"_s));
        QCOMPARE(arguments.wholeNumber(u"times"_s, 0)->value(), 3);
        QVERIFY(!arguments.wantsHelp());
    }

    void takesAllAfterTwoDashesAsWords()
    {
        QCOMPARE(parsed({u"--"_s, u"--loud"_s}).parameter(0), u"--loud"_s);
    }

    void takesASingleDashAsAWord() { QCOMPARE(parsed({u"-"_s}).parameter(0), u"-"_s); }

    void leavesOutWhatWasLeftOut()
    {
        const Arguments arguments = parsed({u"Ada"_s});
        QVERIFY(arguments.parameter(1).isNull());
        QVERIFY(!arguments.wholeNumber(u"times"_s, 0)->has_value());
        QVERIFY(!arguments.date(u"on"_s)->has_value());
        QCOMPARE(arguments.value(u"mood"_s, u"good"_s), u"good"_s);
    }

    void findsHelpWhateverElseIsWrong()
    {
        QVERIFY(parsed({u"--help"_s}).wantsHelp());
        QVERIFY(parsed({u"--nonsense"_s, u"-h"_s}).wantsHelp());
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << QStringList{} << u"NAME is missing."_s;
        QTest::newRow("an unknown option")
            << QStringList{u"Ada"_s, u"--soft"_s} << u"There is no option --soft."_s;
        QTest::newRow("an unknown letter")
            << QStringList{u"Ada"_s, u"-x"_s} << u"There is no option -x."_s;
    }

    void namesWhatIsWrong()
    {
        QFETCH(QStringList, words);
        const Result<Arguments> arguments = Arguments::parse(syntax(), words);
        QVERIFY(arguments.hasError());
        QCOMPARE(arguments.error().kind, ErrorKind::WrongUsage);
        QTEST(arguments.error().detail, "sentence");
    }

    void refusesValuesOfAnotherShape()
    {
        const Arguments arguments = parsed({u"Ada"_s, u"--times"_s, u"often"_s, u"--on"_s,
            u"2026-02-30"_s, u"--mood"_s, u"fair"_s});
        QCOMPARE(arguments.wholeNumber(u"times"_s, 0).error().detail,
            u"--times wants a whole number from 0 on, not “often”."_s);
        QCOMPARE(arguments.date(u"on"_s).error().detail,
            u"--on wants a date such as 2026-11-23, not “2026-02-30”."_s);
        QCOMPARE(arguments.oneOf(u"mood"_s, {u"good"_s, u"bad"_s}).error().detail,
            u"--mood wants one of good, bad, not “fair”."_s);
    }

    void writesAPageOfHelp()
    {
        QCOMPARE(helpText(syntax()),
            u"pennyworth greet – say hello\n\n"
            "pennyworth greet NAME [TITLE] [--times N] [--loud] [--on DAY] [--mood good|bad] "
            "[--json]\n\n"
            "  NAME   who is greeted\n"
            "  TITLE  how\n\n"
            "  --times N        how often\n"
            "  --loud           in capitals\n"
            "  --on DAY         when\n"
            "  --mood good|bad  which\n"
            "  --json           print exactly one JSON value\n"
            "  --help           print this page\n\n"
            "Nobody is hurt.\n"_s);
    }

    void wrapsAtBlanks()
    {
        QCOMPARE(wrapped(u"one two three four"_s, 9, 2), u"one two\n  three\n  four"_s);
        QCOMPARE(wrapped(u"incomprehensibilities"_s, 9, 2), u"incomprehensibilities"_s);
    }
};

PENNYWORTH_TEST(ArgumentsTest)
#include "tst_arguments.moc"
