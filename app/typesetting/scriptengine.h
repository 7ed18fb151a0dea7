// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "typesetting/coderole.h"
#include "typesetting/formula.h"

#include <QJSEngine>
#include <QJSValue>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>

namespace pennyworth {

/// The JavaScript libraries that set TeX (MathJax) and colour code (highlight.js), each in an
/// engine of its own that starts when first needed. Used on one thread; only interrupt() and stop()
/// may be called from another one.
class ScriptEngine final {
public:
    /// `begun` is called when the work itself begins: the library is there.
    explicit ScriptEngine(std::function<void()> begun);
    ~ScriptEngine();
    ScriptEngine(const ScriptEngine &) = delete;
    ScriptEngine &operator=(const ScriptEngine &) = delete;

    /// Whether the libraries are built into the program.
    [[nodiscard]] static bool isAvailable();

    /// An error's detail is what is wrong with the TeX, in MathJax's words.
    [[nodiscard]] Result<Formula> set(const TexSource &source);

    /// An error where nobody knows the language.
    [[nodiscard]] Result<CodeSpans> color(const CodeSource &source);

    /// What runs now ends with an error of the kind TimedOut.
    void interrupt();
    void stop(); ///< and nothing runs any more

    void close(); ///< on the thread on which it was used, before it ends

private:
    class Running;

    void startTex();
    void startCode();
    [[nodiscard]] Result<QJSValue> call(
        QJSEngine &engine, const QJSValue &function, const QJSValueList &arguments);

    std::function<void()> m_begun;
    std::unique_ptr<QJSEngine> m_texEngine;
    std::unique_ptr<QJSEngine> m_codeEngine;
    QJSValue m_set;
    QJSValue m_color;
    QStringList m_languages; // that the engine was not told yet
    std::atomic<QJSEngine *> m_running = nullptr;
    std::atomic<bool> m_isStopped = false;
};

} // namespace pennyworth
