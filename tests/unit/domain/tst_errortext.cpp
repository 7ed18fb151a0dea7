// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/errortext.h"
#include "support/testregistry.h"

#include <QRegularExpression>
#include <QSet>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

/// Every kind, from the first to the last that error.h lists.
QList<ErrorKind> everyKind()
{
    QList<ErrorKind> kinds;
    kinds.reserve(static_cast<int>(ErrorKind::WrongUsage) + 1);
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::WrongUsage); ++kind)
        kinds.append(static_cast<ErrorKind>(kind));
    return kinds;
}

} // namespace

class ErrorTextTest : public QObject {
    Q_OBJECT

private slots:
    void everyKindHasASentenceAndARemedy_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        for (const ErrorKind kind : everyKind())
            QTest::newRow(errorKindName(kind).data()) << kind;
    }

    void everyKindHasASentenceAndARemedy()
    {
        QFETCH(ErrorKind, kind);
        static const QRegularExpression sentences(u"\\A[A-Z“].*\\.\\z"_s);
        const ErrorText text = errorText({.kind = kind});
        QVERIFY2(sentences.match(text.message).hasMatch(), qPrintable(text.message));
        QVERIFY2(sentences.match(text.remedy).hasMatch(), qPrintable(text.remedy));
        QVERIFY(text.message != text.remedy);
    }

    void everyKindHasANameOfItsOwn()
    {
        static const QRegularExpression shape(u"\\A[a-z]+(_[a-z]+)*\\z"_s);
        QSet<QString> names;
        QSet<QString> messages;
        for (const ErrorKind kind : everyKind()) {
            const QString name = errorKindName(kind);
            QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
            names.insert(name);
            messages.insert(errorText({.kind = kind}).message);
        }
        QCOMPARE(names.size(), everyKind().size());
        QCOMPARE(messages.size(), everyKind().size());
    }

    void keepsTheNamesThatScriptsUse()
    {
        QCOMPARE(errorKindName(ErrorKind::WrongKey), "wrong_key"_L1);
        QCOMPARE(errorKindName(ErrorKind::UnknownPrice), "unknown_price"_L1);
        QCOMPARE(errorKindName(ErrorKind::ConnectionLost), "connection_lost"_L1);
        QCOMPARE(chargedName(Charged::No), "no"_L1);
        QCOMPARE(chargedName(Charged::Maybe), "maybe"_L1);
        QCOMPARE(chargedName(Charged::Yes), "yes"_L1);
    }

    void saysWhetherItWasCharged()
    {
        const QString maybe =
            errorText({.kind = ErrorKind::ConnectionLost, .charged = Charged::Maybe}).charged;
        const QString yes =
            errorText({.kind = ErrorKind::Cancelled, .charged = Charged::Yes}).charged;
        const QString no = errorText({.kind = ErrorKind::Cancelled}).charged;
        QCOMPARE(maybe, u"This request may have been charged."_s);
        QCOMPARE(yes, u"What was used up to here is charged."_s);
        QCOMPARE(no, u"Nothing was charged."_s);
    }

    void saysNothingOfChargesWhereNothingWasAsked_data()
    {
        QTest::addColumn<Error>("error");
        QTest::newRow("no key") << Error{.kind = ErrorKind::NoKey};
        QTest::newRow("no such conversation") << Error{.kind = ErrorKind::NotFound};
        QTest::newRow("no price") << Error{.kind = ErrorKind::UnknownPrice};
        QTest::newRow("no space") << Error{.kind = ErrorKind::StoreFull};
        QTest::newRow("wrong usage") << Error{.kind = ErrorKind::WrongUsage};
    }

    void saysNothingOfChargesWhereNothingWasAsked()
    {
        QFETCH(Error, error);
        QCOMPARE(errorText(error).charged, QString());
    }

    void tellsAMissingConversationFromAMissingAddress()
    {
        QCOMPARE(
            errorText({.kind = ErrorKind::NotFound}).message, u"There is no such conversation."_s);
        const ErrorText elsewhere = errorText({.kind = ErrorKind::NotFound, .status = 404});
        QVERIFY(elsewhere.message.contains(u"address"_s));
        QCOMPARE(elsewhere.action, Remedy::CheckAddress);
        QCOMPARE(elsewhere.charged, u"Nothing was charged."_s);
    }

    void offersTheActionThatHelps_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Remedy>("action");
        QTest::newRow("a wrong key") << ErrorKind::WrongKey << Remedy::SetKey;
        QTest::newRow("no money left") << ErrorKind::InsufficientBalance << Remedy::TopUp;
        QTest::newRow("broken off") << ErrorKind::IncompleteReply << Remedy::Continue;
        QTest::newRow("too long") << ErrorKind::ContextTooLong << Remedy::StartFresh;
        QTest::newRow("busy") << ErrorKind::RateLimited << Remedy::Retry;
        QTest::newRow("a redirect") << ErrorKind::Redirected << Remedy::CheckAddress;
    }

    void offersTheActionThatHelps()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(Remedy, action);
        QCOMPARE(errorText({.kind = kind}).action, action);
    }
};

PENNYWORTH_TEST(ErrorTextTest)

#include "tst_errortext.moc"
