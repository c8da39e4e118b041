// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/streamedtext.h"

namespace coldframe {

namespace {

/// An answer for HTTP has eight zero bytes after its head; a text view would end there.
constexpr QChar ShownNull(u'\u2400');

} // namespace

QString StreamedText::append(const QByteArray &piece)
{
    const qint64 room = std::max<qint64>(0, LongestShownText - m_bytes);
    m_bytes += piece.size();
    m_isCut = m_isCut || piece.size() > room;
    QString text;
    if (room == 0)
        return text;
    const QString decoded
        = m_decoder(QByteArrayView(piece).first(std::min<qint64>(room, piece.size())));
    text.reserve(decoded.size());
    for (const QChar character : decoded) {
        if (character == u'\n') {
            m_lineLength = 0;
            text += character;
        } else if (m_lineLength < LongestShownLine) {
            ++m_lineLength;
            text += character.isNull() ? ShownNull : character;
        } else {
            if (m_lineLength++ == LongestShownLine)
                text += QChar(u'\u2026');
            m_isCut = true;
        }
    }
    return text;
}

} // namespace coldframe
