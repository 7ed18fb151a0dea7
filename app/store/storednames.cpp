// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storednames.h"

#include "domain/errortext.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

QString storedName(Role role)
{
    switch (role) {
    case Role::User:
        return u"user"_s;
    case Role::Assistant:
        return u"assistant"_s;
    }
    return {};
}

QString storedName(MessageStatus status)
{
    switch (status) {
    case MessageStatus::Streaming:
        return u"streaming"_s;
    case MessageStatus::Complete:
        return u"complete"_s;
    case MessageStatus::Interrupted:
        return u"interrupted"_s;
    case MessageStatus::Failed:
        return u"failed"_s;
    }
    return {};
}

QString storedName(FinishReason reason)
{
    switch (reason) {
    case FinishReason::None:
        return u""_s;
    case FinishReason::Stop:
        return u"stop"_s;
    case FinishReason::Length:
        return u"length"_s;
    case FinishReason::ContentFilter:
        return u"content_filter"_s;
    case FinishReason::ToolCalls:
        return u"tool_calls"_s;
    case FinishReason::InsufficientResource:
        return u"insufficient_system_resource"_s;
    case FinishReason::Other:
        return u"other"_s;
    }
    return {};
}

QString storedName(Thinking thinking)
{
    switch (thinking) {
    case Thinking::Default:
        return u"default"_s;
    case Thinking::Off:
        return u"off"_s;
    case Thinking::On:
        return u"on"_s;
    }
    return {};
}

QString storedName(Effort effort)
{
    switch (effort) {
    case Effort::Default:
        return u"default"_s;
    case Effort::Low:
        return u"low"_s;
    case Effort::High:
        return u"high"_s;
    case Effort::Max:
        return u"max"_s;
    }
    return {};
}

QString storedName(CostSource source)
{
    switch (source) {
    case CostSource::Provider:
        return u"provider"_s;
    case CostSource::Computed:
        return u"computed"_s;
    case CostSource::Estimated:
        return u"estimated"_s;
    case CostSource::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString storedName(ErrorKind kind)
{
    return errorKindName(kind);
}

QString storedName(Charged charged)
{
    return chargedName(charged);
}

QString storedName(MaxTokensField field)
{
    switch (field) {
    case MaxTokensField::MaxTokens:
        return u"max_tokens"_s;
    case MaxTokensField::MaxCompletionTokens:
        return u"max_completion_tokens"_s;
    }
    return {};
}

} // namespace pennyworth
