// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httprequestparser.h"

#include <algorithm>

namespace pennyworth::simulated {

namespace {

constexpr qsizetype kChunkLineLimit = 4096;
constexpr qsizetype kCompactFrom = 64 * 1024;

// RFC 9110 5.6.2
bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    const auto isTokenCharacter = [marks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || marks.contains(c);
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

std::optional<qsizetype> toSize(QByteArrayView text, int base)
{
    const auto isDigit = [base](char c) {
        const bool hex = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        return (c >= '0' && c <= '9') || (base == 16 && hex);
    };
    if (text.isEmpty() || text.size() > 15 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    return text.toByteArray().toLongLong(nullptr, base);
}

} // namespace

HttpRequestParser::HttpRequestParser(HttpLimits limits)
    : m_limits(limits)
{
}

void HttpRequestParser::addBytes(const QByteArray &bytes)
{
    if (m_state != State::Bad)
        m_buffer += bytes;
}

std::optional<HttpRequest> HttpRequestParser::next()
{
    while (m_state != State::Complete && step()) { }
    if (m_offset > kCompactFrom || m_offset == m_buffer.size()) {
        m_buffer.remove(0, m_offset);
        m_offset = 0;
    }
    if (m_state != State::Complete)
        return std::nullopt;
    m_state = State::Head;
    m_headBytes = 0;
    m_continueWanted = false;
    return std::exchange(m_request, {});
}

bool HttpRequestParser::step()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
        return readBody();
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkData:
        return readChunkData();
    case State::ChunkEnd:
        return readChunkEnd();
    case State::Trailer:
        return readTrailer();
    case State::Complete:
    case State::Bad:
        return false;
    }
    return false;
}

/// The next line without its end, LF or CRLF. Empty where it has not arrived; an error where it is
/// longer than `limit`.
std::optional<QByteArrayView> HttpRequestParser::takeLine(qsizetype limit)
{
    const QByteArrayView rest = unread();
    const qsizetype end = rest.indexOf('\n', m_searched);
    if ((end < 0 ? rest.size() : end) > limit) {
        fail(m_state == State::ChunkSize ? 400 : 431);
        return std::nullopt;
    }
    if (end < 0) {
        m_searched = rest.size();
        return std::nullopt;
    }
    m_searched = 0;
    m_offset += end + 1;
    QByteArrayView line = rest.first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

bool HttpRequestParser::readHead()
{
    const std::optional<QByteArrayView> line = takeLine(m_limits.head - m_headBytes);
    if (!line)
        return false;
    m_headBytes += line->size() + 2;
    if (m_request.method.isEmpty())
        return line->isEmpty()
            || parseRequestLine(*line); // empty lines before a request are allowed: RFC 9112 2.2
    return line->isEmpty() ? chooseFraming() : parseHeaderLine(*line);
}

bool HttpRequestParser::parseRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first)
        return fail(400);
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method) || !target.startsWith('/') || target.contains(' '))
        return fail(400);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return fail(version.startsWith("HTTP/") ? 505 : 400);

    const qsizetype question = target.indexOf('?');
    m_request.method = method.toByteArray();
    m_request.path = (question < 0 ? target : target.first(question)).toByteArray();
    m_request.query = question < 0 ? QByteArray() : target.sliced(question + 1).toByteArray();
    m_request.minorVersion = version.endsWith('1') ? 1 : 0;
    return true;
}

bool HttpRequestParser::parseHeaderLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)) || line.contains('\0') || line.contains('\r'))
        return fail(400); // also folded lines and a blank before the colon: RFC 9112 5
    m_request.headers.emplaceBack(
        line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray());
    return true;
}

bool HttpRequestParser::chooseFraming()
{
    QByteArray length;
    int hosts = 0;
    bool chunked = false;
    for (const auto &[name, value] : std::as_const(m_request.headers)) {
        hosts += name == "host";
        if (name == "content-length") {
            if (!length.isEmpty() && length != value)
                return fail(400);
            length = value.isEmpty() ? QByteArray("?") : value;
        } else if (name == "transfer-encoding") {
            if (value.toLower() != "chunked")
                return fail(501);
            if (std::exchange(chunked, true))
                return fail(400);
        }
    }
    if (m_request.minorVersion == 1 && hosts != 1)
        return fail(400);
    if (chunked && (!length.isEmpty() || m_request.minorVersion == 0))
        return fail(400); // both framings at once: request smuggling, RFC 9112 6.1

    if (!chunked) {
        const std::optional<qsizetype> size =
            toSize(length.isEmpty() ? QByteArray("0") : length, 10);
        if (!size)
            return fail(400);
        if (*size > m_limits.body)
            return fail(413);
        m_wanted = *size;
    }
    m_state = chunked ? State::ChunkSize : m_wanted == 0 ? State::Complete : State::Body;
    m_continueWanted =
        m_state != State::Complete && m_request.header("expect").toLower() == "100-continue";
    return true;
}

bool HttpRequestParser::readBody()
{
    if (unread().size() < m_wanted)
        return false;
    m_request.body = unread().first(m_wanted).toByteArray();
    m_offset += m_wanted;
    m_state = State::Complete;
    return true;
}

bool HttpRequestParser::readChunkSize()
{
    const std::optional<QByteArrayView> line = takeLine(kChunkLineLimit);
    if (!line)
        return false;
    const qsizetype semicolon = line->indexOf(';');
    const QByteArrayView digits = semicolon < 0 ? *line : line->first(semicolon);
    const std::optional<qsizetype> size = toSize(digits.trimmed(), 16);
    if (!size)
        return fail(400);
    if (*size > m_limits.body - m_request.body.size())
        return fail(413);
    m_wanted = *size;
    m_state = m_wanted == 0 ? State::Trailer : State::ChunkData;
    return true;
}

bool HttpRequestParser::readChunkData()
{
    const qsizetype count = std::min(unread().size(), m_wanted);
    if (count == 0)
        return false;
    m_request.body += unread().first(count);
    m_offset += count;
    m_wanted -= count;
    if (m_wanted == 0)
        m_state = State::ChunkEnd;
    return true;
}

bool HttpRequestParser::readChunkEnd()
{
    const QByteArrayView rest = unread();
    if (rest.isEmpty() || (rest.front() == '\r' && rest.size() < 2))
        return false;
    const bool crlf = rest.front() == '\r' && rest[1] == '\n';
    if (!crlf && rest.front() != '\n')
        return fail(400);
    m_offset += crlf ? 2 : 1;
    m_state = State::ChunkSize;
    return true;
}

bool HttpRequestParser::readTrailer()
{
    const std::optional<QByteArrayView> line = takeLine(m_limits.head - m_headBytes);
    if (!line)
        return false;
    m_headBytes += line->size() + 2;
    if (line->isEmpty())
        m_state = State::Complete;
    return true;
}

bool HttpRequestParser::fail(int status)
{
    m_errorStatus = status;
    m_state = State::Bad;
    m_buffer.clear();
    m_offset = 0;
    m_searched = 0;
    return false;
}

} // namespace pennyworth::simulated
