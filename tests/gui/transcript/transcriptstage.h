// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <QTemporaryDir>

#include <memory>

namespace pennyworth::test {

/// A shown TranscriptView of 800 × 600 with its model, for one test.
class TranscriptStage final {
public:
    TranscriptStage();
    ~TranscriptStage();

    [[nodiscard]] MessageListModel &model() { return m_model; }
    [[nodiscard]] TranscriptView &view() { return *m_view; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] Settings &settings() { return m_settings; }

    void stream(MessageId id, int paragraphs); ///< appends that many
    [[nodiscard]] bool isAtEnd() const;
    /// In the viewport; fails the test where the message has no such control.
    [[nodiscard]] QPoint controlCenter(int row, TranscriptControl::Kind kind);
    [[nodiscard]] bool hasControl(int row, TranscriptControl::Kind kind);
    void press(int row, TranscriptControl::Kind kind);
    /// In the viewport, where the first occurrence of `text` in a message begins.
    [[nodiscard]] QPoint placeOf(int row, const QString &text);

private:
    QTemporaryDir m_home;
    Settings m_settings;
    Theme m_theme;
    MessageListModel m_model;
    std::unique_ptr<TranscriptView> m_view;
};

} // namespace pennyworth::test
