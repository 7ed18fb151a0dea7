// SPDX-License-Identifier: GPL-3.0-or-later
#include "typesetting/scriptengine.h"

#include "typesetting/shortlines.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QObject>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kScripts = ":/pennyworth/typeset/"_L1;
constexpr auto kLanguages = ":/pennyworth/typeset/highlight/languages/"_L1;
constexpr auto kLanguageEnd = ".min.js"_L1;

// The matching of one regular expression cannot be interrupted, so lines that only a machine writes
// are left alone.
constexpr qsizetype kLongestLine = 5'000;
constexpr qsizetype kLongestTex = 200'000;

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool evaluate(QJSEngine &engine, const QString &path)
{
    const QString script = contentsOf(path);
    return !script.isEmpty() && !engine.evaluate(script, path).isError();
}

Error failure(const QString &detail)
{
    return {.kind = ErrorKind::InvalidValue, .detail = detail};
}

// "offset,length,scope,…"
CodeSpans readSpans(const QString &text, const ShortLines &lines)
{
    CodeSpans spans;
    const QList<QStringView> fields = QStringView(text).split(u',', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 2 < fields.size(); i += 3) {
        const int start = fields.at(i).toInt();
        const int from = lines.wholeOffset(start);
        const int to = lines.wholeOffset(start + fields.at(i + 1).toInt());
        const CodeSpan span{
            .start = from, .length = to - from, .role = roleOfScope(fields.at(i + 2))};
        if (span.role == CodeRole::Plain)
            continue;
        const bool joins = !spans.isEmpty() && spans.constLast().role == span.role
            && spans.constLast().start + spans.constLast().length == span.start;
        if (joins)
            spans.last().length += span.length;
        else
            spans.append(span);
    }
    return spans;
}

/// What the scripts can ask of the program: one more language.
class LanguageLoader final : public QObject {
    Q_OBJECT

public:
    explicit LanguageLoader(QJSEngine *engine)
        : QObject(engine)
        , m_engine(*engine)
    {
    }

    Q_INVOKABLE bool load(const QString &name)
    {
        const bool isPlain = std::ranges::all_of(
            name, [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; });
        return isPlain && evaluate(m_engine, kLanguages + name + kLanguageEnd);
    }

private:
    QJSEngine &m_engine;
};

} // namespace

/// Marks an engine as the one that an interruption concerns.
class ScriptEngine::Running final {
public:
    Running(std::atomic<QJSEngine *> &running, QJSEngine &engine)
        : m_running(running)
    {
        engine.setInterrupted(false);
        m_running = &engine;
    }
    ~Running() { m_running = nullptr; }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

private:
    std::atomic<QJSEngine *> &m_running;
};

ScriptEngine::ScriptEngine(std::function<void()> begun)
    : m_begun(std::move(begun))
{
    // Of the libraries' own style, which nobody here can change.
    QLoggingCategory::setFilterRules(u"qt.qml.compiler.warning=false"_s);
}

ScriptEngine::~ScriptEngine() = default;

bool ScriptEngine::isAvailable()
{
    static const bool isThere = QFile::exists(kScripts + "tex.js"_L1);
    return isThere;
}

void ScriptEngine::interrupt()
{
    if (QJSEngine *engine = m_running)
        engine->setInterrupted(true);
}

void ScriptEngine::stop()
{
    m_isStopped = true;
    interrupt();
}

void ScriptEngine::close()
{
    m_set = {};
    m_color = {};
    m_texEngine.reset();
    m_codeEngine.reset();
}

void ScriptEngine::startTex()
{
    m_texEngine = std::make_unique<QJSEngine>();
    const Running running(m_running, *m_texEngine);
    const QStringList scripts{u"before-tex"_s, u"mathjax/loader"_s, u"mathjax/core"_s,
        u"mathjax/adaptors/liteDOM"_s, u"mathjax/input/tex-full"_s, u"mathjax/output/svg"_s,
        u"mathjax/output/svg/fonts/tex"_s, u"tex"_s};
    const bool isStarted = std::ranges::all_of(scripts, [this](const QString &script) {
        return !m_isStopped && evaluate(*m_texEngine, kScripts + script + ".js"_L1);
    });
    if (isStarted)
        m_set = m_texEngine->globalObject().property(u"setTex"_s);
}

void ScriptEngine::startCode()
{
    m_codeEngine = std::make_unique<QJSEngine>();
    const Running running(m_running, *m_codeEngine);
    auto *loader = new LanguageLoader(m_codeEngine.get());
    const QJSValue load = m_codeEngine->newQObject(loader).property(u"load"_s);
    m_codeEngine->globalObject().setProperty(u"loadLanguage"_s, load);
    if (m_isStopped || !evaluate(*m_codeEngine, kScripts + "before-code.js"_L1)
        || !evaluate(*m_codeEngine, kScripts + "highlight/highlight.min.js"_L1)
        || !evaluate(*m_codeEngine, kScripts + "code.js"_L1))
        return;
    m_color = m_codeEngine->globalObject().property(u"colour"_s);
    m_languages = QDir(kLanguages).entryList({u'*' + kLanguageEnd});
    m_languages.replaceInStrings(kLanguageEnd, QString());
}

Result<QJSValue> ScriptEngine::call(
    QJSEngine &engine, const QJSValue &function, const QJSValueList &arguments)
{
    if (m_isStopped || !function.isCallable())
        return failure(u"not started"_s);
    const Running running(m_running, engine);
    m_begun();
    const QJSValue answer = function.call(arguments);
    if (engine.isInterrupted())
        return Error{.kind = ErrorKind::TimedOut};
    if (answer.isError())
        return failure(answer.toString());
    return answer;
}

Result<Formula> ScriptEngine::set(const TexSource &source)
{
    if (source.tex.size() > kLongestTex)
        return Error{.kind = ErrorKind::TimedOut};
    if (!m_texEngine)
        startTex();
    const Result<QJSValue> answer =
        call(*m_texEngine, m_set, {QJSValue(source.tex), QJSValue(source.isDisplay)});
    if (!answer)
        return answer.error();
    const QJSValue error = answer->property(u"error"_s);
    if (!error.isUndefined())
        return failure(error.toString());
    return Formula{.svg = answer->property(u"svg"_s).toString().toUtf8(),
        .width = answer->property(u"width"_s).toNumber(),
        .height = answer->property(u"height"_s).toNumber(),
        .depth = answer->property(u"depth"_s).toNumber()};
}

Result<CodeSpans> ScriptEngine::color(const CodeSource &source)
{
    const ShortLines lines(source.code, kLongestLine);
    if (lines.code().isEmpty() && !source.code.isEmpty())
        return failure(u"a line is too long"_s);
    if (!m_codeEngine)
        startCode();
    const QJSValue languages = m_codeEngine->toScriptValue(std::exchange(m_languages, {}));
    const Result<QJSValue> answer = call(*m_codeEngine, m_color,
        {QJSValue(source.language.toLower()), QJSValue(lines.code()), languages});
    if (!answer)
        return answer.error();
    if (!answer->isString())
        return failure(u"nobody knows the language"_s);
    return readSpans(answer->toString(), lines);
}

} // namespace pennyworth

#include "scriptengine.moc"
