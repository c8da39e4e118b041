// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/report.h"

#include <charconv>
#include <map>

namespace coldframe {

namespace {

using Fields = std::map<QByteArray, QByteArray>;

QByteArray milliseconds(std::chrono::microseconds duration)
{
    return QByteArray::number(static_cast<double>(duration.count()) / 1000.0, 'f', 2) + " ms";
}

tl::unexpected<Error> missing(const char *field)
{
    return failure(Error::Code::MalformedLine, QString::fromLatin1(field));
}

/// "469.40 ms" in whole microseconds, read digit by digit so that no binary fraction is involved.
std::optional<std::chrono::microseconds> parseMilliseconds(QByteArrayView text)
{
    if (!text.endsWith(" ms"))
        return std::nullopt;
    text.chop(3);
    std::int64_t whole = 0;
    const auto [next, error] = std::from_chars(text.begin(), text.end(), whole);
    // A day is far beyond any invocation and keeps the arithmetic inside 64 bits.
    if (error != std::errc() || whole < 0 || whole > 86'400'000)
        return std::nullopt;
    std::int64_t micros = whole * 1000;
    QByteArrayView rest = text.sliced(next - text.begin());
    if (rest.isEmpty())
        return std::chrono::microseconds(micros);
    if (rest.front() != '.' || rest.size() == 1)
        return std::nullopt;
    std::int64_t weight = 100;
    for (const char digit : rest.sliced(1)) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        micros += (digit - '0') * weight;
        weight /= 10;
    }
    return std::chrono::microseconds(micros);
}

std::optional<MebiBytes> parseMebiBytes(QByteArrayView text)
{
    if (!text.endsWith(" MB"))
        return std::nullopt;
    text.chop(3);
    std::int64_t value = 0;
    const auto [next, error] = std::from_chars(text.begin(), text.end(), value);
    if (error != std::errc() || next != text.end() || value < 0)
        return std::nullopt;
    return MebiBytes{value};
}

Fields splitFields(QByteArrayView line)
{
    Fields fields;
    while (!line.isEmpty()) {
        const qsizetype tab = line.indexOf('\t');
        const QByteArrayView field = (tab < 0 ? line : line.first(tab)).trimmed();
        if (const qsizetype colon = field.indexOf(": "); colon > 0)
            fields.insert_or_assign(field.first(colon).toByteArray(),
                                    field.sliced(colon + 2).toByteArray());
        line = tab < 0 ? QByteArrayView() : line.sliced(tab + 1);
    }
    return fields;
}

} // namespace

QByteArray formatReport(const Report &report)
{
    // Pieces are appended: a sum of so many would copy each again and again.
    constexpr qsizetype usualBytes = 256;
    QByteArray line;
    line.reserve(usualBytes);
    line += "REPORT RequestId: ";
    line += report.requestId.toUtf8();
    line += "\tDuration: ";
    line += milliseconds(report.duration);
    line += "\tBilled Duration: ";
    line += QByteArray::number(qint64(report.billedDuration.count()));
    line += " ms\tMemory Size: ";
    line += QByteArray::number(qint64(report.memorySize.value));
    line += " MB\tMax Memory Used: ";
    line += QByteArray::number(qint64(report.maxMemoryUsed.value));
    line += " MB\t";
    if (report.initDuration)
        line += "Init Duration: " + milliseconds(*report.initDuration) + '\t';
    if (report.restoreDuration)
        line += "Restore Duration: " + milliseconds(*report.restoreDuration) + '\t';
    if (report.billedRestoreDuration)
        line += "Billed Restore Duration: "
            + QByteArray::number(qint64(report.billedRestoreDuration->count())) + " ms\t";
    if (!report.status.isEmpty())
        line += "Status: " + report.status.toUtf8() + '\t';
    if (!report.errorType.isEmpty())
        line += "Error Type: " + report.errorType.toUtf8() + '\t';
    return line;
}

Result<Report> parseReport(QByteArrayView line)
{
    static constexpr QByteArrayView start = "REPORT ";
    if (!line.startsWith(start))
        return missing("REPORT");
    const Fields fields = splitFields(line.sliced(start.size()));
    const auto value = [&fields](const char *name) {
        const auto found = fields.find(name);
        return found == fields.end() ? QByteArray() : found->second;
    };

    Report report;
    report.requestId = QString::fromUtf8(value("RequestId"));
    if (report.requestId.isEmpty())
        return missing("RequestId");
    const auto duration = parseMilliseconds(value("Duration"));
    if (!duration)
        return missing("Duration");
    report.duration = *duration;
    const auto billed = parseMilliseconds(value("Billed Duration"));
    if (!billed)
        return missing("Billed Duration");
    report.billedDuration = std::chrono::ceil<std::chrono::milliseconds>(*billed);
    const auto memorySize = parseMebiBytes(value("Memory Size"));
    if (!memorySize)
        return missing("Memory Size");
    report.memorySize = *memorySize;
    const auto used = parseMebiBytes(value("Max Memory Used"));
    if (!used)
        return missing("Max Memory Used");
    report.maxMemoryUsed = *used;
    report.initDuration = parseMilliseconds(value("Init Duration"));
    report.restoreDuration = parseMilliseconds(value("Restore Duration"));
    if (const auto restore = parseMilliseconds(value("Billed Restore Duration")))
        report.billedRestoreDuration = std::chrono::ceil<std::chrono::milliseconds>(*restore);
    report.status = QString::fromUtf8(value("Status"));
    report.errorType = QString::fromUtf8(value("Error Type"));
    return report;
}

} // namespace coldframe
