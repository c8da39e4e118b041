// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linereader.h"

#include <utility>

namespace coldframe {

LineReader::LineReader(qsizetype longestLineBytes)
    : m_longestLineBytes(longestLineBytes)
{}

std::vector<QByteArray> LineReader::feed(QByteArrayView bytes)
{
    std::vector<QByteArray> lines;
    while (!bytes.isEmpty()) {
        const qsizetype newline = bytes.indexOf('\n');
        const qsizetype upToNewline = newline < 0 ? bytes.size() : newline;
        const qsizetype room = m_longestLineBytes - m_rest.size();
        if (upToNewline > room) {
            m_rest.append(bytes.first(room));
            lines.push_back(std::exchange(m_rest, {}));
            bytes = bytes.sliced(room);
            continue;
        }
        m_rest.append(bytes.first(upToNewline));
        if (newline < 0)
            break;
        lines.push_back(std::exchange(m_rest, {}));
        bytes = bytes.sliced(newline + 1);
    }
    return lines;
}

QByteArray LineReader::takeRest()
{
    return std::exchange(m_rest, {});
}

} // namespace coldframe
