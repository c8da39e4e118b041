// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <utility>
#include <vector>

namespace coldframe {

/// Cuts a stream of bytes into lines. A line longer than the cap is handed out in pieces, so a
/// stream without a newline cannot make memory grow.
class LineReader
{
public:
    explicit LineReader(qsizetype longestLineBytes);

    /// Calls handle(QByteArrayView) for each line that these bytes completed, without its newline.
    /// The view is valid during the call: what lies in these bytes as a whole is not copied.
    template <typename Handle>
    void read(QByteArrayView bytes, Handle &&handle);

    /// The same as a list.
    std::vector<QByteArray> feed(QByteArrayView bytes);

    /// The unfinished rest of the stream, and an empty reader after it.
    QByteArray takeRest();

private:
    qsizetype m_longestLineBytes;
    QByteArray m_rest;
};

template <typename Handle>
void LineReader::read(QByteArrayView bytes, Handle &&handle)
{
    while (!bytes.isEmpty()) {
        const qsizetype newline = bytes.indexOf('\n');
        const qsizetype upToNewline = newline < 0 ? bytes.size() : newline;
        const qsizetype room = m_longestLineBytes - m_rest.size();
        const bool isWhole = upToNewline <= room;
        if (isWhole && newline < 0) {
            m_rest.append(bytes);
            return;
        }
        const qsizetype taken = isWhole ? upToNewline : room;
        if (m_rest.isEmpty()) {
            handle(bytes.first(taken));
        } else {
            m_rest.append(bytes.first(taken));
            handle(QByteArrayView(std::exchange(m_rest, {})));
        }
        bytes = bytes.sliced(isWhole ? taken + 1 : taken);
    }
}

} // namespace coldframe
