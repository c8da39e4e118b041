// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/csvrecords.h"

namespace coldframe {

namespace {

bool isCsvBreak(char byte)
{
    return byte == '\r' || byte == '\n';
}

} // namespace

CsvRecords::CsvRecords(QByteArrayView text)
    : m_text(text)
{
    if (m_text.startsWith("\xef\xbb\xbf"))
        m_at = 3;
}

bool CsvRecords::next()
{
    m_fields.clear();
    while (m_at < m_text.size() && isCsvBreak(m_text[m_at]))
        ++m_at;
    if (m_at >= m_text.size())
        return false;
    while (true) {
        m_fields.push_back(readField());
        if (m_at >= m_text.size() || m_text[m_at] != ',')
            return true;
        ++m_at;
    }
}

QByteArray CsvRecords::readField()
{
    QByteArray field;
    if (m_at < m_text.size() && m_text[m_at] == '"') {
        ++m_at;
        while (m_at < m_text.size()) {
            const qsizetype quote = m_text.indexOf('"', m_at);
            const qsizetype end = quote < 0 ? m_text.size() : quote;
            field.append(m_text.sliced(m_at, end - m_at));
            m_at = quote < 0 ? end : end + 1;
            if (m_at >= m_text.size() || m_text[m_at] != '"')
                break;
            field.append('"');
            ++m_at;
        }
    }
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != ',' && !isCsvBreak(m_text[m_at]))
        ++m_at;
    field.append(m_text.sliced(begin, m_at - begin));
    return field;
}

} // namespace coldframe
