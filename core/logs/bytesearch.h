// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>

namespace coldframe {

/// A text to be found in many lines without regard to case. Nearly all lines are searched as the
/// bytes they are; decoded is only what has to be.
class ByteSearch
{
public:
    explicit ByteSearch(const QString &text);

    /// Whether the text as a user reads it (see readableText()) has it somewhere.
    bool isIn(QByteArrayView line) const;

    const QString &text() const { return m_text; }

private:
    bool bytesAreIn(QByteArrayView line) const;

    QString m_text;
    QByteArray m_folded; ///< in lower case
    bool m_isAscii = true;
    std::array<quint8, 256> m_shift{}; ///< how far to go on after a last byte that does not fit
};

} // namespace coldframe
