// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/contracttable.h"

#include <QFile>
#include <QRegularExpression>

namespace coldframe::test {

namespace {

const QString notChecked = QStringLiteral("not checked: ");

bool isRule(const QString &line)
{
    static const QRegularExpression rule(QStringLiteral("^\\|[-| :]+\\|$"));
    return rule.match(line).hasMatch();
}

} // namespace

QStringList contractSheets()
{
    return {QStringLiteral("runtime-api"), QStringLiteral("environment"), QStringLiteral("logs"),
            QStringLiteral("extensions")};
}

std::vector<ContractLine> contractLines(const QString &sheet)
{
    QFile file(
        QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/conformance/contract/%1.tsv").arg(sheet));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(file.fileName()));
    std::vector<ContractLine> lines;
    const QStringList texts = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        if (text.startsWith(u'#'))
            continue;
        const QStringList cells = text.split(u'\t');
        if (cells.size() != 3)
            qFatal("%s: not three cells: %s", qPrintable(file.fileName()), qPrintable(text));
        ContractLine line{cells.at(0), cells.at(1), {}, {}};
        if (cells.at(2).startsWith(notChecked))
            line.reason = cells.at(2).mid(notChecked.size());
        else
            line.checks = cells.at(2).split(QStringLiteral("; "), Qt::SkipEmptyParts);
        lines.push_back(line);
    }
    return lines;
}

QStringList linesOfSheet(const QString &markdown)
{
    static const QRegularExpression heading(QStringLiteral("^##+ (\\d+(?:\\.\\d+)?)"));
    const QStringList texts = markdown.split(u'\n');
    QStringList lines;
    QString section = QStringLiteral("0");
    int number = 0;
    bool isFenced = false;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString &text = texts.at(i);
        if (text.startsWith(QStringLiteral("```")))
            isFenced = !isFenced;
        if (const QRegularExpressionMatch match = heading.match(text); match.hasMatch()) {
            section = match.captured(1);
            number = 0;
        }
        const bool isHead = i + 1 < texts.size() && isRule(texts.at(i + 1));
        if (isFenced || !text.startsWith(u'|') || isRule(text) || isHead)
            continue;
        lines << QStringLiteral("%1/%2").arg(section).arg(++number);
    }
    return lines;
}

} // namespace coldframe::test
