// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/temperaturemenu.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QLocale>
#include <QMenu>

namespace pennyworth {

using namespace Qt::StringLiterals;

TemperatureMenu::TemperatureMenu(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_button(new Button(theme, ButtonKind::Quiet))
{
    m_button->setObjectName(u"temperatureButton"_s);
    m_button->setMenu(new QMenu(m_button));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button);
    setVisible(false);
}

bool takesTemperature(const Provider &provider, const GenerationSettings &settings)
{
    const Model *model = provider.findModel(settings.model);
    return !model || model->temperatureWhileThinking || settings.thinking == Thinking::Off;
}

QList<TemperatureMenu::Task> TemperatureMenu::tasks()
{
    return {{.name = tr("Coding and mathematics"), .shortName = tr("Coding"), .hundredths = 0},
        {.name = tr("Data analysis"), .shortName = tr("Data"), .hundredths = 100},
        {.name = tr("Conversation and translation"),
            .shortName = tr("Conversation"),
            .hundredths = 130},
        {.name = tr("Creative writing"), .shortName = tr("Creative"), .hundredths = 150}};
}

QString TemperatureMenu::figureText(int hundredths)
{
    return QLocale().toString(hundredths / 100.0, 'f', hundredths % 10 == 0 ? 1 : 2);
}

void TemperatureMenu::show(const Provider *provider, const GenerationSettings &settings)
{
    const bool isDeepSeek = provider && provider->priceBookProvider == "deepseek"_L1;
    const bool isShown = isDeepSeek && takesTemperature(*provider, settings);
    setVisible(isShown);
    if (isShown)
        fill(settings.temperatureHundredths);
}

void TemperatureMenu::fill(std::optional<int> current)
{
    QMenu *menu = m_button->menu();
    menu->clear();
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, std::optional<int> hundredths) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(hundredths == current);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, hundredths] { emit chosen(hundredths); });
    };
    QString shown = current ? figureText(*current) : tr("Temperature");
    //: The temperature left to the service, in a list of temperatures by task
    add(tr("As the service does"), {});
    bool isTask = !current;
    const QList<Task> all = tasks();
    for (const Task &task : all) {
        //: %1 is a kind of task, %2 the temperature recommended for it
        add(tr("%1 – %2").arg(task.name, figureText(task.hundredths)), task.hundredths);
        if (current == task.hundredths) {
            shown = tr("%1 – %2").arg(task.shortName, figureText(task.hundredths));
            isTask = true;
        }
    }
    if (!isTask) {
        //: A temperature that belongs to no task; %1 is the figure
        add(tr("Own choice – %1").arg(figureText(*current)), current);
    }
    m_button->setText(shown);
    //: %1 is a task with its figure, or "as the service does"
    m_button->setAccessibleName(
        tr("Temperature: %1").arg(current ? shown : tr("As the service does")));
    m_button->setToolTip(tr("How freely the model chooses its words, by task"));
    updateGeometry();
}

} // namespace pennyworth
