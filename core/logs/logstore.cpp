// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logstore.h"

#include "core/logs/lineparts.h"

#include <algorithm>
#include <chrono>

namespace coldframe {

namespace {

constexpr std::size_t BlockBytes = 1 << 20;
constexpr std::size_t BlockLines = 8192;

/// A small rest is not worth the copying.
template <typename T>
void giveBackRest(std::vector<T> &items)
{
    if (items.capacity() - items.size() > items.capacity() / 16)
        items.shrink_to_fit();
}

} // namespace

LogLine LogLineView::toLine() const
{
    return {time, source, level, text.toByteArray(), extension.toString()};
}

LogLineView viewOf(const LogLine &line)
{
    return {line.time, line.source, line.level, line.text, line.extension};
}

void LogStore::append(const LogLineView &line)
{
    using namespace std::chrono;
    const auto size = static_cast<std::size_t>(line.text.size());
    if (m_open && (m_open->entries.size() >= BlockLines || m_open->text.size() + size > BlockBytes))
        closeBlock();
    if (!m_open) {
        m_open = std::make_unique<Block>();
        m_open->first = m_end;
        // Neighbours are alike: a block is made in one piece, as large as the one before.
        if (!m_closed.empty()) {
            m_open->text.reserve(std::max(size, m_closed.back()->text.size()));
            m_open->entries.reserve(m_closed.back()->entries.size());
        }
    }
    Block &block = *m_open;
    Entry entry{};
    entry.microseconds = duration_cast<microseconds>(line.time.time_since_epoch()).count();
    entry.offset = static_cast<quint32>(block.text.size());
    entry.length = static_cast<quint32>(size);
    entry.source = static_cast<quint8>(line.source);
    entry.level = static_cast<quint8>(
        line.level == LogLevel::None && line.source != LogSource::Platform ? levelOfText(line.text)
                                                                           : line.level);
    if (!line.extension.isEmpty()) {
        const auto found
            = std::find(block.extensions.begin(), block.extensions.end(), line.extension);
        entry.extension = static_cast<quint16>(found - block.extensions.begin() + 1);
        if (found == block.extensions.end())
            block.extensions.push_back(line.extension.toString());
    }
    block.text.insert(block.text.end(), line.text.begin(), line.text.end());
    block.entries.push_back(entry);
    ++m_end;
}

LogLineView LogStore::at(qint64 number) const
{
    const Block &block = blockOf(number);
    const Entry &entry = block.entries.at(static_cast<std::size_t>(number - block.first));
    return {WallTime(std::chrono::microseconds(entry.microseconds)),
            static_cast<LogSource>(entry.source), static_cast<LogLevel>(entry.level),
            QByteArrayView(block.text.data() + entry.offset, static_cast<qsizetype>(entry.length)),
            entry.extension == 0 ? QStringView()
                                 : QStringView(block.extensions.at(entry.extension - 1U))};
}

void LogStore::removeFirst(qsizetype count)
{
    m_first += std::min<qint64>(count, size());
    // A block goes as a whole, when none of its lines is held any more.
    const auto held = std::find_if(m_closed.begin(), m_closed.end(), [this](const auto &block) {
        return block->first + static_cast<qint64>(block->entries.size()) > m_first;
    });
    m_closed.erase(m_closed.begin(), held);
    if (isEmpty())
        m_open.reset();
}

void LogStore::skipNumbers(qsizetype count)
{
    Q_ASSERT(isEmpty());
    m_open.reset();
    m_end += count;
    m_first = m_end;
}

bool LogStore::isSameTime(WallTime one, WallTime other)
{
    using std::chrono::microseconds;
    return std::chrono::duration_cast<microseconds>(one.time_since_epoch())
        == std::chrono::duration_cast<microseconds>(other.time_since_epoch());
}

LogStore LogStore::snapshot()
{
    closeBlock();
    LogStore copy;
    copy.m_closed = m_closed;
    copy.m_first = m_first;
    copy.m_end = m_end;
    return copy;
}

qsizetype LogStore::bytes() const
{
    const auto of = [](const Block &block) {
        return block.text.capacity() + block.entries.capacity() * sizeof(Entry);
    };
    std::size_t sum = m_open ? of(*m_open) : 0;
    for (const auto &block : m_closed)
        sum += of(*block);
    return static_cast<qsizetype>(sum);
}

const LogStore::Block &LogStore::blockOf(qint64 number) const
{
    if (m_open && number >= m_open->first)
        return *m_open;
    const auto after
        = std::upper_bound(m_closed.begin(), m_closed.end(), number,
                           [](qint64 wanted, const auto &block) { return wanted < block->first; });
    return **std::prev(after);
}

void LogStore::closeBlock()
{
    if (!m_open)
        return;
    giveBackRest(m_open->text);
    giveBackRest(m_open->entries);
    m_closed.push_back(std::move(m_open));
}

} // namespace coldframe
