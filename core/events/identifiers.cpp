// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/identifiers.h"

#include <QCryptographicHash>

namespace coldframe {

namespace {

/// As many bytes as are asked for, each depending on the whole origin.
QByteArray bytesFrom(const QByteArray &origin, qsizetype count)
{
    QByteArray bytes;
    for (int block = 0; bytes.size() < count; ++block)
        bytes += QCryptographicHash::hash(origin + '/' + QByteArray::number(block),
                                          QCryptographicHash::Sha256);
    return bytes.left(count);
}

QString spell(const QByteArray &origin, qsizetype length, QLatin1String alphabet)
{
    QString text;
    for (const char byte : bytesFrom(origin, length))
        text += alphabet[static_cast<unsigned char>(byte) % alphabet.size()];
    return text;
}

QString uuidFrom(const QByteArray &origin)
{
    QByteArray bytes = bytesFrom(origin, 16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40); // version 4
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80); // variant of RFC 4122
    QString text = QString::fromLatin1(bytes.toHex());
    for (const int dash : {20, 16, 12, 8})
        text.insert(dash, u'-');
    return text;
}

const QLatin1String decimalDigits("0123456789");
const QLatin1String lowerLetters("abcdefghijklmnopqrstuvwxyz");
const QLatin1String lowerLettersAndDigits("abcdefghijklmnopqrstuvwxyz0123456789");
const QLatin1String
    lettersAndDigits("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

} // namespace

QStringList identifierKinds()
{
    return {QStringLiteral("uuid"),   QStringLiteral("hex"),   QStringLiteral("digits"),
            QStringLiteral("rising"), QStringLiteral("token"), QStringLiteral("label")};
}

std::optional<QString> makeIdentifier(const QString &kind, qsizetype length,
                                      const QByteArray &origin, qsizetype index)
{
    const QByteArray own = origin + '#' + QByteArray::number(index);
    if (kind == QLatin1String("uuid"))
        return uuidFrom(own);
    if (kind == QLatin1String("hex"))
        return spell(own, length, QLatin1String("0123456789abcdef"));
    if (kind == QLatin1String("digits"))
        return spell(own, 1, QLatin1String("123456789")) + spell(own, length - 1, decimalDigits);
    if (kind == QLatin1String("rising")) {
        const qsizetype counted = 6;
        const QString counter
            = QString::number(index + 1).rightJustified(static_cast<int>(counted), u'0');
        return u'4' + spell(origin, length - 1 - counted, decimalDigits) + counter;
    }
    if (kind == QLatin1String("token"))
        return spell(own, length, lettersAndDigits);
    if (kind == QLatin1String("label"))
        return spell(own, 1, lowerLetters) + spell(own, length - 1, lowerLettersAndDigits);
    return std::nullopt;
}

} // namespace coldframe
