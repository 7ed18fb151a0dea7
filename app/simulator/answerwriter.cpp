// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/answerwriter.h"

#include "simulator/toolcalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSnippetLength = 60;
/// So much of a prefix's end must stand in the prepared answer to continue it from there.
constexpr qsizetype kOverlap = 12;

quint64 hashed(quint64 seed, QStringView text)
{
    quint64 hash = seed * 0x9e3779b97f4a7c15ULL + 14695981039346656037ULL;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 1099511628211ULL;
    return hash ^ (hash >> 29U);
}

/// The prompt in one short line, without what Markdown would read as markup.
QString snippetOf(const QString &prompt)
{
    QString line = prompt.left(8 * kSnippetLength);
    line.removeIf([](QChar c) { return u"*_`#<>[]|$\\~\"“”"_s.contains(c); });
    line = line.simplified();
    if (line.size() <= kSnippetLength)
        return line;
    qsizetype end = line.lastIndexOf(u' ', kSnippetLength);
    if (end < kSnippetLength / 2)
        end = kSnippetLength - (line.at(kSnippetLength - 1).isHighSurrogate() ? 1 : 0);
    return line.first(end) + u'…';
}

bool hasAnswerBefore(const ChatRequest &request)
{
    return std::any_of(
        request.messages.begin(), request.messages.end(), [](const WireMessage &message) {
            return message.role == WireRole::Assistant && !message.prefix;
        });
}

QString filledIn(QString text, const QString &prompt, const QString &title)
{
    return text.replace(u"{{prompt}}"_s, snippetOf(prompt)).replace(u"{{title}}"_s, title);
}

void finishUp(Answer &answer, const CompletionOptions &options)
{
    answer.finishReason = answer.toolCalls.isEmpty() ? u"stop"_s : u"tool_calls"_s;
    applyStop(answer, options.stop);
    if (options.maxTokens)
        applyLimit(answer, *options.maxTokens);
}

} // namespace

AnswerWriter::AnswerWriter(quint64 seed)
    : m_seed(seed)
{
}

quint64 AnswerWriter::choice(const ChatRequest &request) const
{
    return hashed(hashed(m_seed, request.options.model), request.lastPrompt());
}

Answer AnswerWriter::answerTo(const ChatRequest &request) const
{
    Answer answer;
    if (const std::optional<WireToolCall> call = toolCallFor(request, choice(request)))
        answer = {.reasoning = m_book.phrase(
                      u"tool-reasoning"_s, languageOf(request.lastPrompt()), choice(request)),
            .toolCalls = {*call}};
    else if (request.jsonMode)
        answer = inJson(request);
    else if (request.messages.last().role == WireRole::Tool)
        answer = afterTools(request);
    else
        answer = prepared(request);

    if (request.continuesPrefix()) {
        const WireMessage &message = request.messages.last();
        answer.content = continued(request, message.content);
        if (!message.content.isEmpty() || message.reasoning)
            answer.reasoning.clear(); // it has been thought before
    }
    if (!request.thinking)
        answer.reasoning.clear();
    finishUp(answer, request.options);
    return answer;
}

Answer AnswerWriter::prepared(const ChatRequest &request) const
{
    const QString prompt = request.lastPrompt();
    const AnswerLanguage language = languageOf(prompt);
    const quint64 number = choice(request);
    const PreparedAnswer *found = m_book.find(prompt);
    const PreparedAnswer &text = found != nullptr ? *found : m_book.any(language, number);

    QString opening;
    if (found == nullptr)
        opening = m_book.phrase(u"fallback"_s, language, number);
    else if (!hasAnswerBefore(request))
        opening = m_book.phrase(u"opening"_s, language, number);
    if (!opening.isEmpty())
        opening += u"\n\n"_s;
    return {.reasoning = filledIn(
                m_book.phrase(u"reasoning"_s, language, number) + u"\n\n"_s + text.reasoning,
                prompt, text.title),
        .content = filledIn(opening + text.content, prompt, text.title)};
}

Answer AnswerWriter::inJson(const ChatRequest &request) const
{
    const QString prompt = request.lastPrompt();
    const PreparedAnswer *found = m_book.find(prompt);
    const PreparedAnswer &text =
        found != nullptr ? *found : m_book.any(languageOf(prompt), choice(request));
    QString lead;
    const QStringList paragraphs = text.content.split(u"\n\n"_s);
    for (const QString &paragraph : paragraphs) {
        if (lead.isEmpty() && !paragraph.startsWith(u'#') && !paragraph.startsWith(u'`'))
            lead = paragraph.simplified();
    }
    const QJsonObject object{{u"demonstration"_s, true}, {u"prompt"_s, snippetOf(prompt)},
        {u"topic"_s, text.title}, {u"answer"_s, lead}, {u"paragraphs"_s, paragraphs.size()},
        {u"keywords"_s, QJsonArray::fromStringList(text.keywords)}};
    return {.reasoning = m_book.phrase(u"json-reasoning"_s, text.language, choice(request)),
        .content = QString::fromUtf8(QJsonDocument(object).toJson()).trimmed()};
}

Answer AnswerWriter::afterTools(const ChatRequest &request) const
{
    const AnswerLanguage language = languageOf(request.lastPrompt());
    const QString result = request.messages.last().content.trimmed();
    QString text = filledIn(
        m_book.phrase(u"tool-result"_s, language, choice(request)), request.lastPrompt(), {});
    return {.reasoning = m_book.phrase(u"tool-result-reasoning"_s, language, choice(request)),
        .content = text + u"\n\n```\n"_s + result + u"\n```"_s};
}

/// What follows the prefix: the rest of the answer that it is a part of, or a sentence that says
/// that there is none.
QString AnswerWriter::continued(const ChatRequest &request, const QString &prefix) const
{
    ChatRequest fresh = request;
    fresh.messages.removeLast();
    if (fresh.messages.isEmpty())
        fresh.messages.append(request.messages.last());
    const QString whole = request.jsonMode ? inJson(fresh).content : prepared(fresh).content;
    if (whole.startsWith(prefix))
        return whole.mid(prefix.size());
    const QString end = prefix.right(kOverlap);
    const qsizetype at = end.size() < kOverlap ? -1 : whole.indexOf(end);
    if (at >= 0)
        return whole.mid(at + end.size());
    if (prefix.trimmed().startsWith("```"_L1))
        return m_book.fill(prefix.contains("python"_L1) ? u"python"_s : u"c"_s) + u"```\n"_s;
    return m_book.phrase(u"continuation"_s, languageOf(request.lastPrompt()), choice(request));
}

Answer AnswerWriter::fill(const FillRequest &request) const
{
    const bool isPython = request.prompt.contains("def "_L1);
    const bool isC = request.prompt.contains(u'{') || request.prompt.contains(u';');
    Answer answer;
    answer.content = AnswerBook::fill(isPython ? u"python"_s : isC ? u"c"_s : u"prose"_s);
    finishUp(answer, request.options);
    if (request.echo)
        answer.content.prepend(request.prompt);
    return answer;
}

} // namespace pennyworth::simulated
