// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/logframes.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

constexpr quint32 magic = 0xA55A0000;
constexpr quint32 magicMask = 0xFFFF0000;
constexpr quint32 textBit = 0x1;
constexpr quint32 timestampBit = 0x2;
constexpr quint32 levelShift = 2;
constexpr std::array levels{LogLevel::None, LogLevel::Trace, LogLevel::Debug, LogLevel::Info,
                            LogLevel::Warn, LogLevel::Error, LogLevel::Fatal};

constexpr qsizetype shortHeaderBytes = 8;
constexpr qsizetype headerBytes = 16;

/// No client sends more in one message; a larger length is a header that only looks like one.
constexpr quint32 largestMessageBytes = 64 * 1024 * 1024;

/// Beyond the year 2200 a time stamp is no time.
constexpr quint64 largestTimestamp = 7'258'118'400'000'000;

quint32 typeOf(QByteArrayView bytes)
{
    return qFromBigEndian<quint32>(bytes.data());
}

bool isFrameType(quint32 type)
{
    const quint32 flags = type & ~magicMask;
    if ((type & magicMask) != magic || (flags >> levelShift) >= levels.size())
        return false;
    return (flags & timestampBit) != 0 || flags == textBit; // the old form has this one type
}

/// How many bytes at the beginning of a non-empty text can't be the beginning of a frame.
qsizetype strayBytes(QByteArrayView bytes)
{
    static constexpr std::array<char, 3> start{'\xa5', '\x5a', '\0'};
    // Most output has no such byte, and a flood of lines has to pass here.
    for (qsizetype i = bytes.indexOf(start[0]); i >= 0; i = bytes.indexOf(start[0], i + 1)) {
        const QByteArrayView rest = bytes.sliced(i);
        const auto compared = std::min<qsizetype>(rest.size(), std::ssize(start));
        if (!std::equal(start.begin(), start.begin() + compared, rest.begin()))
            continue;
        if (rest.size() >= 4 && !isFrameType(typeOf(rest)))
            continue;
        if (rest.size() >= shortHeaderBytes
            && qFromBigEndian<quint32>(rest.data() + 4) > largestMessageBytes)
            continue;
        return i;
    }
    return bytes.size();
}

std::optional<WallTime> timeOf(quint64 microseconds)
{
    if (microseconds > largestTimestamp)
        return std::nullopt;
    return WallTime(std::chrono::microseconds(microseconds));
}

} // namespace

LogFrameReader::LogFrameReader(qsizetype longestMessageBytes)
    : m_longestMessageBytes(longestMessageBytes)
{ }

void LogFrameReader::read(QByteArrayView bytes, const Handle &handle)
{
    QByteArray joined;
    if (!m_isInMessage && !m_kept.isEmpty()) { // the beginning of a header
        joined = std::exchange(m_kept, {});
        joined.append(bytes);
        bytes = joined;
    }
    while (!bytes.isEmpty()) {
        if (m_isInMessage) {
            bytes = readMessage(bytes, handle);
            continue;
        }
        if (const qsizetype stray = strayBytes(bytes); stray > 0) {
            readStray(bytes.first(stray), handle);
            bytes = bytes.sliced(stray);
            continue;
        }
        const bool isShort = bytes.size() >= 4 && (typeOf(bytes) & timestampBit) == 0;
        const qsizetype size = isShort ? shortHeaderBytes : headerBytes;
        if (bytes.size() < size) {
            m_kept = bytes.toByteArray();
            return;
        }
        const quint32 type = typeOf(bytes);
        m_frame.kind = (type & textBit) != 0 ? LogFrame::Kind::Text : LogFrame::Kind::Json;
        m_frame.level = levels[(type & ~magicMask) >> levelShift];
        m_frame.time = isShort ? std::nullopt : timeOf(qFromBigEndian<quint64>(bytes.data() + 8));
        m_missingBytes = qFromBigEndian<quint32>(bytes.data() + 4);
        m_isInMessage = true;
        bytes = bytes.sliced(size);
        if (m_missingBytes == 0)
            handOut({}, true, handle);
    }
}

/// What lies behind the message.
QByteArrayView LogFrameReader::readMessage(QByteArrayView bytes, const Handle &handle)
{
    const qsizetype room = m_longestMessageBytes - m_kept.size();
    const qsizetype taken = std::min({bytes.size(), m_missingBytes, room});
    m_missingBytes -= taken;
    const bool isLast = m_missingBytes == 0;
    if (m_kept.isEmpty() && (isLast || taken == room)) {
        handOut(bytes.first(taken), isLast, handle);
    } else {
        m_kept.append(bytes.first(taken));
        if (isLast || taken == room)
            handOut(std::exchange(m_kept, {}), isLast, handle);
    }
    return bytes.sliced(taken);
}

void LogFrameReader::readStray(QByteArrayView bytes, const Handle &handle)
{
    handle({LogFrame::Kind::Stray, LogLevel::None, std::nullopt, bytes});
}

void LogFrameReader::handOut(QByteArrayView message, bool isLast, const Handle &handle)
{
    if (isLast) {
        m_isInMessage = false;
        if (message.endsWith('\n'))
            message.chop(1);
    }
    m_frame.message = message;
    handle(m_frame);
    m_frame.message = {};
}

void LogFrameReader::finish(const Handle &handle)
{
    const QByteArray rest = std::exchange(m_kept, {});
    if (std::exchange(m_isInMessage, false)) {
        m_missingBytes = 0;
        if (!rest.isEmpty())
            handOut(rest, true, handle);
    } else if (!rest.isEmpty()) {
        readStray(rest, handle);
    }
}

} // namespace coldframe
