// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to the endpoint for Lambda's API, as bytes of one connection: whatever comes, an answer
// has a status and a form that a client understands, and settings stay inside Lambda's limits.
#include "core/base/jsontext.h"
#include "core/endpoint/callercheck.h"
#include "core/endpoint/controlplane.h"
#include "core/endpoint/invocationorder.h"
#include "core/http/httprequestparser.h"
#include "core/lambda/limits.h"

#include "tests/fuzz/fuzzinput.h"

#include <nlohmann/json.hpp>

using namespace coldframe;
using coldframe::test::require;

namespace {

FunctionConfig functionNamed(const char *name)
{
    FunctionConfig config;
    config.name = QLatin1String(name);
    config.runtime = QStringLiteral("python3.12");
    config.handler = QStringLiteral("app.handler");
    config.codeDirectory = QStringLiteral("/srv/code");
    return config;
}

void checkResponse(const HttpResponse &response)
{
    require(response.status >= 200 && response.status < 600, "a status is one of HTTP");
    if (response.status == 204) {
        require(response.body.isEmpty(), "204 has no body");
        return;
    }
    const Result<OrderedJson> body = parseJson(response.body);
    require(body && body->is_object(), "a body is a JSON object");
    const bool isError = response.status >= 400;
    require(headerValue(response.headers, "x-amzn-ErrorType").isNull() != isError,
            "errors have a type and successes have none");
    require(!isError || (body->contains("Type") && body->contains("message")),
            "errors say who is to blame and why");
}

void checkSettings(const FunctionRegistry &registry)
{
    qint64 reserved = 0;
    for (const auto &[name, each] : registry.concurrency().reserved)
        reserved += each;
    require(reserved <= registry.concurrency().account - 100, "the account keeps its floor");
    for (const auto &[name, function] : registry.functions()) {
        const FunctionConfig config = function.config();
        require(config.memory >= limits::SmallestMemory && config.memory <= limits::LargestMemory,
                "memory is inside its limits");
        require(config.timeout >= limits::ShortestTimeout
                    && config.timeout <= limits::LongestTimeout,
                "the timeout is inside its limits");
    }
}

void serve(FunctionRegistry &registry, HttpRequest request)
{
    if (const auto refusal = callerRefusal(request, 3001)) {
        checkResponse(errorResponse(*refusal));
        return;
    }
    const ApiResult<ApiRequest> call = routedRequest(std::move(request));
    if (!call) {
        checkResponse(errorResponse(call.error()));
        return;
    }
    if (call->operation == ApiOperation::Invoke
        || call->operation == ApiOperation::InvokeWithResponseStream) {
        const ApiResult<InvocationOrder> order = readOrder(registry, *call);
        if (!order) {
            checkResponse(errorResponse(order.error()));
            return;
        }
        require(checkJson(order->request.event).has_value(), "an event is JSON");
        require(registry.functions().contains(order->request.function.name),
                "only functions that are there are run");
        return;
    }
    const ApiResult<HttpResponse> response = answerControlCall(registry, {}, *call);
    checkResponse(response ? *response : errorResponse(response.error()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const SystemClock clock;
    FunctionRegistry registry(clock);
    registry.setFunctions({functionNamed("orders"), functionNamed("mail")});
    HttpRequestParser parser({.bodyBytes = 65'536, .headerBytes = 65'536});
    QByteArrayView bytes = test::viewOf(data, size);
    for (;;) {
        switch (parser.read(bytes)) {
        case HttpRequestParser::Event::Request:
            serve(registry, parser.takeRequest());
            checkSettings(registry);
            break;
        case HttpRequestParser::Event::Head:
        case HttpRequestParser::Event::BodyPart:
            break;
        case HttpRequestParser::Event::NeedsBytes:
        case HttpRequestParser::Event::Failed:
            return 0;
        }
    }
}
