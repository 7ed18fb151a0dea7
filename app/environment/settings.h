// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <optional>

namespace pennyworth {

/// Which colours the interface takes.
enum class ThemeChoice {
    Desktop, ///< as the desktop says
    Light,
    Dark,
    HighContrast,
};

/// Which key sends the prompt; the other one breaks the line.
enum class SendKey { Enter, ControlEnter };

/// How much room lists and messages leave between their lines.
enum class Density { Comfortable, Compact };

/// What the desktop is told when an answer ends unseen.
enum class Notifications {
    Off,
    TitleOnly, ///< which conversation, nothing of what it says
    WithText, ///< with the beginning of the answer
};

/// What the user chose and how the window was left, in settings.ini. Holds no secret. Main thread,
/// owned by main(). What cannot be written is forgotten silently: losing a window's size is no
/// reason to stop anybody.
class Settings final {
public:
    explicit Settings(const QString &file); ///< Paths::settingsFile()

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// What the desktop last asked for, so that the first paint after a start is right before the
    /// desktop has answered. Never ThemeChoice::Desktop but where nothing is known.
    [[nodiscard]] ThemeChoice desktopTheme() const;
    void setDesktopTheme(ThemeChoice seen);
    [[nodiscard]] QString language() const; ///< a locale name ("zh_CN"); empty: the desktop's
    void setLanguage(const QString &locale);
    [[nodiscard]] SendKey sendKey() const;
    void setSendKey(SendKey key);
    [[nodiscard]] int textZoom() const; ///< of the transcript, in per cent, 50 to 300
    void setTextZoom(int percent);
    [[nodiscard]] bool isCodeWrapped() const; ///< code in the transcript
    void setCodeWrapped(bool wrapped);
    [[nodiscard]] bool hasCodeNumbers() const; ///< of its lines
    void setCodeNumbers(bool shown);
    [[nodiscard]] QString codeFolder() const; ///< code was last saved in; may be empty or gone
    void setCodeFolder(const QString &folder);
    [[nodiscard]] Density density() const;
    void setDensity(Density density);
    [[nodiscard]] Notifications notifications() const;
    void setNotifications(Notifications notifications);

    // --- what a new conversation starts with: the latest choice
    // ------------------------------------------------------
    [[nodiscard]] QString provider() const; ///< empty before the first choice
    [[nodiscard]] QString model() const;
    void setProviderAndModel(const QString &provider, const QString &model);

    // --- how the window was left
    // -------------------------------------------------------------------------------------
    [[nodiscard]] QByteArray windowGeometry() const; ///< of QWidget::saveGeometry
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] std::optional<int> sidebarWidth() const; ///< pixels
    void setSidebarWidth(int width);
    [[nodiscard]] std::optional<int> pricingPanelWidth() const;
    void setPricingPanelWidth(int width);
    [[nodiscard]] bool isSidebarShown() const;
    void setSidebarShown(bool shown);
    [[nodiscard]] bool isPricingPanelShown() const;
    void setPricingPanelShown(bool shown);
    [[nodiscard]] ConversationId lastConversation() const;
    void setLastConversation(ConversationId id);

private:
    [[nodiscard]] std::optional<int> width(QLatin1StringView key) const;

    QSettings m_file;
};

} // namespace pennyworth
