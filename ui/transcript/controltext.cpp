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
    case TranscriptControl::Kind::SaveCode:
        return QCoreApplication::translate("pennyworth::Transcript", "Save as…");
    case TranscriptControl::Kind::WrapCode:
        //: show lines that are too long in several rows
        return QCoreApplication::translate("pennyworth::Transcript", "Wrap");
    case TranscriptControl::Kind::NumberCode:
        return QCoreApplication::translate("pennyworth::Transcript", "Line numbers");
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
    case TranscriptControl::Kind::SetPrice:
        //: say by whose price list a service bills, where no price is known
        return QCoreApplication::translate("pennyworth::Transcript", "Set one");
    case TranscriptControl::Kind::Menu:
        //: the button that opens the menu of a message
        return QCoreApplication::translate("pennyworth::Transcript", "More");
    case TranscriptControl::Kind::Reasoning:
    case TranscriptControl::Kind::Remedy:
        return {};
    }
    Q_UNREACHABLE();
}

QString actionName(const TranscriptControl &control)
{
    using enum TranscriptControl::Kind;
    const int number = control.number + 1;
    if (control.kind == CopyCode) {
        //: %1 is a number: a message has several blocks of code
        return QCoreApplication::translate("pennyworth::Transcript", "Copy code %1").arg(number);
    }
    if (control.kind == SaveCode) {
        //: %1 is a number: a message has several blocks of code
        return QCoreApplication::translate("pennyworth::Transcript", "Save code %1 as…")
            .arg(number);
    }
    if (control.kind == WrapCode && control.isOn) {
        //: %1 is a number: a message has several blocks of code
        return QCoreApplication::translate("pennyworth::Transcript", "Do not wrap code %1")
            .arg(number);
    }
    if (control.kind == WrapCode) {
        //: %1 is a number: a message has several blocks of code
        return QCoreApplication::translate("pennyworth::Transcript", "Wrap code %1").arg(number);
    }
    if (control.kind == NumberCode && control.isOn) {
        //: %1 is a number: a message has several blocks of code
        return QCoreApplication::translate(
            "pennyworth::Transcript", "Hide the line numbers of code %1")
            .arg(number);
    }
    if (control.kind == NumberCode) {
        //: %1 is a number: a message has several blocks of code
        return QCoreApplication::translate(
            "pennyworth::Transcript", "Show the line numbers of code %1")
            .arg(number);
    }
    if (control.kind == SetPrice)
        return QCoreApplication::translate("pennyworth::Transcript", "Set a price");
    return control.label;
}

QString actionTip(const TranscriptControl &control)
{
    switch (control.kind) {
    case TranscriptControl::Kind::CopyCode:
        return QCoreApplication::translate("pennyworth::Transcript", "Copy this code");
    case TranscriptControl::Kind::SaveCode:
        return QCoreApplication::translate("pennyworth::Transcript", "Save this code in a file");
    case TranscriptControl::Kind::WrapCode:
        return control.isOn
            ? QCoreApplication::translate("pennyworth::Transcript", "Let long lines run on")
            : QCoreApplication::translate("pennyworth::Transcript", "Wrap long lines");
    case TranscriptControl::Kind::NumberCode:
        return control.isOn
            ? QCoreApplication::translate("pennyworth::Transcript", "Hide line numbers")
            : QCoreApplication::translate("pennyworth::Transcript", "Show line numbers");
    case TranscriptControl::Kind::Reasoning:
    case TranscriptControl::Kind::LoadPicture:
    case TranscriptControl::Kind::Copy:
    case TranscriptControl::Kind::Regenerate:
    case TranscriptControl::Kind::Continue:
    case TranscriptControl::Kind::Remedy:
    case TranscriptControl::Kind::Previous:
    case TranscriptControl::Kind::Next:
    case TranscriptControl::Kind::Edit:
    case TranscriptControl::Kind::Figures:
    case TranscriptControl::Kind::Menu:
        return {};
    case TranscriptControl::Kind::SetPrice:
        return QCoreApplication::translate(
            "pennyworth::Transcript", "Choose the price list that this service bills by");
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
    case Remedy::StartFresh:
        return QCoreApplication::translate("pennyworth::Transcript", "New chat");
    case Remedy::EditPrompt:
        return QCoreApplication::translate("pennyworth::Transcript", "Edit the prompt");
    case Remedy::CheckAddress:
        return QCoreApplication::translate("pennyworth::Transcript", "Check the address");
    case Remedy::OpenSettings:
        return QCoreApplication::translate("pennyworth::Transcript", "Choose another service");
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
