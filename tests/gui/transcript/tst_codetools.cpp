// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/codefilename.h"
#include "transcript/codetools.h"
#include "transcriptstage.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class CodeToolsTest : public QObject {
    Q_OBJECT

private slots:
    void namesFiles_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        QTest::newRow("by its extension") << u"cpp"_s << u"code.cpp"_s;
        QTest::newRow("by its language") << u"Python"_s << u"code.py"_s;
        QTest::newRow("by a whole name") << u"dockerfile"_s << u"Dockerfile"_s;
        QTest::newRow("unknown") << u"whatever"_s << u"code.txt"_s;
        QTest::newRow("no path") << u"../x"_s << u"code.txt"_s;
        QTest::newRow("none") << QString() << u"code.txt"_s;
    }

    void namesFiles()
    {
        QFETCH(QString, language);
        QFETCH(QString, name);
        QCOMPARE(codeFileName(language), name);
    }

    void writesUtf8()
    {
        const QString file = m_folder.filePath(u"a.txt"_s);
        QVERIFY(writeCode(file, u"ä 中 🙂"_s));
        QCOMPARE(contentsOf(file), QByteArray("ä 中 🙂\n"));
        QVERIFY(writeCode(file, u"one\n"_s));
        QCOMPARE(contentsOf(file), QByteArray("one\n"));
    }

    void saysWhatItCannotWrite()
    {
        const QString file = m_folder.filePath(u"none/a.txt"_s);
        const Result<Done> written = writeCode(file, u"a"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::FileFailed);
        QVERIFY(written.error().detail.contains(QDir::toNativeSeparators(file)));
    }

    void savesWhereItIsTold()
    {
        test::TranscriptStage stage;
        CodeTools tools(stage.settings(), stage.view(), nullptr);
        stage.settings().setCodeFolder(m_folder.path());
        QVERIFY(writeCode(m_folder.filePath(u"code.sh"_s), u"old"_s));
        stage.model().setRows({test::answer(2, u"```bash\nls\n```"_s)});
        stage.press(0, TranscriptControl::Kind::SaveCode);
        auto *dialog = stage.view().findChild<QFileDialog *>(u"saveCodeDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(QDir(dialog->directory()), QDir(m_folder.path()));
        QCOMPARE(dialog->selectedFiles(), QStringList{m_folder.filePath(u"code-2.sh"_s)});
        QVERIFY(QDir(m_folder.path()).mkdir(u"deeper"_s));
        dialog->selectFile(m_folder.filePath(u"deeper/list.sh"_s));
        QDialog *accepted = dialog; // where accept() is public
        accepted->accept();
        QCOMPARE(contentsOf(m_folder.filePath(u"deeper/list.sh"_s)), QByteArray("ls\n"));
        QCOMPARE(stage.settings().codeFolder(), m_folder.filePath(u"deeper"_s));
        QCOMPARE(contentsOf(m_folder.filePath(u"code.sh"_s)), QByteArray("old\n"));
    }

    void passesFailuresOn()
    {
        test::TranscriptStage stage;
        CodeTools tools(stage.settings(), stage.view(), nullptr);
        const QSignalSpy failed(&tools, &CodeTools::failed);
        stage.model().setRows({test::answer(2, u"```\na\n```"_s)});
        stage.press(0, TranscriptControl::Kind::SaveCode);
        auto *dialog = stage.view().findChild<QFileDialog *>(u"saveCodeDialog"_s);
        QVERIFY(dialog);
        emit dialog->fileSelected(m_folder.filePath(u"gone/code.txt"_s));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::FileFailed);
        dialog->close();
    }

    void showsCodeAsTheSettingsSay()
    {
        test::TranscriptStage stage;
        stage.settings().setCodeWrapped(true);
        CodeTools tools(stage.settings(), stage.view(), nullptr);
        stage.model().setRows(
            {test::answer(2, u"```\n"_s + u"long "_s.repeated(100) + u"\n```"_s)});
        const int wrapped = stage.view().messageRect(0).height();
        stage.settings().setCodeWrapped(false);
        tools.apply();
        QCOMPARE_LT(stage.view().messageRect(0).height(), wrapped);
    }

private:
    QTemporaryDir m_folder;
};

PENNYWORTH_TEST(CodeToolsTest)

#include "tst_codetools.moc"
