// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chatrequest.h"
#include "support/testregistry.h"

using namespace pennyworth::simulated;
using namespace Qt::StringLiterals;

namespace {

WireMessage user(const QString &text)
{
    return {.role = WireRole::User, .content = text};
}

WireMessage assistant(const QString &text)
{
    return {.role = WireRole::Assistant, .content = text};
}

ChatRequest asking(const QList<WireMessage> &messages)
{
    return {.messages = messages};
}

QString words(int count)
{
    return QString(u" word"_s).repeated(count);
}

} // namespace

class PrefixCacheTest : public QObject {
    Q_OBJECT

private slots:
    void countsOneMarkForEachMessage()
    {
        // begin, user, "Hi", answer mark
        QCOMPARE(renderPrompt(asking({user(u"Hi"_s)})).trail.size(), 4);
        QCOMPARE(renderPrompt(asking({user(u"Hi"_s)})).userInputEnd, 3);
        // begin, user, "Hi", answer mark, "Hello", end mark, user, "So", answer mark
        QCOMPARE(renderPrompt(asking({user(u"Hi"_s), assistant(u"Hello"_s), user(u"So"_s)}))
                     .trail.size(),
            9);
    }

    void nothingIsKnownAtFirst()
    {
        const PrefixCache cache;
        QCOMPARE(cache.hits(u"a"_s, renderPrompt(asking({user(words(200))})).trail), 0);
    }

    void theSecondTurnHitsThePromptAndTheAnswerOfTheFirst()
    {
        const ChatRequest first = asking({user(words(10))});
        const RenderedPrompt prompt = renderPrompt(first);
        PrefixCache cache;
        cache.store(u"a"_s, prompt.trail, prompt.userInputEnd);
        const RenderedPrompt answered = renderAnswered(first, assistant(words(20)));
        cache.store(u"a"_s, answered.trail, answered.userInputEnd);

        const ChatRequest second =
            asking({user(words(10)), assistant(words(20)), user(u"Go on"_s)});
        // begin, user, 10 words, answer mark, 20 words, end mark
        QCOMPARE(cache.hits(u"a"_s, renderPrompt(second).trail), 34);
    }

    void aStoppedAnswerStillLeavesTheUsersInput()
    {
        const RenderedPrompt prompt = renderPrompt(asking({user(words(10))}));
        PrefixCache cache;
        cache.store(u"a"_s, prompt.trail, prompt.userInputEnd);
        const ChatRequest second = asking({user(words(10)), assistant(words(3)), user(u"Go on"_s)});
        QCOMPARE(cache.hits(u"a"_s, renderPrompt(second).trail), 12);
    }

    void aLaterProcessKnowsWhatWasKept()
    {
        const RenderedPrompt prompt = renderPrompt(asking({user(words(100))}));
        PrefixCache earlier;
        earlier.store(u"a"_s, prompt.trail, prompt.userInputEnd);
        PrefixCache later;
        later.addBytes(earlier.toBytes() + "torn");
        QCOMPARE(later.hits(u"a"_s, prompt.trail), earlier.hits(u"a"_s, prompt.trail));
        QCOMPARE(later.toBytes(), earlier.toBytes());
    }

    void theSamePromptAgainMissesOnlyItsLastToken()
    {
        const RenderedPrompt prompt = renderPrompt(asking({user(words(10))}));
        PrefixCache cache;
        cache.store(u"a"_s, prompt.trail, prompt.userInputEnd);
        QCOMPARE(cache.hits(u"a"_s, prompt.trail), prompt.trail.size() - 1);
    }

    void anEditedMessageLosesWhatFollowsIt()
    {
        const RenderedPrompt prompt =
            renderPrompt(asking({user(words(200)), assistant(u"Yes"_s), user(words(5))}));
        PrefixCache cache;
        cache.store(u"a"_s, prompt.trail, prompt.userInputEnd);
        // The first 202 tokens are the same: begin, mark and 200 words; of them whole units of 64
        // are known.
        const ChatRequest edited = asking({user(words(200)), assistant(u"No"_s), user(words(5))});
        QCOMPARE(cache.hits(u"a"_s, renderPrompt(edited).trail), 192);
        const ChatRequest otherwise =
            asking({user(u"Not"_s + words(200)), assistant(u"Yes"_s), user(words(5))});
        QCOMPARE(cache.hits(u"a"_s, renderPrompt(otherwise).trail), 0);
    }

    void aShortCommonBeginningIsNoUnit()
    {
        const RenderedPrompt prompt = renderPrompt(asking({user(words(40) + u" red"_s)}));
        PrefixCache cache;
        cache.store(u"a"_s, prompt.trail, prompt.userInputEnd);
        QCOMPARE(cache.hits(u"a"_s, renderPrompt(asking({user(words(40) + u" blue"_s)})).trail), 0);
    }

    void accountsKnowNothingOfEachOther()
    {
        const RenderedPrompt prompt = renderPrompt(asking({user(words(100))}));
        PrefixCache cache;
        cache.store(u"a"_s, prompt.trail, prompt.userInputEnd);
        QCOMPARE(cache.hits(u"b"_s, prompt.trail), 0);
    }

    void reasoningIsReadAgainOnlyWithTools()
    {
        WireMessage answer = assistant(u"Yes"_s);
        answer.reasoning = words(10);
        ChatRequest request = asking({user(u"So"_s), answer, user(u"Hi"_s)});
        QCOMPARE(renderPrompt(request).trail.size(), 9);
        request.tools = {{.name = u"f"_s}};
        // The tool: mark, "f", "{}" as two characters; the reasoning: 10 words and its end mark.
        QCOMPARE(renderPrompt(request).trail.size(), 9 + 4 + 11);
    }

    void aContinuedAnswerIsKnownAsAWhole()
    {
        ChatRequest request = asking({user(u"Hi"_s), assistant(u"One, "_s)});
        request.messages.last().prefix = true;
        const RenderedPrompt answered = renderAnswered(request, assistant(u"two."_s));
        PrefixCache cache;
        cache.store(u"a"_s, answered.trail, answered.userInputEnd);
        const ChatRequest next = asking({user(u"Hi"_s), assistant(u"One, two."_s), user(u"So"_s)});
        // begin, user, "Hi", answer mark, "One", ",", " two", ".", end mark
        QCOMPARE(cache.hits(u"a"_s, renderPrompt(next).trail), 9);
    }
};

PENNYWORTH_TEST(PrefixCacheTest)

#include "tst_prefixcache.moc"
