// SPDX-License-Identifier: GPL-3.0-or-later
// What a function answers: error payloads and JSON of any kind. Inputs stay short enough that
// writing deeply nested JSON, which is recursive, fits the stack.
#include "core/base/jsontext.h"
#include "core/lambda/errorcause.h"
#include "core/lambda/errorpayload.h"

#include "tests/fuzz/fuzzinput.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace coldframe;
using coldframe::test::require;

namespace {

constexpr std::size_t LongestInput = 8192;

void checkPosition(const Error &error, QByteArrayView text)
{
    require(error.code == Error::Code::InvalidJson, "bad JSON is invalid JSON");
    require(error.position.has_value(), "an error has a position");
    const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
    require(error.position->line >= 1 && error.position->line <= lines, "the line exists");
    require(error.position->column >= 1 && error.position->column <= text.size() + 1,
            "the column exists");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text = test::viewOf(data, std::min(size, LongestInput));
    const ErrorPayload payload = parseErrorPayload(text);
    const Result<OrderedJson> json = parseJson(text);
    const Result<void> check = checkJson(text);
    require(json.has_value() == check.has_value(), "reading and checking agree");
    if (!json) {
        require(json.error() == check.error(), "reading and checking give the same reason");
        require(payload == ErrorPayload(), "a payload that is no JSON says nothing");
        checkPosition(json.error(), text);
        return 0;
    }
    if (!json->is_object())
        require(payload == ErrorPayload(), "a payload that is no object says nothing");
    for (const JsonLayout layout : {JsonLayout::Compact, JsonLayout::Indented}) {
        const Result<OrderedJson> again = parseJson(writeJson(*json, layout));
        require(again.has_value(), "what is written can be read");
        require(*again == *json, "and says the same");
    }
    const ErrorPayload platform
        = parseErrorPayload(platformErrorPayload(payload.errorType, payload.errorMessage));
    require(platform.errorType == payload.errorType
                && platform.errorMessage == payload.errorMessage,
            "what the platform writes can be read");
    const auto separated = separateErrorCause(text);
    require(separated.has_value() == json->is_object(), "an object can be taken apart");
    require(!separated || parseJson(separated->payload).has_value(), "and stays JSON");
    require(keptErrorCause(keptErrorCause(text)) == keptErrorCause(text), "a kept cause is kept");
    require(!normalisedErrorType(payload.errorType).isEmpty(), "an error has a type");
    return 0;
}
