// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/linereader.h"
#include "core/lambda/functionconfig.h"
#include "core/lambda/logline.h"
#include "core/lambda/platformevent.h"
#include "core/runtime/logframes.h"
#include "core/runtime/recentlines.h"
#include "core/runtime/telemetryrecordsource.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace coldframe {

/// Puts the log of one invocation after the other together: what the platform tells and what the
/// function and its extensions write, in the order of arrival, in the function's log format and
/// filtered by its levels (logs, sections 3 to 6). Its memory is bounded: when the caps are
/// reached, lines in the middle are dropped and the log says how many.
class LogAssembler
{
public:
    struct Caps
    {
        qsizetype headBytes = 4 * 1024 * 1024; ///< kept from the beginning
        qsizetype tailBytes = 2 * 1024 * 1024; ///< kept from the end
    };

    using Sink = std::function<void(const TelemetryRecordSource &source)>;
    using Wish = std::function<bool(TelemetryRecordSource::Kind kind)>;

    LogAssembler(const Clock &clock, LoggingConfig logging, Caps caps);

    /// Who gets everything for its own records, besides the log, as long as it wishes to: none is
    /// made in vain.
    void setSink(Sink sink, Wish wish)
    {
        m_sink = std::move(sink);
        m_wish = std::move(wish);
    }

    /// Bytes that the function or its runtime wrote to its output: each newline ends a record.
    /// `_LAMBDA_TELEMETRY_LOG_FD` is the same pipe, so that records and plain lines stay in their
    /// order; a frame in the stream is one record (logs, section 6).
    void addOutput(QByteArrayView bytes);

    /// The writers are gone: a frame that is not complete never will be.
    void finishOutput();

    /// Bytes that an extension wrote to its output.
    void addExtensionOutput(const QString &name, QByteArrayView bytes);

    /// What the platform tells; an unfinished line of the function is ended before it.
    void addPlatformEvent(const PlatformEvent &event)
    {
        addPlatformEvent(event, m_clock.wallNow());
    }
    void addPlatformEvent(const PlatformEvent &event, WallTime time);

    /// Whether anybody sees more of what the platform tells than its lines of text.
    bool makesPlatformRecords() const
    {
        return m_logging.format == LogFormat::Json
            || isWished(TelemetryRecordSource::Kind::Platform);
    }

    /// A remark of Coldframe's own.
    void addRemark(QByteArrayView text);

    /// Lines that were not handed out yet and will not be dropped any more.
    std::vector<LogLine> takeNew();

    /// The whole log, and an empty assembler after it. Ends unfinished lines, but not a frame: it
    /// belongs to the log in which it becomes complete.
    std::vector<LogLine> take();

private:
    void addFunctionLine(QByteArrayView text, WallTime time);
    void addExtensionLine(const QString &name, QByteArrayView text, WallTime time);
    void addFrame(const LogFrame &frame, WallTime time);
    void endLineOf(LineReader &reader, WallTime time);
    void endExtensionLines(WallTime time);
    bool isWished(TelemetryRecordSource::Kind kind) const { return m_wish && m_wish(kind); }
    bool isFilteredOut(LogLevel level) const;
    void publish(TelemetryRecordSource::Kind kind, WallTime time, QByteArrayView text);
    void add(WallTime time, LogSource source, std::optional<LogLevel> level, QByteArrayView text,
             const QString &extension = {});

    const Clock &m_clock;
    LoggingConfig m_logging;
    Caps m_caps;
    Sink m_sink;
    Wish m_wish;
    LineReader m_output;
    LogFrameReader m_frames;
    std::map<QString, LineReader> m_extensions;
    std::vector<LogLine> m_head;
    std::size_t m_handedOut = 0;
    qsizetype m_headBytes = 0;
    RecentLines m_tail;
};

} // namespace coldframe
