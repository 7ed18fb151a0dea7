// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "typesetting/coderole.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class CodeRoleTest : public QObject {
    Q_OBJECT

private slots:
    void takesTheNearestScope_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<CodeRole>("role");
        QTest::newRow("a scope") << u"keyword"_s << CodeRole::Keyword;
        QTest::newRow("a finer scope of its own") << u"title.class"_s << CodeRole::Type;
        QTest::newRow("an unknown finer scope") << u"title.function.invoke"_s << CodeRole::Function;
        QTest::newRow("two finer scopes") << u"title.class.inherited"_s << CodeRole::Type;
        QTest::newRow("an unknown scope") << u"strong"_s << CodeRole::Plain;
        QTest::newRow("none") << QString() << CodeRole::Plain;
        QTest::newRow("dots") << u"..."_s << CodeRole::Plain;
    }

    void takesTheNearestScope()
    {
        QFETCH(QString, scope);
        QFETCH(CodeRole, role);
        QCOMPARE(roleOfScope(scope), role);
    }
};

PENNYWORTH_TEST(CodeRoleTest)

#include "tst_coderole.moc"
