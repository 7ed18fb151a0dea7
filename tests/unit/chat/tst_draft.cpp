// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/draft.h"

#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class DraftTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWasKept_data()
    {
        QTest::addColumn<Draft>("draft");
        QTest::newRow("nothing") << Draft{};
        QTest::newRow("text alone") << Draft{.text = u"half a\nthou"_s, .attachments = {}};
        QTest::newRow("a file") << Draft{
            .text = u"see"_s, .attachments = {{.name = u"a b.txt"_s, .text = u"one\ntwo\n"_s}}};
        QTest::newRow("a paste and an empty file") << Draft{
            .text = {}, .attachments = {{.name = {}, .text = u"long"_s}, {.name = u"e"_s}}};
    }

    void comesBackAsItWasKept()
    {
        QFETCH(Draft, draft);
        QCOMPARE(draftFrom(storedDraft(draft)), draft);
    }

    void aDraftWithoutAttachmentsIsItsText()
    {
        QCOMPARE(storedDraft({.text = u" a\n"_s, .attachments = {}}), u" a\n"_s);
    }

    void sendsFilesAsNamedBlocks_data()
    {
        QTest::addColumn<Draft>("draft");
        QTest::addColumn<QString>("prompt");
        QTest::newRow("nothing") << Draft{.text = u"  \n"_s, .attachments = {}} << QString();
        QTest::newRow("text without the space around it")
            << Draft{.text = u" Why? \n"_s, .attachments = {}} << u"Why?"_s;
        QTest::newRow("a file after the text")
            << Draft{.text = u"Fix"_s, .attachments = {{.name = u"m.cpp"_s, .text = u"int x;\n"_s}}}
            << u"Fix\n\n`m.cpp`\n\n```cpp\nint x;\n```"_s;
        QTest::newRow("a file without an end of line")
            << Draft{.text = {}, .attachments = {{.name = u"notes.txt"_s, .text = u"one"_s}}}
            << u"`notes.txt`\n\n```\none\n```"_s;
        QTest::newRow("a file that holds a fence")
            << Draft{.text = {},
                   .attachments = {{.name = u"README.md"_s, .text = u"````sh\nls\n````\n"_s}}}
            << u"`README.md`\n\n`````md\n````sh\nls\n````\n`````"_s;
        QTest::newRow("a name that would end the code")
            << Draft{.text = {}, .attachments = {{.name = u"a`b"_s, .text = u"1\n"_s}}}
            << u"``a`b``\n\n```\n1\n```"_s;
        QTest::newRow("a suffix that is no word")
            << Draft{.text = {}, .attachments = {{.name = u"x.~1~"_s, .text = u"1\n"_s}}}
            << u"`x.~1~`\n\n```\n1\n```"_s;
        QTest::newRow("a paste as it is")
            << Draft{.text = u"Sum up:"_s, .attachments = {{.name = {}, .text = u"a\n b"_s}}}
            << u"Sum up:\n\na\n b"_s;
    }

    void sendsFilesAsNamedBlocks()
    {
        QFETCH(Draft, draft);
        QTEST(promptOf(draft), "prompt");
    }

    void draftsAreJoined()
    {
        const Draft first{.text = u"a"_s, .attachments = {{.name = u"1"_s, .text = {}}}};
        const Draft then{.text = u"b"_s, .attachments = {{.name = u"2"_s, .text = {}}}};
        const Draft both = joined(first, then);
        QCOMPARE(both.text, u"a\nb"_s);
        QCOMPARE(both.attachments, first.attachments + then.attachments);
        QCOMPARE(joined({}, then), then);
        QCOMPARE(joined(first, {}), first);
    }

    void separatorsAreNoText() { QCOMPARE(withoutSeparators(u"a\u001Cb\u001Dc\n"_s), u"abc\n"_s); }
};

PENNYWORTH_TEST(DraftTest)

#include "tst_draft.moc"
