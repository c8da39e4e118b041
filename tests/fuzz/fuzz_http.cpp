// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that the server reads: the result must not depend on how the bytes arrive, and stays
// within the limits.
#include "core/http/httprequestparser.h"

#include "tests/fuzz/fuzzinput.h"

#include <algorithm>

using namespace coldframe;
using coldframe::test::require;

namespace {

constexpr HttpRequestParser::Limits FuzzLimits{.bodyBytes = 64, .headerBytes = 256};

struct Outcome
{
    std::vector<HttpRequest> requests;
    std::optional<int> failureStatus;

    bool operator==(const Outcome &) const = default;
};

Outcome parse(const std::vector<QByteArrayView> &pieces)
{
    HttpRequestParser parser(FuzzLimits);
    Outcome outcome;
    for (const QByteArrayView piece : pieces) {
        const bool hadFailed = parser.failureStatus().has_value();
        std::vector<HttpRequest> requests = parser.feed(piece);
        require(!hadFailed || requests.empty(), "no request follows a failure");
        outcome.requests.insert(outcome.requests.end(), requests.begin(), requests.end());
        if (parser.takeContinueExpected())
            require(!parser.takeContinueExpected(), "the caller is told once");
    }
    outcome.failureStatus = parser.failureStatus();
    return outcome;
}

bool isOneLine(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char byte) { return byte == '\r' || byte == '\n' || byte == '\0'; });
}

void requireWellFormed(const HttpRequest &request)
{
    require(!request.method.isEmpty() && !request.target.isEmpty(), "method and target exist");
    require(!request.target.contains(' '), "a target has no blank");
    require(request.body.size() <= FuzzLimits.bodyBytes, "a body is within the cap");
    require(request.bodyTooLarge == (request.bodyBytes > FuzzLimits.bodyBytes),
            "a larger body is told");
    require(request.body.size() == (request.bodyTooLarge ? 0 : request.bodyBytes),
            "a body is whole or thrown away");
    for (const HttpHeaders *headers : {&request.headers, &request.trailers}) {
        for (const HttpHeader &header : *headers) {
            require(!header.name.isEmpty() && isOneLine(header.name), "a name is one line");
            require(isOneLine(header.value), "a value is one line");
            require(headerValue(*headers, header.name).data() != nullptr, "a header is found");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes = test::viewOf(data, size);
    const Outcome whole = parse({bytes});
    for (const HttpRequest &request : whole.requests)
        requireWellFormed(request);
    require(parse(test::cutIntoPieces(bytes)) == whole, "pieces give the same as the whole");
    return 0;
}
