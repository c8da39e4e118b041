// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/destinationdelivery.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace coldframe {

namespace {

tl::unexpected<Error> notTaken(const QString &target, const QString &reason)
{
    return failure(Error::Code::Unwritable, target + QStringLiteral(": ") + reason);
}

QString systemReason(int code)
{
    return QString::fromLocal8Bit(std::strerror(code)); // NOLINT(concurrency-mt-unsafe)
}

/// 0, or why the bytes did not reach the disk.
int writeWhole(int descriptor, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const auto size = static_cast<std::size_t>(bytes.size() - written);
        const ssize_t part = ::write(descriptor, bytes.constData() + written, size);
        if (part < 0 && errno != EINTR)
            return errno;
        if (part > 0)
            written += part;
    }
    return ::fdatasync(descriptor) == 0 ? 0 : errno;
}

Result<void> appendLine(const QString &path, const QByteArray &line)
{
    // O_NONBLOCK: opening a pipe without a reader would wait for one.
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0666);
    if (descriptor < 0)
        return notTaken(path, systemReason(errno));
    struct stat before = {};
    if (::fstat(descriptor, &before) != 0 || !S_ISREG(before.st_mode)) {
        ::close(descriptor);
        return notTaken(path, QStringLiteral("it is no file"));
    }
    const int problem = writeWhole(descriptor, line);
    // Half a line would spoil the next one.
    if (problem != 0 && ::ftruncate(descriptor, before.st_size) != 0)
        qWarning("%s: an incomplete line stays at its end", qPrintable(path));
    ::close(descriptor);
    if (problem != 0)
        return notTaken(path, systemReason(problem));
    return {};
}

} // namespace

DestinationDelivery::DestinationDelivery(std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_timeout(timeout)
{
    m_writer.setMaxThreadCount(1);
}

DestinationDelivery::~DestinationDelivery()
{
    m_writer.waitForDone();
}

void DestinationDelivery::deliver(const Destination &destination, const QByteArray &text,
                                  Handler handler)
{
    switch (destination.kind) {
    case Destination::Kind::File:
        return append(destination.target, text + '\n', std::move(handler));
    case Destination::Kind::HttpAddress:
        return post(destination.target, text, std::move(handler));
    case Destination::Kind::Function:
        break;
    }
    refuse(failure(Error::Code::InvalidArgument, destinationText(destination)), std::move(handler));
}

void DestinationDelivery::refuse(Result<void> reason, Handler handler)
{
    QMetaObject::invokeMethod(
        this, [reason = std::move(reason), handler = std::move(handler)] { handler(reason); },
        Qt::QueuedConnection);
}

void DestinationDelivery::append(const QString &path, QByteArray line, Handler handler)
{
    m_writer.start([this, path, line = std::move(line), handler = std::move(handler)]() mutable {
        Result<void> result = appendLine(path, line);
        QMetaObject::invokeMethod(
            this, [result = std::move(result), handler = std::move(handler)] { handler(result); },
            Qt::QueuedConnection);
    });
}

void DestinationDelivery::post(const QString &url, const QByteArray &text, Handler handler)
{
    if (!isLoopbackAddress(url))
        return refuse(notTaken(url, QStringLiteral("it is no address of this computer")),
                      std::move(handler));
    if (m_network == nullptr) {
        m_network = new QNetworkAccessManager(this);
        m_network->setProxy(QNetworkProxy::NoProxy);
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(static_cast<int>(m_timeout.count()));
    QNetworkReply *const reply = m_network->post(request, text);
    // An endless answer would be collected until the timeout, and none is wanted.
    connect(reply, &QNetworkReply::readyRead, reply,
            [reply] { reply->skip(reply->bytesAvailable()); });
    connect(reply, &QNetworkReply::finished, this, [url, reply, handler = std::move(handler)] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && status < 300 && reply->error() == QNetworkReply::NoError)
            return handler({});
        if (status != 0)
            return handler(notTaken(url, QStringLiteral("it answered with status %1").arg(status)));
        if (reply->error() == QNetworkReply::OperationCanceledError)
            return handler(notTaken(url, QStringLiteral("it did not answer in time")));
        handler(notTaken(url, reply->errorString()));
    });
}

} // namespace coldframe

#include "moc_destinationdelivery.cpp"
