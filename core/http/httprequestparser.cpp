// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httprequestparser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace coldframe {

namespace {

constexpr qint64 LongestChunkSizeLine = 4096;
constexpr qint64 LargestBody = qint64(1) << 60; // keeps sums of sizes inside 64 bits

bool isTokenByte(char byte)
{
    static constexpr auto allowed = [] {
        std::array<bool, 256> table{};
        for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
            table[static_cast<unsigned char>(c)] = true;
        return table;
    }();
    return allowed[static_cast<unsigned char>(byte)];
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

/// Without blanks and control characters; bytes of UTF-8 pass.
bool isTarget(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) > 0x20 && byte != 0x7f;
    });
}

bool isFieldValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f) || byte == '\t';
    });
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    const auto isBlank = [](char byte) { return byte == ' ' || byte == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

bool equalsWithoutCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

bool listContains(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        if (equalsWithoutCase(withoutBlanks(comma < 0 ? list : list.first(comma)), token))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

/// Digits and nothing else, up to LargestBody.
std::optional<qint64> parseSize(QByteArrayView digits, int base)
{
    std::uint64_t size = 0;
    const auto [next, error] = std::from_chars(digits.begin(), digits.end(), size, base);
    if (error != std::errc() || next != digits.end() || size > std::uint64_t(LargestBody))
        return std::nullopt;
    return static_cast<qint64>(size);
}

/// Name and value of a header line; nothing when it is malformed.
std::optional<HttpHeader> parseHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !isToken(line.first(colon)))
        return std::nullopt; // also a folded line, which RFC 9112 (5.2) lets a server refuse
    const QByteArrayView value = withoutBlanks(line.sliced(colon + 1));
    if (!isFieldValue(value))
        return std::nullopt;
    return HttpHeader{line.first(colon).toByteArray(), value.toByteArray()};
}

} // namespace

HttpRequestParser::HttpRequestParser(Limits limits)
    : m_limits(limits)
{ }

HttpRequestParser::Event HttpRequestParser::read(QByteArrayView &bytes)
{
    m_bodyPart = {};
    while (!m_failureStatus) {
        if (m_state == State::Complete)
            return Event::Request;
        if (bytes.isEmpty())
            return Event::NeedsBytes;
        if (m_state == State::Body || m_state == State::ChunkData) {
            addBody(bytes);
            if (!m_bodyPart.isEmpty())
                return Event::BodyPart;
            continue;
        }
        QByteArrayView line;
        if (takeLine(bytes, line) != HeadLine::Complete)
            continue;
        const bool inHead = m_state == State::Header;
        readLine(line);
        if (!m_partialLine.isEmpty())
            m_partialLine.resize(0); // keeps its memory; line may point into it until here
        if (inHead && m_state != State::Header && !m_failureStatus)
            return Event::Head;
    }
    return Event::Failed;
}

HttpRequest HttpRequestParser::takeRequest()
{
    m_state = State::RequestLine;
    m_lineBytes = 0;
    m_contentLength.reset();
    m_chunked = false;
    m_expectsContinue = false;
    m_passesBodyOn = false;
    return std::exchange(m_request, {});
}

bool HttpRequestParser::takeContinueExpected()
{
    return std::exchange(m_continueExpected, false);
}

/// Takes one line with its end off the bytes. The limits hold for a line that is not complete just
/// as for a complete one, so the answer does not depend on how the bytes arrive.
HttpRequestParser::HeadLine HttpRequestParser::takeLine(QByteArrayView &bytes, QByteArrayView &line)
{
    const qsizetype newline = bytes.indexOf('\n');
    const QByteArrayView taken = newline < 0 ? bytes : bytes.first(newline + 1);
    bytes = bytes.sliced(taken.size());
    m_lineBytes += taken.size();
    const bool inChunk = m_state == State::ChunkSize || m_state == State::ChunkEnd;
    if (m_lineBytes > (inChunk ? LongestChunkSizeLine : m_limits.headerBytes)) {
        fail(inChunk ? 400 : 431);
        return HeadLine::Failed;
    }
    if (newline < 0 || !m_partialLine.isEmpty())
        m_partialLine.append(taken);
    if (newline < 0)
        return HeadLine::Incomplete;
    line = m_partialLine.isEmpty() ? taken : QByteArrayView(m_partialLine);
    if (!line.endsWith("\r\n")) {
        fail(400);
        return HeadLine::Failed;
    }
    line.chop(2);
    return HeadLine::Complete;
}

void HttpRequestParser::readLine(QByteArrayView line)
{
    switch (m_state) {
    case State::RequestLine:
        readRequestLine(line);
        return;
    case State::Header:
        readHeader(line);
        return;
    case State::ChunkSize:
        readChunkSize(line);
        return;
    case State::ChunkEnd:
        m_state = State::ChunkSize;
        m_lineBytes = 0;
        if (!line.isEmpty())
            fail(400);
        return;
    case State::Trailer:
        readTrailer(line);
        return;
    case State::Body:
    case State::ChunkData:
    case State::Complete:
        return;
    }
}

void HttpRequestParser::readRequestLine(QByteArrayView line)
{
    if (line.isEmpty()) { // RFC 9112 (2.2): some clients end a body with an extra line break
        m_lineBytes = 0;
        return;
    }
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last) {
        fail(400);
        return;
    }
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method) || !isTarget(target) || !version.startsWith("HTTP/")) {
        fail(400);
        return;
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        fail(505);
        return;
    }
    m_request.method = method.toByteArray();
    m_request.target = target.toByteArray();
    m_request.minorVersion = version.back() - '0';
    m_request.keepAlive = m_request.minorVersion == 1;
    m_request.headers.reserve(8);
    m_state = State::Header;
}

void HttpRequestParser::readHeader(QByteArrayView line)
{
    if (line.isEmpty()) {
        finishHead();
        return;
    }
    std::optional<HttpHeader> header = parseHeader(line);
    if (!header) {
        fail(400);
        return;
    }
    readFraming(*header);
    m_request.headers.push_back(*std::move(header));
}

/// The headers that say how the request is transmitted.
void HttpRequestParser::readFraming(const HttpHeader &header)
{
    if (equalsWithoutCase(header.name, "Content-Length")) {
        readContentLength(header.value);
    } else if (equalsWithoutCase(header.name, "Transfer-Encoding")) {
        if (m_chunked || m_request.minorVersion == 0)
            fail(400);
        else if (!equalsWithoutCase(header.value, "chunked"))
            fail(501);
        m_chunked = true;
    } else if (equalsWithoutCase(header.name, "Connection")) {
        if (listContains(header.value, "close"))
            m_request.keepAlive = false;
    } else if (equalsWithoutCase(header.name, "Expect")) {
        if (!equalsWithoutCase(header.value, "100-continue"))
            fail(417);
        m_expectsContinue = m_request.minorVersion == 1;
    }
}

void HttpRequestParser::readContentLength(QByteArrayView value)
{
    const std::optional<qint64> size = parseSize(value, 10);
    if (!size || (m_contentLength && m_contentLength != size)) {
        fail(400);
        return;
    }
    m_contentLength = size;
}

void HttpRequestParser::finishHead()
{
    if (m_chunked && m_contentLength) { // the way to smuggle a request (RFC 9112, 6.3)
        fail(400);
        return;
    }
    if (m_chunked) {
        m_continueExpected = m_expectsContinue;
        m_lineBytes = 0;
        m_state = State::ChunkSize;
        return;
    }
    m_missing = m_contentLength.value_or(0);
    m_state = m_missing == 0 ? State::Complete : State::Body;
    m_continueExpected = m_expectsContinue && m_missing > 0;
}

void HttpRequestParser::addBody(QByteArrayView &bytes)
{
    const qsizetype size = std::min<qint64>(m_missing, bytes.size());
    if (m_passesBodyOn) {
        m_bodyPart = bytes.first(size);
    } else if (m_missing > m_limits.bodyBytes - m_request.bodyBytes) {
        discardBody();
    } else if (!m_request.bodyTooLarge) {
        if (m_state == State::Body)
            m_request.body.reserve(m_missing); // does nothing behind the first part
        m_request.body.append(bytes.first(size));
    }
    bytes = bytes.sliced(size);
    m_request.bodyBytes += size;
    m_missing -= size;
    m_continueExpected = false; // the client didn't wait
    if (m_missing > 0)
        return;
    m_lineBytes = 0;
    m_state = m_state == State::Body ? State::Complete : State::ChunkEnd;
}

void HttpRequestParser::readChunkSize(QByteArrayView line)
{
    m_continueExpected = false;
    const qsizetype extension = line.indexOf(';');
    const std::optional<qint64> size
        = parseSize(withoutBlanks(extension < 0 ? line : line.first(extension)), 16);
    if (!size || *size > LargestBody - m_request.bodyBytes
        || (extension >= 0 && !isFieldValue(line.sliced(extension)))) {
        fail(400);
        return;
    }
    if (*size == 0) {
        m_lineBytes = 0;
        m_state = State::Trailer;
        return;
    }
    m_missing = *size;
    m_state = State::ChunkData;
}

void HttpRequestParser::discardBody()
{
    m_request.bodyTooLarge = true;
    m_request.body = {};
}

void HttpRequestParser::readTrailer(QByteArrayView line)
{
    if (line.isEmpty()) {
        m_state = State::Complete;
        return;
    }
    std::optional<HttpHeader> trailer = parseHeader(line);
    if (!trailer) {
        fail(400);
        return;
    }
    m_request.trailers.push_back(*std::move(trailer));
}

void HttpRequestParser::fail(int status)
{
    if (!m_failureStatus)
        m_failureStatus = status;
    m_continueExpected = false;
}

} // namespace coldframe
