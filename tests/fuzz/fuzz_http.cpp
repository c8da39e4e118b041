// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that the server reads: the result must not depend on how the bytes arrive, and stays
// within the limits.
#include "core/http/httprequestparser.h"

#include "tests/core/http/parsedrequests.h"
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
    QByteArray passedOn; // bodies
    bool endsInBody = false;

    bool operator==(const Outcome &) const = default;
};

Outcome parse(const std::vector<QByteArrayView> &pieces, bool passesOn)
{
    HttpRequestParser parser(FuzzLimits);
    Outcome outcome;
    for (const QByteArrayView piece : pieces) {
        const bool hadFailed = parser.failureStatus().has_value();
        std::vector<HttpRequest> requests
            = test::feedPassingOn(parser, piece, passesOn ? &outcome.passedOn : nullptr);
        require(!hadFailed || requests.empty(), "no request follows a failure");
        outcome.requests.insert(outcome.requests.end(), requests.begin(), requests.end());
        if (parser.takeContinueExpected())
            require(!parser.takeContinueExpected(), "the caller is told once");
    }
    outcome.failureStatus = parser.failureStatus();
    outcome.endsInBody = parser.isInBody();
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

/// Whether a body is collected or passed on changes nothing but where it is.
void requirePassedOn(const Outcome &passed, const Outcome &collected)
{
    require(passed.failureStatus == collected.failureStatus, "the same is refused");
    require(passed.endsInBody == collected.endsInBody, "the same is incomplete");
    require(passed.requests.size() == collected.requests.size(), "the same requests are read");
    qsizetype begin = 0;
    for (std::size_t i = 0; i < passed.requests.size(); ++i) {
        const HttpRequest &request = collected.requests[i];
        require(passed.requests[i].body.isEmpty(), "a body is in one place");
        require(passed.requests[i].bodyBytes == request.bodyBytes, "bodies are as long");
        require(passed.requests[i].trailers == request.trailers, "trailers are the same");
        require(request.bodyTooLarge
                    || passed.passedOn.mid(begin, request.bodyBytes) == request.body,
                "bodies are the same");
        begin += request.bodyBytes;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes = test::viewOf(data, size);
    const Outcome whole = parse({bytes}, false);
    for (const HttpRequest &request : whole.requests)
        requireWellFormed(request);
    const std::vector<QByteArrayView> pieces = test::cutIntoPieces(bytes);
    require(parse(pieces, false) == whole, "pieces give the same as the whole");

    const Outcome passed = parse({bytes}, true);
    require(parse(pieces, true) == passed, "pieces pass on the same as the whole");
    requirePassedOn(passed, whole);
    return 0;
}
