// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/responsetext.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

namespace coldframe {

/// Makes text of a streamed response while its pieces arrive: a character may be split between two
/// pieces, and only as much is kept as a view can show.
class StreamedText
{
public:
    /// What this piece adds to the shown text; empty once there is too much of it.
    QString append(const QByteArray &piece);

    /// All bytes that have arrived.
    qint64 bytes() const { return m_bytes; }

    /// Whether something that arrived is not shown.
    bool isCut() const { return m_isCut; }

private:
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    qint64 m_bytes = 0;
    qsizetype m_lineLength = 0; // of the line that is not over yet
    bool m_isCut = false;
};

} // namespace coldframe
