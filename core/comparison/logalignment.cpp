// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/logalignment.h"

#include "core/comparison/sidebyside.h"
#include "core/comparison/textmasks.h"

#include <QStringList>

namespace coldframe {

namespace {

/// One line for each record: a framed record may have several.
QString maskedLog(const ComparedLog &log)
{
    QStringList lines;
    lines.reserve(static_cast<qsizetype>(log.lines.size()));
    for (const LogLine &line : log.lines) {
        QString text = QString::fromUtf8(line.text);
        text.replace(u'\n', QChar::LineSeparator);
        lines.append(maskedText(
            text, {.uuids = true, .times = true, .identifiers = true, .requestId = log.requestId}));
    }
    return lines.join(u'\n');
}

AlignedLines::Kind kindOf(SideBySideRow::Kind kind)
{
    switch (kind) {
    case SideBySideRow::Kind::Same:
        return AlignedLines::Kind::Same;
    case SideBySideRow::Kind::Changed:
        return AlignedLines::Kind::Changed;
    case SideBySideRow::Kind::Removed:
        return AlignedLines::Kind::LeftOnly;
    case SideBySideRow::Kind::Added:
        break;
    }
    return AlignedLines::Kind::RightOnly;
}

std::vector<AlignedLines> onOneSide(std::size_t count, AlignedLines::Kind kind)
{
    std::vector<AlignedLines> rows(count, {kind, std::nullopt, std::nullopt});
    for (std::size_t i = 0; i < count; ++i)
        (kind == AlignedLines::Kind::LeftOnly ? rows[i].left : rows[i].right) = static_cast<int>(i);
    return rows;
}

} // namespace

std::vector<AlignedLines> alignLogs(const ComparedLog &left, const ComparedLog &right)
{
    // A text without lines is one empty line to sideBySide().
    if (left.lines.empty())
        return onOneSide(right.lines.size(), AlignedLines::Kind::RightOnly);
    if (right.lines.empty())
        return onOneSide(left.lines.size(), AlignedLines::Kind::LeftOnly);
    std::vector<AlignedLines> rows;
    int nextLeft = 0;
    int nextRight = 0;
    for (const SideBySideRow &row : sideBySide(maskedLog(left), maskedLog(right))) {
        AlignedLines lines{kindOf(row.kind), std::nullopt, std::nullopt};
        if (row.left)
            lines.left = nextLeft++;
        if (row.right)
            lines.right = nextRight++;
        rows.push_back(lines);
    }
    return rows;
}

} // namespace coldframe
