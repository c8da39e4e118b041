// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/failureplace.h"

#include "core/lambda/errorpayload.h"

#include <QRegularExpression>

namespace coldframe {

namespace {

struct Frame
{
    CodePlace place;
    bool innermostLast; ///< Python lists the call that failed last, Node.js first
};

bool isInstalledPackage(const QString &file)
{
    return file.contains(QStringLiteral("site-packages/"))
        || file.contains(QStringLiteral("node_modules/"));
}

/// The path below the code directory; empty for code of others.
QString ownFile(QString path, const QString &codeDirectory)
{
    if (path.startsWith(QStringLiteral("file://")))
        path.remove(0, 7);
    for (const QString &root : {QStringLiteral("/var/task"), codeDirectory}) {
        if (!root.isEmpty() && path.startsWith(root + u'/')) {
            const QString file = path.mid(root.size() + 1);
            return isInstalledPackage(file) ? QString() : file;
        }
    }
    return {};
}

std::optional<Frame> parseFrame(const QString &text, const QString &codeDirectory)
{
    static const QRegularExpression python(QStringLiteral("File \"([^\"]+)\",? [Ll]ine (\\d+)"));
    static const QRegularExpression node(
        QStringLiteral("((?:file://)?/[^\\s():]+):(\\d+)(?::\\d+)?\\)?\\s*$"));
    for (const QRegularExpression &pattern : {python, node}) {
        const QRegularExpressionMatch match = pattern.match(text);
        if (!match.hasMatch())
            continue;
        const QString file = ownFile(match.captured(1), codeDirectory);
        if (!file.isEmpty())
            return Frame{{file, match.captured(2).toInt()}, pattern == python};
    }
    return {};
}

} // namespace

std::optional<CodePlace> failurePlace(const InvocationRecord &record)
{
    if (record.status == InvocationStatus::Succeeded)
        return {};
    const ErrorPayload error = parseErrorPayload(record.response);
    std::optional<CodePlace> place;
    for (const QString &line : error.stackTrace) {
        const std::optional<Frame> frame = parseFrame(line, record.function.codeDirectory);
        if (!frame)
            continue;
        place = frame->place;
        if (!frame->innermostLast)
            break;
    }
    return place;
}

} // namespace coldframe
