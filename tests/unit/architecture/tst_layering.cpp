// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering.h"
#include "support/testregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

namespace {

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<SourceFile> sourcesIn(const QStringList &folders)
{
    const QString tree = QStringLiteral(PENNYWORTH_SOURCE_DIR "/");
    QList<SourceFile> sources;
    for (const QString &folder : folders) {
        QDirIterator files(
            tree + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            sources.append({.path = path.mid(tree.size()), .text = contentsOf(path)});
        }
    }
    return sources;
}

bool isGuiHeader(const QString &name)
{
    const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    return QFile::exists(headers + u"/QtGui/"_s + name)
        || QFile::exists(headers + u"/QtWidgets/"_s + name);
}

} // namespace

class LayeringTest : public QObject {
    Q_OBJECT

private:
    Result<Arrows> m_arrows = Arrows::fromText(
        contentsOf(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/unit/architecture/arrows.txt")));

private slots:
    void initTestCase()
    {
        QVERIFY2(
            m_arrows.hasValue(), m_arrows.hasError() ? qPrintable(m_arrows.error().detail) : "");
    }

    void everyIncludeFollowsAnArrow()
    {
        const QList<SourceFile> sources = sourcesIn({u"app"_s, u"ui"_s});
        QVERIFY(!sources.isEmpty());
        QStringList faults;
        for (const SourceFile &source : sources)
            faults += forbiddenIncludes(source, *m_arrows, isGuiHeader);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everySourceIsFormallyRight()
    {
        QStringList faults;
        for (const SourceFile &source : sourcesIn({u"app"_s, u"ui"_s, u"tests"_s}))
            faults += formalFaults(source);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void tellsAllowedIncludesFromForbidden_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QString &path, const QString &include,
                             const QString &fault) {
            QTest::newRow(name) << path << include << fault;
        };
        row("a room below", u"app/pricing/a.cpp"_s, u"\"domain/money.h\""_s, {});
        row("the room itself", u"app/pricing/a.cpp"_s, u"\"pricing/a.h\""_s, {});
        row("a room two steps below", u"app/cli/a.cpp"_s, u"\"store/store.h\""_s, {});
        row("a folder inside a room", u"app/api/json/a.cpp"_s, u"\"api/json/a.h\""_s, {});
        row("what moc makes", u"app/chat/a.cpp"_s, u"\"moc_a.cpp\""_s, {});
        row("the composition root", u"ui/main.cpp"_s, u"\"secrets/keystore.h\""_s, {});
        row("a widget in the interface", u"ui/window/a.cpp"_s, u"<QWidget>"_s, {});
        row("Qt Core in the library", u"app/store/a.cpp"_s, u"<QFile>"_s, {});
        row("a room above", u"app/pricing/a.cpp"_s, u"\"store/store.h\""_s,
            u"app/pricing/a.cpp:3: \"store/store.h\": pricing may not use store"_s);
        row("a room beside", u"app/api/a.cpp"_s, u"\"store/store.h\""_s,
            u"app/api/a.cpp:3: \"store/store.h\": api may not use store"_s);
        row("the interface from the library", u"app/chat/a.cpp"_s, u"\"theme/theme.h\""_s,
            u"app/chat/a.cpp:3: \"theme/theme.h\": chat may not use theme"_s);
        row("the store from a view", u"ui/spend/a.cpp"_s, u"\"store/store.h\""_s,
            u"ui/spend/a.cpp:3: \"store/store.h\": spend may not use store"_s);
        row("one view from another", u"ui/composer/a.cpp"_s, u"\"transcript/view.h\""_s,
            u"ui/composer/a.cpp:3: \"transcript/view.h\": composer may not use transcript"_s);
        row("a way around", u"app/pricing/a.cpp"_s, u"\"../store/store.h\""_s,
            u"app/pricing/a.cpp:3: \"../store/store.h\" names no room"_s);
        row("no room", u"app/pricing/a.cpp"_s, u"\"a.h\""_s,
            u"app/pricing/a.cpp:3: \"a.h\" names no room"_s);
        row("a widget in the library", u"app/chat/a.cpp"_s, u"<QWidget>"_s,
            u"app/chat/a.cpp:3: <QWidget>: app/ may not use Qt Gui or Qt Widgets"_s);
        row("a colour in the library", u"app/chat/a.cpp"_s, u"<qcolor.h>"_s,
            u"app/chat/a.cpp:3: <qcolor.h>: app/ may not use Qt Gui or Qt Widgets"_s);
        row("a module's name", u"app/chat/a.cpp"_s, u"<QtCore/QFile>"_s,
            u"app/chat/a.cpp:3: <QtCore/QFile>: app/ names Qt headers without their module"_s);
        row("an unknown room", u"app/helpers/a.cpp"_s, u"<QFile>"_s,
            u"app/helpers/a.cpp:1: stands in no room that arrows.txt knows"_s);
        row("no room at all", u"app/a.cpp"_s, u"<QFile>"_s,
            u"app/a.cpp:1: stands in no room that arrows.txt knows"_s);
    }

    void tellsAllowedIncludesFromForbidden()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QFETCH(QString, fault);
        const SourceFile file{
            .path = path, .text = u"// first\n\n  #  include "_s + include + u"\nint x;\n"_s};
        const QStringList expected = fault.isEmpty() ? QStringList() : QStringList(fault);
        QCOMPARE(forbiddenIncludes(file, *m_arrows, isGuiHeader), expected);
    }

    void seesFormalFaults_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        const QString spdx = u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
        QTest::newRow("right") << u"a.h"_s << spdx + u"#pragma once\n"_s << QString();
        QTest::newRow("no license")
            << u"a.cpp"_s << u"int x;\n"_s << u"a.cpp:1: the first line is not the SPDX id"_s;
        QTest::newRow("no guard") << u"a.h"_s << spdx << u"a.h:2: there is no #pragma once"_s;
        QTest::newRow("500 lines") << u"a.cpp"_s << spdx + QString(499, u'\n') << QString();
        QTest::newRow("501 lines")
            << u"a.cpp"_s << spdx + QString(500, u'\n') << u"a.cpp:501: longer than 500 lines"_s;
    }

    void seesFormalFaults()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, fault);
        QCOMPARE(formalFaults({.path = path, .text = text}).join(u'\n'), fault);
    }

    void refusesArrowsThatPointUpwards()
    {
        QVERIFY(Arrows::fromText(u"domain and below\npricing and below store\nstore and below\n"_s)
                    .hasError());
        QVERIFY(Arrows::fromText(u"pricing uses domain\n"_s).hasError());
    }
};

PENNYWORTH_TEST(LayeringTest)

#include "tst_layering.moc"
