// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace coldframe {

/// Walks over the records of a CSV text (RFC 4180): fields in quotes may have commas, line breaks
/// and doubled quotes inside.
class CsvRecords
{
public:
    explicit CsvRecords(QByteArrayView text);

    /// False at the end. An empty line is no record.
    bool next();

    const std::vector<QByteArray> &fields() const { return m_fields; }

    /// Where the next record begins.
    qsizetype position() const { return m_at; }

private:
    QByteArray readField();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    std::vector<QByteArray> m_fields;
};

} // namespace coldframe
