// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/bytesearch.h"

#include "core/logs/logmembers.h"
#include "core/logs/logtext.h"

#include <algorithm>
#include <cstring>

namespace coldframe {

namespace {

constexpr std::array<char, 256> lowerCaseTable()
{
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
    return table;
}

constexpr std::array<char, 256> LowerCase = lowerCaseTable();

char lower(char byte)
{
    return LowerCase[static_cast<unsigned char>(byte)];
}

bool has(QByteArrayView line, char byte)
{
    return !line.isEmpty()
        && std::memchr(line.data(), byte, static_cast<std::size_t>(line.size())) != nullptr;
}

} // namespace

ByteSearch::ByteSearch(const QString &text)
    : m_text(text)
    , m_folded(text.toUtf8())
    , m_isAscii(std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
{
    std::transform(m_folded.begin(), m_folded.end(), m_folded.begin(), lower);
    const auto farthest = static_cast<quint8>(std::min<qsizetype>(m_folded.size(), 255));
    m_shift.fill(farthest);
    for (qsizetype i = 0; i + 1 < m_folded.size(); ++i) {
        const auto shift = static_cast<quint8>(std::min<qsizetype>(m_folded.size() - 1 - i, 255));
        const char byte = m_folded[i];
        m_shift[static_cast<unsigned char>(byte)] = shift;
        if (byte >= 'a' && byte <= 'z')
            m_shift[static_cast<unsigned char>(byte - 32)] = shift;
    }
}

bool ByteSearch::isIn(QByteArrayView line) const
{
    if (m_isAscii) {
        if (bytesAreIn(line))
            return true;
        // Colours and no-break spaces are not what a user reads.
        if (!has(line, '\x1b') && !has(line, '\xa0') && !has(line, '\r'))
            return false;
        return readableText(line).contains(m_text, Qt::CaseInsensitive);
    }
    if (readableText(line).contains(m_text, Qt::CaseInsensitive))
        return true;
    // JSON may write letters that are not ASCII as \u00e4.
    return line.contains("\\u") && unescapedJson(line).contains(m_text, Qt::CaseInsensitive);
}

bool ByteSearch::bytesAreIn(QByteArrayView line) const
{
    const qsizetype size = m_folded.size();
    if (size == 0)
        return true;
    const char *const wanted = m_folded.constData();
    const char last = wanted[size - 1];
    const char *const bytes = line.data();
    for (qsizetype at = size - 1; at < line.size();) {
        const char byte = bytes[at];
        if (lower(byte) == last) {
            qsizetype i = size - 1;
            while (i > 0 && lower(bytes[at - size + i]) == wanted[i - 1])
                --i;
            if (i == 0)
                return true;
        }
        at += m_shift[static_cast<unsigned char>(byte)];
    }
    return false;
}

} // namespace coldframe
