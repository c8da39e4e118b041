// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifier.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace coldframe {

QString newUuid()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::global()->fillRange(words.data(), qsizetype(words.size()));
    // Version 4, variant 1 (RFC 9562, 5.4).
    const uint version = (words[1] & 0xffff0fffU) | 0x4000U;
    const uint variant = (words[2] & 0x3fffffffU) | 0x80000000U;
    const auto byte = [](uint word, int index) { return uchar(word >> (24 - 8 * index)); };
    return QUuid(words[0], ushort(version >> 16), ushort(version), byte(variant, 0),
                 byte(variant, 1), byte(variant, 2), byte(variant, 3), byte(words[3], 0),
                 byte(words[3], 1), byte(words[3], 2), byte(words[3], 3))
        .toString(QUuid::WithoutBraces);
}

QByteArray randomHexDigits(qsizetype digits)
{
    constexpr QByteArrayView alphabet = "0123456789abcdef";
    constexpr int digitsInWord = 8;
    QByteArray text(digits, Qt::Uninitialized);
    quint32 word = 0;
    for (qsizetype i = 0; i < digits; ++i, word >>= 4) {
        if (i % digitsInWord == 0)
            word = QRandomGenerator::global()->generate();
        text[i] = alphabet[word & 15U];
    }
    return text;
}

} // namespace coldframe
