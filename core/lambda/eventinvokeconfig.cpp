// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/eventinvokeconfig.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace coldframe {

namespace {

const QString functionPrefix = QStringLiteral("function:");
const QString filePrefix = QStringLiteral("file:");
const QString httpPrefix = QStringLiteral("http://");

tl::unexpected<Error> wrongDestination(const QString &text, const QString &why)
{
    return failure(Error::Code::InvalidArgument,
                   QStringLiteral("destination \"%1\": %2").arg(text, why));
}

} // namespace

bool isLoopbackAddress(const QString &url)
{
    const QUrl address(url, QUrl::StrictMode);
    if (!address.isValid() || address.scheme() != QStringLiteral("http"))
        return false;
    static const QRegularExpression loopback(
        QStringLiteral("\\A(localhost|127(\\.[0-9]{1,3}){3}|::1)\\z"));
    return loopback.match(address.host()).hasMatch();
}

QString destinationText(const Destination &destination)
{
    switch (destination.kind) {
    case Destination::Kind::Function:
        return functionPrefix + destination.target;
    case Destination::Kind::File:
        return filePrefix + destination.target;
    case Destination::Kind::HttpAddress:
        break;
    }
    return destination.target;
}

Result<Destination> destinationFromText(const QString &text)
{
    if (text.startsWith(functionPrefix)) {
        const QString name = text.mid(functionPrefix.size());
        if (name.isEmpty())
            return wrongDestination(text, QStringLiteral("the function's name is missing"));
        return Destination{Destination::Kind::Function, name};
    }
    if (text.startsWith(filePrefix)) {
        const QString path = text.mid(filePrefix.size());
        if (path.isEmpty() || path.endsWith(u'/'))
            return wrongDestination(text, QStringLiteral("the file's name is missing"));
        return Destination{Destination::Kind::File,
                           QDir::cleanPath(QFileInfo(path).absoluteFilePath())};
    }
    if (text.startsWith(httpPrefix)) {
        if (!isLoopbackAddress(text))
            return wrongDestination(
                text,
                QStringLiteral(
                    "it must be an address of this computer, as http://127.0.0.1:8080/"));
        return Destination{Destination::Kind::HttpAddress, text};
    }
    return wrongDestination(text, QStringLiteral("it must begin with function:, file: or http://"));
}

Result<void> checkEventInvokeConfig(const EventInvokeConfig &config)
{
    if (config.maximumRetryAttempts < 0 || config.maximumRetryAttempts > limits::RetryAttempts)
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("MaximumRetryAttempts: %1, it must be 0 to %2")
                           .arg(config.maximumRetryAttempts)
                           .arg(limits::RetryAttempts));
    if (config.maximumEventAge < limits::ShortestEventAge
        || config.maximumEventAge > limits::LongestEventAge)
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("MaximumEventAgeInSeconds: %1, it must be %2 to %3")
                           .arg(config.maximumEventAge.count())
                           .arg(limits::ShortestEventAge.count())
                           .arg(limits::LongestEventAge.count()));
    return {};
}

} // namespace coldframe
