// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/textfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

namespace coldframe {

namespace {

constexpr QByteArrayView ByteOrderMark("\xef\xbb\xbf");
/// Text files have no NUL; looking at the first part finds those of every common binary format.
constexpr qsizetype BytesToJudge = 64 * 1024;

bool isUtf16(QByteArrayView bytes)
{
    return bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
}

void decode(const QByteArray &bytes, TextFile &file)
{
    if (isUtf16(bytes)) {
        QStringDecoder utf16(QStringDecoder::Utf16);
        file.text = utf16(bytes);
        file.kind = TextFile::Kind::OtherEncoding;
        return;
    }
    if (QByteArrayView(bytes).first(std::min(bytes.size(), BytesToJudge)).contains('\0')) {
        file.kind = TextFile::Kind::Binary;
        return;
    }
    file.hasByteOrderMark = bytes.startsWith(ByteOrderMark);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    file.text = utf8(file.hasByteOrderMark ? QByteArrayView(bytes).sliced(ByteOrderMark.size())
                                           : QByteArrayView(bytes));
    if (utf8.hasError()) {
        file.text = QString::fromLatin1(bytes);
        file.kind = TextFile::Kind::OtherEncoding;
    }
}

} // namespace

QByteArray contentHash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<TextFile> readTextFile(const QString &path)
{
    QFile source(path);
    if (!source.exists())
        return failure(Error::Code::NotFound, path);
    const auto unreadable = [&] {
        return failure(Error::Code::Unreadable,
                       QStringLiteral("%1: %2").arg(path, source.errorString()));
    };
    // Opening a pipe or a device would wait for it.
    if (!QFileInfo(path).isFile() || !source.open(QIODevice::ReadOnly))
        return unreadable();
    TextFile file;
    if (source.size() > TextFile::LargestFile) {
        file.kind = TextFile::Kind::TooLarge;
        return file;
    }
    const QByteArray bytes = source.readAll();
    if (source.error() != QFileDevice::NoError)
        return unreadable();
    file.hash = contentHash(bytes);
    decode(bytes, file);
    return file;
}

Result<QByteArray> writeTextFile(const QString &path, const QString &text, bool byteOrderMark)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    QSaveFile target(canonical.isEmpty() ? path : canonical);
    // In a folder that does not let us make the temporary file the file itself may be writable.
    target.setDirectWriteFallback(true);
    QByteArray bytes = text.toUtf8();
    if (byteOrderMark)
        bytes.prepend(ByteOrderMark.data(), ByteOrderMark.size());
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size()
        || !target.commit())
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(path, target.errorString()));
    return contentHash(bytes);
}

} // namespace coldframe
