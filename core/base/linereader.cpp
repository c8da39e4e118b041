// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linereader.h"

namespace coldframe {

LineReader::LineReader(qsizetype longestLineBytes)
    : m_longestLineBytes(longestLineBytes)
{ }

std::vector<QByteArray> LineReader::feed(QByteArrayView bytes)
{
    std::vector<QByteArray> lines;
    read(bytes, [&lines](QByteArrayView line) { lines.push_back(line.toByteArray()); });
    return lines;
}

QByteArray LineReader::takeRest()
{
    return std::exchange(m_rest, {});
}

} // namespace coldframe
