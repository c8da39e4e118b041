// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logtable.h"

#include "core/logs/logmembers.h"

#include <algorithm>

namespace coldframe {

namespace {

constexpr qsizetype LongestCell = 2000;
constexpr int WidestColumn = 5000;

/// A cell is one line: breaks show as in rowText().
QString cellText(QString text)
{
    if (text.size() > LongestCell)
        text = text.left(LongestCell) + QChar(u'\u2026');
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    text.replace(QLatin1Char('\n'), QStringLiteral(" \u21b5 "));
    text.replace(QLatin1Char('\t'), QLatin1String("    "));
    return text;
}

} // namespace

std::vector<LogColumn> defaultLogColumns()
{
    return {{{LogField::Kind::Time, {}}, 0},
            {{LogField::Kind::Level, {}}, 0},
            {{LogField::Kind::Message, {}}, 0}};
}

QStringList textsOfColumns(const std::vector<LogColumn> &columns)
{
    QStringList texts;
    for (const LogColumn &column : columns)
        texts.append(QStringLiteral("%1 %2").arg(logFieldName(column.field)).arg(column.width));
    return texts;
}

std::vector<LogColumn> columnsOfTexts(const QStringList &texts)
{
    std::vector<LogColumn> columns;
    for (const QString &text : texts) {
        const qsizetype blank = text.lastIndexOf(QLatin1Char(' '));
        if (blank < 1)
            continue;
        bool isNumber = false;
        const int width = text.mid(blank + 1).toInt(&isNumber);
        const LogField field = logFieldNamed(text.left(blank));
        const bool twice = std::any_of(columns.begin(), columns.end(),
                                       [&field](const auto &each) { return each.field == field; });
        if (isNumber && !twice)
            columns.push_back({field, std::clamp(width, 0, WidestColumn)});
    }
    return columns.empty() ? defaultLogColumns() : columns;
}

LogTableRow tableRow(const LogLineView &line, const std::vector<LogColumn> &columns)
{
    LogTableRow row;
    const std::optional<QByteArrayView> object = jsonObjectOf(line.text);
    row.isText = !object || !isWholeJsonObject(*object);
    row.cells.reserve(columns.size());
    for (const LogColumn &column : columns) {
        const bool unknown = row.isText && column.field.kind == LogField::Kind::Member;
        row.cells.push_back(unknown ? QString()
                                    : cellText(fieldText(line, column.field).value_or(QString())));
    }
    return row;
}

} // namespace coldframe
