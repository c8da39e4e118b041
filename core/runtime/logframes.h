// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/logline.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>
#include <vector>

namespace coldframe {

/// What one frame of the telemetry log descriptor carried (logs, section 6), or bytes that are no
/// frame.
struct LogFrame
{
    enum class Kind {
        Text,
        Json,
        Stray, ///< bytes that belong to no frame, as they came
    };

    Kind kind = Kind::Text;
    LogLevel level = LogLevel::None; ///< None: undefined
    std::optional<WallTime> time; ///< older clients send none
    QByteArrayView message; ///< without the newline that some clients put at its end

    bool operator==(const LogFrame &) const = default;
};

/// Takes the stream of the telemetry log descriptor apart. A message longer than the cap comes in
/// pieces. What does not look like a frame comes as stray bytes, and reading goes on at the next
/// header: a bad frame loses nothing behind it.
class LogFrameReader
{
public:
    /// The view in the frame is valid during the call.
    using Handle = std::function<void(const LogFrame &frame)>;

    explicit LogFrameReader(qsizetype longestMessageBytes);

    void read(QByteArrayView bytes, const Handle &handle);

    /// The writer is gone: hands out what there is of an unfinished frame. The next byte begins
    /// a new one.
    void finish(const Handle &handle);

private:
    QByteArrayView readMessage(QByteArrayView bytes, const Handle &handle);
    void readStray(QByteArrayView bytes, const Handle &handle);
    void handOut(QByteArrayView message, bool isLast, const Handle &handle);

    qsizetype m_longestMessageBytes;
    LogFrame m_frame; ///< kind, level and time of the message that is being read
    qsizetype m_missingBytes = 0; ///< of that message
    bool m_isInMessage = false;
    QByteArray m_kept; ///< the beginning of a header or of a message
};

} // namespace coldframe
