// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logfields.h"

#include "core/base/isotime.h"
#include "core/lambda/functionconfig.h"
#include "core/logs/lineparts.h"
#include "core/logs/logtext.h"

#include <array>
#include <utility>

namespace coldframe {

namespace {

constexpr std::array<std::pair<LogField::Kind, const char *>, 5> FieldNames{
    {{LogField::Kind::Time, "time"},
     {LogField::Kind::Level, "level"},
     {LogField::Kind::Source, "source"},
     {LogField::Kind::RequestId, "requestId"},
     {LogField::Kind::Message, "message"}}};

/// The names under which Lambda, Powertools and other loggers keep a request id.
constexpr std::array<QByteArrayView, 7> RequestIdNames{
    "requestId",    "function_request_id", "aws_request_id",  "awsRequestId",
    "AWSRequestId", "request_id",          "record.requestId"};

constexpr std::array<QByteArrayView, 4> MessageNames{"message", "msg", "event", "errorMessage"};

QString pieceOnOneLine(const JsonPiece &piece)
{
    return piece.kind == JsonKind::Text && !piece.raw.contains('\\') ? rowText(piece.raw)
                                                                     : piece.text();
}

} // namespace

LogField logFieldNamed(const QString &name)
{
    for (const auto &[kind, text] : FieldNames) {
        if (name.compare(QLatin1String(text), Qt::CaseInsensitive) == 0)
            return {kind, {}};
    }
    if (name.compare(QLatin1String("origin"), Qt::CaseInsensitive) == 0)
        return {LogField::Kind::Source, {}};
    return {LogField::Kind::Member, name};
}

QString logFieldName(const LogField &field)
{
    for (const auto &[kind, text] : FieldNames) {
        if (kind == field.kind)
            return QLatin1String(text);
    }
    return field.path;
}

QString messageOf(const LogLineView &line)
{
    const std::optional<QByteArrayView> object = jsonObjectOf(line.text);
    if (!object) {
        const LineParts parts = linePartsOf(line.text);
        return rowText(parts.message);
    }
    for (const QByteArrayView name : MessageNames) {
        const std::optional<JsonPiece> piece = jsonMember(*object, name);
        if (piece && piece->kind != JsonKind::Null && !piece->raw.isEmpty())
            return pieceOnOneLine(*piece);
    }
    const std::optional<JsonPiece> type = jsonMember(*object, "type");
    if (type && type->raw.startsWith("platform."))
        return type->text();
    return rowText(*object);
}

QString requestIdOf(const LogLineView &line)
{
    const std::optional<QByteArrayView> object = jsonObjectOf(line.text);
    if (object) {
        for (const QByteArrayView name : RequestIdNames) {
            const std::optional<JsonPiece> piece = jsonMember(*object, name);
            if (piece && piece->kind == JsonKind::Text)
                return piece->text();
        }
    }
    return QString::fromLatin1(linePartsOf(line.text).requestId);
}

QString logSourceName(LogSource source)
{
    switch (source) {
    case LogSource::Platform:
        return QStringLiteral("platform");
    case LogSource::Function:
        return QStringLiteral("function");
    case LogSource::Extension:
        return QStringLiteral("extension");
    case LogSource::Coldframe:
        return QStringLiteral("coldframe");
    }
    return {};
}

std::optional<LogSource> logSourceNamed(QStringView name)
{
    for (const LogSource source :
         {LogSource::Platform, LogSource::Function, LogSource::Extension, LogSource::Coldframe}) {
        if (name.compare(logSourceName(source), Qt::CaseInsensitive) == 0)
            return source;
    }
    return std::nullopt;
}

std::optional<QString> fieldText(const LogLineView &line, const LogField &field)
{
    const auto unlessEmpty = [](QString text) {
        return text.isEmpty() ? std::nullopt : std::optional(std::move(text));
    };
    switch (field.kind) {
    case LogField::Kind::Time:
        return line.time == WallTime{} ? std::nullopt
                                       : std::optional(QString::fromLatin1(isoTime(line.time)));
    case LogField::Kind::Level:
        return unlessEmpty(logLevelName(line.level));
    case LogField::Kind::Source:
        return logSourceName(line.source);
    case LogField::Kind::RequestId:
        return unlessEmpty(requestIdOf(line));
    case LogField::Kind::Message:
        return messageOf(line);
    case LogField::Kind::Member: {
        const std::optional<QByteArrayView> object = jsonObjectOf(line.text);
        const std::optional<JsonPiece> piece
            = object ? jsonMember(*object, field.path.toUtf8()) : std::nullopt;
        return piece ? std::optional(pieceOnOneLine(*piece)) : std::nullopt;
    }
    }
    return std::nullopt;
}

} // namespace coldframe
