// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventpaste.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace coldframe::eventpaste {

/// The words of a shell command, without quotes.
struct ShellWords
{
    QList<QByteArray> words;
    std::vector<PasteNote> notes;
};
tl::expected<ShellWords, PasteError> shellWords(QByteArrayView text);

/// The HTTP request that a curl command makes.
struct CurlRequest
{
    QByteArray method;
    QString host; ///< with its port
    QString path; ///< as sent
    QString query; ///< as sent, without "?"
    QList<std::pair<QString, QString>> headers; ///< without cookies and user agent
    QStringList cookies; ///< name=value
    std::optional<QString> userAgent;
    QByteArray body;
    std::vector<PasteNote> notes;
};
tl::expected<CurlRequest, PasteError> curlRequest(QByteArrayView command);

/// The event that `aws lambda invoke` sends.
tl::expected<OrderedJson, PasteError> invokePayload(const QList<QByteArray> &words);

/// The event that a template makes of the request.
PasteResult requestEvent(const CurlRequest &request, const TemplateCatalogue &catalogue,
                         const PasteTarget &target);

} // namespace coldframe::eventpaste
