// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/responsetext.h"

#include "core/base/jsontext.h"

#include <QPromise>
#include <QThreadPool>

#include <nlohmann/json.hpp>

#include <memory>

namespace coldframe {

namespace {

/// The beginning of a text, with lines that are not longer than a view can lay out.
QString shownPart(const QByteArray &bytes, bool &isCut)
{
    QByteArrayView view(bytes);
    if (view.size() > LongestShownText) {
        view = view.first(LongestShownText);
        isCut = true;
    }
    QString text;
    while (!view.isEmpty()) {
        const qsizetype newline = view.indexOf('\n');
        const qsizetype length = newline < 0 ? view.size() : newline;
        text += QString::fromUtf8(view.first(std::min(length, LongestShownLine)));
        if (length > LongestShownLine) {
            text += QChar(u'\u2026');
            isCut = true;
        }
        if (newline >= 0)
            text += QLatin1Char('\n');
        view = view.sliced(newline < 0 ? length : length + 1);
    }
    return text;
}

std::optional<int> statusCodeOf(const OrderedJson &json)
{
    const auto code = json.find("statusCode");
    if (code == json.end() || !code->is_number_integer())
        return {};
    const auto value = code->get<std::int64_t>();
    return value >= 100 && value <= 599 ? std::optional(static_cast<int>(value)) : std::nullopt;
}

std::optional<QByteArray> bodyOf(const OrderedJson &json)
{
    const auto body = json.find("body");
    if (body == json.end() || !body->is_string())
        return {};
    const auto encoded = json.find("isBase64Encoded");
    const QByteArray bytes = QByteArray::fromStdString(body->get_ref<const std::string &>());
    if (encoded != json.end() && encoded->is_boolean() && encoded->get<bool>())
        return QByteArray::fromBase64(bytes);
    if (const auto inner = parseJson(bytes); inner && inner->is_structured())
        return writeJson(*inner, JsonLayout::Indented);
    return bytes;
}

} // namespace

ResponseText readResponse(const QByteArray &response)
{
    ResponseText text;
    text.raw = shownPart(response, text.isCut);
    text.formatted = text.raw;
    const auto json = parseJson(response);
    if (!json)
        return text;
    text.isJson = true;
    text.formatted = shownPart(writeJson(*json, JsonLayout::Indented), text.isCut);
    if (!json->is_object())
        return text;
    text.statusCode = statusCodeOf(*json);
    if (text.statusCode) {
        if (const auto body = bodyOf(*json))
            text.body = shownPart(*body, text.isCut);
    }
    return text;
}

Async<ResponseText> readResponseLater(const QByteArray &response)
{
    auto promise = std::make_shared<QPromise<Result<ResponseText>>>();
    promise->start();
    const Async<ResponseText> answer = promise->future();
    QThreadPool::globalInstance()->start([promise, response] {
        if (!promise->isCanceled())
            promise->addResult(Result<ResponseText>(readResponse(response)));
        promise->finish();
    });
    return answer;
}

} // namespace coldframe
