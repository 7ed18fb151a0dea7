// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/keytoglyph.h"
#include "bench/steptimes.h"
#include "chat/workspace.h"
#include "environment/clock.h"
#include "support/sampleconversation.h"
#include "support/scriptedtransport.h"
#include "theme/theme.h"
#include "window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QEventLoop>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <QWindow>

#include <benchmark/benchmark.h>

#include <memory>

namespace pennyworth::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The whole window over a real store and a network that says what the benchmark tells it to.
class WindowStage final {
public:
    WindowStage()
        : m_settings(m_home.filePath(u"settings.ini"_s))
        , m_theme(m_settings)
        , m_store(m_home.filePath(u"pennyworth.sqlite"_s), m_prices, m_clock)
    {
        qputenv("DEEPSEEK_API_KEY", "sk-bench");
        m_settings.setProviderAndModel(u"deepseek"_s, u"deepseek-flash"_s);
        static_cast<void>(m_store.open().result());
        m_workspace = std::make_unique<Workspace>(Services{.store = m_store,
            .keys = m_keys,
            .transport = m_transport,
            .prices = m_prices,
            .providers = m_providers,
            .clock = m_clock});
        m_window = std::make_unique<MainWindow>(
            m_theme, m_settings, *m_workspace, StartWith::LatestChoice);
        m_window->resize(1280, 820);
        m_window->start();
        m_window->show();
        m_workspace->load();
        while (!m_window->windowHandle()->isExposed())
            QApplication::processEvents();
        editor().setFocus();
    }

    ~WindowStage() { m_window->close(); }

    MainWindow &window() { return *m_window; }
    QPlainTextEdit &editor() { return *m_window->findChild<QPlainTextEdit *>(u"composer"_s); }

    /// Sends a prompt and waits until its reply can be told what to say.
    test::ScriptedStream &startReply()
    {
        editor().insertPlainText(u"Tell me."_s);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QApplication::sendEvent(&editor(), &enter);
        while (!m_transport.stream())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_transport.stream()->leave();
        return *m_transport.stream();
    }

private:
    QTemporaryDir m_home;
    Settings m_settings;
    Theme m_theme;
    SystemClock m_clock;
    PriceBook m_prices = PriceBook::builtIn().value();
    ProviderCatalog m_providers = ProviderCatalog::builtIn().value();
    KeyStore m_keys{u"pennyworth-bench"_s, 0ms};
    test::ScriptedTransport m_transport;
    Store m_store;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void runFor(std::chrono::milliseconds duration)
{
    QEventLoop loop;
    QTimer::singleShot(duration, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

// From the key to the painted letter, while a token of four letters arrives every 5 ms.
void keyToGlyph(benchmark::State &state)
{
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        WindowStage stage;
        test::ScriptedStream &reply = stage.startReply();
        const QString document = test::sampleDocument();
        qsizetype at = 0;
        QTimer tokens;
        tokens.setTimerType(Qt::PreciseTimer);
        tokens.setInterval(5ms);
        QObject::connect(&tokens, &QTimer::timeout, &stage.window(), [&] {
            reply.say(document.mid(at, 4));
            at = (at + 4) % document.size();
        });
        tokens.start();
        runFor(2s); // so that there is a reply to lay out
        KeyToGlyph(stage.window(), stage.editor(), times).type(400, 41ms);
    }
    times.report(state);
}

void paste1MB(benchmark::State &state)
{
    StepTimes times;
    WindowStage stage;
    QString text = test::sampleDocument();
    text = text.repeated(1'000'000 / text.size() + 1);
    QApplication::clipboard()->setText(text);
    for ([[maybe_unused]] const auto _ : state) {
        times.measure([&] {
            stage.editor().paste();
            stage.window().repaint();
        });
        stage.window()
            .findChild<QWidget *>(u"attachment"_s)
            ->findChild<QAbstractButton *>()
            ->click();
        QApplication::processEvents();
    }
    times.report(state);
}

// Typing while a megabyte that was pasted goes with the prompt.
void typeAfterPaste1MB(benchmark::State &state)
{
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        WindowStage stage;
        QApplication::clipboard()->setText(u"one long line without an end "_s.repeated(35'000));
        stage.editor().paste();
        KeyToGlyph(stage.window(), stage.editor(), times).type(200, 41ms);
    }
    times.report(state);
}

BENCHMARK(keyToGlyph)
    ->Name("composer/key_to_glyph/200tps")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(paste1MB)->Name("composer/paste/1MB")->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK(typeAfterPaste1MB)
    ->Name("composer/type_after_paste/1MB")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

} // namespace

} // namespace pennyworth::bench
