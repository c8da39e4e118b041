// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/logline.h"

#include <QByteArrayView>
#include <QStringView>

#include <memory>
#include <vector>

namespace coldframe {

/// A line inside a LogStore; valid as long as the store, or a snapshot of it, holds the line.
struct LogLineView
{
    WallTime time{}; ///< WallTime{} when the line has none
    LogSource source = LogSource::Function;
    LogLevel level = LogLevel::None;
    QByteArrayView text;
    QStringView extension = {};

    LogLine toLine() const;
};

LogLineView viewOf(const LogLine &line);

/// Many log lines in little memory: their bytes lie behind one another in blocks, with 24 bytes a
/// line beside them. Lines are added at the end and leave at the beginning; each has a number that
/// stays. Full blocks never change, so that a snapshot shares them and can be read in another
/// thread.
class LogStore
{
public:
    LogStore() = default;
    LogStore(LogStore &&) = default;
    LogStore &operator=(LogStore &&) = default;
    LogStore(const LogStore &) = delete;
    LogStore &operator=(const LogStore &) = delete;
    ~LogStore() = default;

    /// Adds a line; one without a level gets the one that its text states (see lineparts.h).
    void append(const LogLineView &line);

    qsizetype size() const { return static_cast<qsizetype>(m_end - m_first); }
    bool isEmpty() const { return m_end == m_first; }

    /// The number of the first line that is held, and the one behind the last.
    qint64 firstNumber() const { return m_first; }
    qint64 endNumber() const { return m_end; }

    /// The line with a number from firstNumber() to endNumber() - 1.
    LogLineView at(qint64 number) const;

    void removeFirst(qsizetype count);

    /// An empty store goes on with a later number, as if so many lines had come and left.
    void skipNumbers(qsizetype count);

    /// Whether two times are the same to a store, which keeps microseconds.
    static bool isSameTime(WallTime one, WallTime other);

    /// A store with the lines of now that shares their memory.
    LogStore snapshot();

    /// What text and bookkeeping take.
    qsizetype bytes() const;

private:
    struct Entry
    {
        qint64 microseconds; ///< since the epoch
        quint32 offset;
        quint32 length;
        quint16 extension; ///< index of the name, counted from 1
        quint8 source;
        quint8 level;
    };

    struct Block
    {
        qint64 first = 0; ///< the number of its first line
        std::vector<char> text;
        std::vector<Entry> entries;
        std::vector<QString> extensions;
    };

    const Block &blockOf(qint64 number) const;
    void closeBlock();

    std::vector<std::shared_ptr<const Block>> m_closed;
    std::unique_ptr<Block> m_open;
    qint64 m_first = 0;
    qint64 m_end = 0;
};

} // namespace coldframe
