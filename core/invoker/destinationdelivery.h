// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/eventinvokeconfig.h"

#include <QObject>
#include <QThreadPool>

#include <chrono>
#include <functional>

class QNetworkAccessManager;

namespace coldframe {

/// Takes records to files and addresses outside the queue, without blocking its thread. Nothing is
/// sent to another computer.
class DestinationDelivery final : public QObject
{
    Q_OBJECT

public:
    /// Called once, in this object's thread, later than deliver() returns and never after the
    /// object's end.
    using Handler = std::function<void(Result<void>)>;

    explicit DestinationDelivery(std::chrono::milliseconds timeout, QObject *parent = nullptr);
    ~DestinationDelivery() override;

    /// File: adds the text and a line feed to its end, makes the file when there is none, and has
    /// it on the disk before the handler is called. HttpAddress: POST, any status from 200 to 299
    /// takes it. Unwritable with path or URL and reason.
    void deliver(const Destination &destination, const QByteArray &text, Handler handler);

private:
    void append(const QString &path, QByteArray line, Handler handler);
    void post(const QString &url, const QByteArray &text, Handler handler);
    void refuse(Result<void> reason, Handler handler);

    std::chrono::milliseconds m_timeout;
    QNetworkAccessManager *m_network = nullptr; ///< a child, made when it is needed
    QThreadPool m_writer; ///< one thread, so that lines stay in order
};

} // namespace coldframe
