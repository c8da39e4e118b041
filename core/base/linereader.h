// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <vector>

namespace coldframe {

/// Cuts a stream of bytes into lines. A line longer than the cap is handed out in pieces, so a
/// stream without a newline cannot make memory grow.
class LineReader
{
public:
    explicit LineReader(qsizetype longestLineBytes);

    /// Whole lines that these bytes completed, without their newline.
    std::vector<QByteArray> feed(QByteArrayView bytes);

    /// The unfinished rest of the stream, and an empty reader after it.
    QByteArray takeRest();

private:
    qsizetype m_longestLineBytes;
    QByteArray m_rest;
};

} // namespace coldframe
