// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/stackframe.h"

#include <QDir>
#include <QRegularExpression>

namespace coldframe {

namespace {

/// The path on this computer of a file below the function's code; empty for files elsewhere.
QString pathOnDisk(QString path, const QString &codeDirectory)
{
    if (path.startsWith(QLatin1String("file://")))
        path.remove(0, 7);
    for (const QString &root : {QStringLiteral("/var/task"), QDir::cleanPath(codeDirectory)}) {
        if (!codeDirectory.isEmpty() && path.startsWith(root + QLatin1Char('/'))) {
            const QString below = QDir::cleanPath(path.mid(root.size() + 1));
            // A trace is input: it names files of the function or nothing.
            if (below.startsWith(QLatin1String("..")))
                return {};
            return QDir(codeDirectory).filePath(below);
        }
    }
    return {};
}

std::optional<FilePlace> placeIn(const QString &entry, const QString &codeDirectory)
{
    // File "/var/task/app.py", line 3, in handler
    static const QRegularExpression python(QStringLiteral("File \"([^\"]+)\",? [Ll]ine (\\d+)"));
    // at handler (file:///var/task/index.mjs:3:11); /var/task/app.rb:3:in `handler'
    static const QRegularExpression others(
        QStringLiteral("((?:file://)?/[^\\s():]+):(\\d+)(?::|\\)|$|\\s)"));
    for (const QRegularExpression &pattern : {python, others}) {
        const QRegularExpressionMatch match = pattern.match(entry);
        if (!match.hasMatch())
            continue;
        const QString path = pathOnDisk(match.captured(1), codeDirectory);
        const int line = match.captured(2).toInt();
        if (!path.isEmpty() && line > 0)
            return FilePlace{path, line};
    }
    return {};
}

/// Without the blank end, and without the indentation that all lines share with the first.
QString trimmedEntry(QString entry)
{
    while (!entry.isEmpty() && entry.back().isSpace())
        entry.chop(1);
    qsizetype indentation = 0;
    while (indentation < entry.size() && entry.at(indentation) == QLatin1Char(' '))
        ++indentation;
    QStringList lines = entry.split(QLatin1Char('\n'));
    for (QString &line : lines) {
        if (line.startsWith(QString(indentation, QLatin1Char(' '))))
            line.remove(0, indentation);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

std::vector<StackFrame> readStackTrace(const QStringList &entries, const QString &codeDirectory)
{
    std::vector<StackFrame> frames;
    for (const QString &entry : entries) {
        const QString text = trimmedEntry(entry);
        if (!text.isEmpty())
            frames.push_back({text, placeIn(text, codeDirectory)});
    }
    return frames;
}

} // namespace coldframe
