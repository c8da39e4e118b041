// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logexport.h"

#include "core/base/isotime.h"
#include "core/base/jsontext.h"
#include "core/lambda/functionconfig.h"
#include "core/logs/lineparts.h"
#include "core/logs/logfields.h"
#include "core/logs/logmembers.h"
#include "core/logs/logtext.h"

#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <functional>

namespace coldframe {

namespace {

constexpr qint64 LinesBetweenReports = 1024;

QByteArray jsonLine(const LogLineView &line)
{
    const QByteArrayView text = line.text.trimmed();
    if (text.startsWith('{') && isWholeJsonObject(text)) {
        QByteArray whole = text.toByteArray();
        // Inside JSON a line break is layout; within a text it would be escaped.
        whole.replace('\n', ' ').replace('\r', ' ');
        return whole;
    }
    OrderedJson object;
    if (line.time != WallTime{})
        object["timestamp"] = isoTime(line.time).toStdString();
    if (line.level != LogLevel::None)
        object["level"] = logLevelName(line.level).toStdString();
    const QString requestId = requestIdOf(line);
    if (!requestId.isEmpty())
        object["requestId"] = requestId.toStdString();
    object["source"] = logSourceName(line.source).toStdString();
    if (!line.extension.isEmpty())
        object["extension"] = line.extension.toString().toStdString();
    object["message"] = readableText(linePartsOf(line.text).message).toStdString();
    return writeJson(object, JsonLayout::Compact);
}

/// Calls take(line) for each chosen line until it says false.
Result<void> forEachLine(const LogStore &lines, const LogChoice &choice, LogProgress &progress,
                         const std::function<bool(const LogLineView &)> &take)
{
    const qint64 count
        = choice.numbers ? static_cast<qint64>(choice.numbers->size()) : lines.size();
    progress.total = count;
    for (qint64 i = 0; i < count; ++i) {
        if (i % LinesBetweenReports == 0) {
            progress.done = i;
            if (progress.isCancelled)
                return failure(Error::Code::Cancelled);
        }
        const qint64 number = choice.numbers ? choice.numbers->at(static_cast<std::size_t>(i))
                                             : lines.firstNumber() + i;
        if (!take(lines.at(number)))
            break;
    }
    return {};
}

} // namespace

QByteArray exportedLine(const LogLineView &line, LogExport format)
{
    return format == LogExport::Text ? readableText(line.text).toUtf8() : jsonLine(line);
}

Result<QString> exportedText(const LogStore &lines, const LogChoice &choice, LogProgress &progress)
{
    QString text;
    const Result<void> done
        = forEachLine(lines, choice, progress, [&text](const LogLineView &line) {
              text += readableText(line.text);
              text += QLatin1Char('\n');
              return true;
          });
    if (!done)
        return tl::make_unexpected(done.error());
    return text;
}

Result<void> writeLogFile(const QString &path, const LogStore &lines, const LogChoice &choice,
                          LogExport format, LogProgress &progress)
{
    QSaveFile file(path);
    const auto unwritable = [&path, &file] {
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable();
    bool isWritten = true;
    const Result<void> done = forEachLine(lines, choice, progress, [&](const LogLineView &line) {
        const QByteArray bytes = exportedLine(line, format) + '\n';
        isWritten = file.write(bytes) == bytes.size();
        return isWritten;
    });
    if (!done)
        return done;
    if (!isWritten || !file.commit())
        return unwritable();
    return {};
}

} // namespace coldframe
