// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httprequestparser.h"

#include <vector>

namespace coldframe::test {

/// The requests that these bytes complete. With a place for them, bodies are passed on to it.
inline std::vector<HttpRequest> feedPassingOn(HttpRequestParser &parser, QByteArrayView bytes,
                                              QByteArray *bodies)
{
    std::vector<HttpRequest> requests;
    for (;;) {
        switch (parser.read(bytes)) {
        case HttpRequestParser::Event::NeedsBytes:
        case HttpRequestParser::Event::Failed:
            return requests;
        case HttpRequestParser::Event::Head:
            if (bodies)
                parser.passBodyOn();
            break;
        case HttpRequestParser::Event::BodyPart:
            if (bodies)
                bodies->append(parser.bodyPart());
            break;
        case HttpRequestParser::Event::Request:
            requests.push_back(parser.takeRequest());
            break;
        }
    }
}

inline std::vector<HttpRequest> feed(HttpRequestParser &parser, QByteArrayView bytes)
{
    return feedPassingOn(parser, bytes, nullptr);
}

} // namespace coldframe::test
