// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logfile.h"

#include "core/logs/csvrecords.h"
#include "core/logs/lineparts.h"
#include "core/logs/logdocument.h"
#include "core/logs/logfilelines.h"
#include "core/logs/logmembers.h"

#include <QFile>

namespace coldframe {

namespace {

constexpr qint64 PieceBytes = 4 << 20;
constexpr qint64 BeginningBytes = 64 << 10;
constexpr qint64 LargestDocument = 512 << 20;

using SharedLogFile = std::shared_ptr<LogFile>;

LogFileFormat formatOf(QByteArrayView beginning)
{
    if (beginning.startsWith("\xef\xbb\xbf"))
        beginning = beginning.sliced(3);
    const qsizetype lineEnd = beginning.indexOf('\n');
    const QByteArrayView firstLine = lineEnd < 0 ? beginning : beginning.first(lineEnd);
    if (messageColumn(firstLine) >= 0)
        return LogFileFormat::Csv;
    const QByteArrayView text = beginning.trimmed();
    if (text.startsWith('[')) {
        const QByteArrayView inside = text.sliced(1).trimmed();
        return inside.startsWith('{') || inside.startsWith('[') || inside.startsWith(']')
            ? LogFileFormat::JsonDocument
            : LogFileFormat::Lines;
    }
    // An object that is not over with its first line is laid out over several.
    const bool opens = firstLine.trimmed() == "{";
    const bool isAnswer = text.startsWith('{')
        && (jsonMember(text, "events") || jsonMember(text, "results")
            || text.startsWith("{\"events\"") || text.startsWith("{\"results\""));
    return opens || (isAnswer && !jsonMember(firstLine, "message")) ? LogFileFormat::JsonDocument
                                                                    : LogFileFormat::Lines;
}

Result<void> readLines(QFile &file, LogStore &store, LogProgress &progress)
{
    LogFileLines lines(store);
    QByteArray rest;
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    bool isFirst = true;
    while (true) {
        if (progress.isCancelled)
            return failure(Error::Code::Cancelled);
        const qint64 size = file.read(piece.data(), PieceBytes);
        if (size < 0)
            return failure(Error::Code::Unreadable,
                           QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
        if (size == 0)
            break;
        QByteArrayView text(piece.constData(), size);
        if (std::exchange(isFirst, false) && text.startsWith("\xef\xbb\xbf"))
            text = text.sliced(3);
        for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
            QByteArrayView line = text.first(end);
            if (!rest.isEmpty()) {
                rest.append(line);
                line = rest;
            }
            lines.add(line.endsWith('\r') ? line.chopped(1) : line);
            rest.clear();
            text = text.sliced(end + 1);
        }
        rest.append(text);
        progress.done += size;
    }
    if (!rest.isEmpty())
        lines.add(rest);
    return {};
}

} // namespace

Result<SharedLogFile> readLogFile(const QString &path, LogProgress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    progress.total = file.size();
    auto result = std::make_shared<LogFile>();
    result->format = formatOf(file.peek(BeginningBytes));
    Result<void> read;
    if (result->format == LogFileFormat::Lines) {
        read = readLines(file, result->lines, progress);
    } else {
        if (file.size() > LargestDocument)
            return failure(Error::Code::InvalidArgument,
                           QStringLiteral("%1: %2 bytes").arg(path).arg(file.size()));
        const QByteArray whole = file.readAll();
        read = result->format == LogFileFormat::Csv
            ? readLogTable(whole, result->lines, progress)
            : readLogDocument(whole, result->lines, progress);
    }
    if (!read)
        return tl::make_unexpected(read.error());
    return result;
}

} // namespace coldframe
