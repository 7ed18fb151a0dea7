// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/formulas.h"
#include "support/testregistry.h"
#include "support/texanswers.h"
#include "typesetting/typesetter.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // ms; a slow machine under a sanitizer

} // namespace

/// Every formula that models write is set, and what is none is refused.
class TexAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!Typesetter::isAvailable())
            QSKIP("built without npm, so there is nothing that sets TeX");
    }

    void setsAllButWhatIsBad_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isBad");
        const QList<test::TexAnswer> answers = test::texAnswers();
        for (const test::TexAnswer &answer : answers) {
            for (qsizetype i = 0; i < answer.formulas.size(); ++i) {
                QTest::addRow("%s, %d", qPrintable(answer.name), int(i + 1))
                    << answer.formulas.at(i).source << answer.formulas.at(i).isBad;
            }
        }
    }

    void setsAllButWhatIsBad()
    {
        QFETCH(QString, source);
        QFETCH(bool, isBad);
        const auto job =
            m_typesetter.set({.tex = texOf(source), .isDisplay = isDisplayFormula(source)});
        QVERIFY(QTest::qWaitFor([&job] { return job->isDone(); }, kPatience));
        if (isBad) {
            QVERIFY(job->error());
            QCOMPARE(job->error()->kind, ErrorKind::InvalidValue);
            QVERIFY(!job->error()->detail.isEmpty());
            return;
        }
        QVERIFY2(job->value(), job->error() ? qPrintable(job->error()->detail) : "");
        QVERIFY(job->value()->width > 0 && job->value()->height > 0);
        QVERIFY(job->value()->depth <= job->value()->height);
    }

private:
    Typesetter m_typesetter;
};

PENNYWORTH_TEST(TexAnswersTest)

#include "tst_texanswers.moc"
