// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/controltext.h"

#include <QCoreApplication>

namespace pennyworth {

QString actionLabel(TranscriptControl::Kind kind)
{
    switch (kind) {
    case TranscriptControl::Kind::Copy:
    case TranscriptControl::Kind::CopyCode:
        return QCoreApplication::translate("pennyworth::Transcript", "Copy");
    case TranscriptControl::Kind::LoadPicture:
        return QCoreApplication::translate("pennyworth::Transcript", "Load image");
    case TranscriptControl::Kind::Regenerate:
        //: ask for another answer to the same prompt
        return QCoreApplication::translate("pennyworth::Transcript", "Regenerate");
    case TranscriptControl::Kind::Continue:
        //: let the model go on with an answer that broke off
        return QCoreApplication::translate("pennyworth::Transcript", "Continue");
    case TranscriptControl::Kind::Previous:
        //: another answer to the same prompt, or other words of the same prompt
        return QCoreApplication::translate("pennyworth::Transcript", "Previous version");
    case TranscriptControl::Kind::Next:
        return QCoreApplication::translate("pennyworth::Transcript", "Next version");
    case TranscriptControl::Kind::Edit:
        return QCoreApplication::translate("pennyworth::Transcript", "Edit");
    case TranscriptControl::Kind::Figures:
        //: how the cost of an answer comes about
        return QCoreApplication::translate("pennyworth::Transcript", "Figures");
    case TranscriptControl::Kind::Menu:
        //: the button that opens the menu of a message
        return QCoreApplication::translate("pennyworth::Transcript", "More");
    case TranscriptControl::Kind::Reasoning:
    case TranscriptControl::Kind::Remedy:
        return {};
    }
    Q_UNREACHABLE();
}

QString remedyLabel(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::Retry:
        return QCoreApplication::translate("pennyworth::Transcript", "Try again");
    case Remedy::Continue:
        return QCoreApplication::translate("pennyworth::Transcript", "Continue");
    case Remedy::SetKey:
    case Remedy::UnlockKeychain:
        return QCoreApplication::translate("pennyworth::Transcript", "Set API key");
    case Remedy::TopUp:
        //: add money to the account at the service
        return QCoreApplication::translate("pennyworth::Transcript", "Top up");
    case Remedy::ChooseModel:
        return QCoreApplication::translate("pennyworth::Transcript", "Choose another model");
    case Remedy::ShortenPrompt:
        return QCoreApplication::translate("pennyworth::Transcript", "New chat");
    case Remedy::CheckAddress:
    case Remedy::OpenSettings:
        return QCoreApplication::translate("pennyworth::Transcript", "Choose another service");
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
