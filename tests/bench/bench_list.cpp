// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/filledhome.h"
#include "bench/steptimes.h"
#include "chat/ownedservices.h"
#include "chat/workspace.h"
#include "conversations/conversationfilter.h"
#include "conversations/conversationlist.h"
#include "conversations/conversationlistmodel.h"
#include "conversations/quickswitcher.h"
#include "store/store.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QWindow>

#include <benchmark/benchmark.h>

namespace pennyworth::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kConversations = 10'000;

/// The list of a home with very many conversations, as large as in the window.
class Stage final {
public:
    Stage()
        : m_services(Paths(m_home.path()), 0ms)
        , workspace(m_services.services())
        , m_settings(m_home.filePath(u"settings.ini"_s))
        , theme(m_settings)
    {
        Store &store = m_services.services().store;
        static_cast<void>(store.open().result());
        fillHome(store, kConversations, 1);
    }

    void load()
    {
        bool isLoaded = false;
        const QObject context;
        QObject::connect(&workspace, &Workspace::conversationsLoaded, &context,
            [&isLoaded] { isLoaded = true; });
        workspace.load();
        while (!isLoaded)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    static void show(QWidget &widget)
    {
        widget.resize(248, 700);
        widget.show();
        while (!widget.windowHandle()->isExposed())
            QApplication::processEvents();
        widget.repaint();
    }

private:
    QTemporaryDir m_home;
    OwnedServices m_services;

public:
    Workspace workspace;

private:
    Settings m_settings;

public:
    Theme theme;
};

// From the list in memory to the painted rows.
void open10000(benchmark::State &state)
{
    Stage stage;
    stage.load();
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        times.measure([&] {
            ConversationListModel model(stage.workspace);
            ConversationFilter filter;
            filter.setSourceModel(&model);
            ConversationList list(stage.theme, filter);
            Stage::show(list);
        });
    }
    times.report(state);
}

// One letter typed into the search field, to the painted rows.
void filter10000(benchmark::State &state)
{
    Stage stage;
    stage.load();
    ConversationListModel model(stage.workspace);
    ConversationFilter filter;
    filter.setSourceModel(&model);
    ConversationList list(stage.theme, filter);
    Stage::show(list);
    list.choose(filter.idAt(filter.index(42, 0)));
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        for (const QString &typed : {u"1"_s, u"12"_s, u"123"_s, u"12"_s, u"1"_s, QString()}) {
            times.measure([&] {
                filter.setText(typed);
                list.repaint();
                list.viewport()->repaint();
            });
        }
    }
    times.report(state);
}

void scroll10000(benchmark::State &state)
{
    Stage stage;
    stage.load();
    ConversationListModel model(stage.workspace);
    ConversationFilter filter;
    filter.setSourceModel(&model);
    ConversationList list(stage.theme, filter);
    Stage::show(list);
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        QScrollBar *bar = list.verticalScrollBar();
        for (int i = 0; i < 300; ++i) {
            times.measure([&] {
                bar->setValue((bar->value() + 1777) % bar->maximum());
                list.viewport()->repaint();
            });
        }
    }
    times.report(state);
}

// Ctrl+K and a few letters, each to the painted rows.
void switcher10000(benchmark::State &state)
{
    Stage stage;
    stage.load();
    const ConversationListModel model(stage.workspace);
    QWidget window;
    QuickSwitcher switcher(stage.theme, model, &window);
    Stage::show(window);
    window.resize(1280, 820);
    StepTimes times;
    for ([[maybe_unused]] const auto _ : state) {
        times.measure([&] {
            switcher.open();
            window.repaint();
        });
        auto *field = switcher.findChild<QLineEdit *>(u"switcherField"_s);
        for (const QString &typed : {u"q"_s, u"qu"_s, u"qu 1"_s, u"qu 17"_s}) {
            times.measure([&] {
                field->setText(typed);
                window.repaint();
            });
        }
    }
    times.report(state);
}

BENCHMARK(open10000)->Name("list/open/10000")->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(filter10000)->Name("list/filter/10000")->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(scroll10000)->Name("list/scroll/10000")->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(switcher10000)->Name("switcher/10000")->Unit(benchmark::kMillisecond)->Iterations(5);

} // namespace

} // namespace pennyworth::bench
