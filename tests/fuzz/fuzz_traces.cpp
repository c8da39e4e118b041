// SPDX-License-Identifier: GPL-3.0-or-later
// What a bootstrap tells of imports and spans, to which a function's own code can add anything, and
// traces of other programs. The first byte chooses which of them the rest is.
#include "core/runtime/handlerspans.h"
#include "core/runtime/inittrace.h"
#include "core/timeline/lazyimport.h"
#include "core/timeline/traceexport.h"
#include "core/timeline/traceimport.h"

#include "tests/fuzz/fuzzinput.h"

using namespace coldframe;
using coldframe::test::require;
using namespace std::chrono_literals;

namespace {

constexpr RecordedTime recorded{Instant(1'000ns), Instant(1'000'000'000ns)};
constexpr std::chrono::nanoseconds whole = recorded.answered - recorded.origin;

void checkImports(QByteArrayView text)
{
    auto trace = parseInitTrace(text, recorded.origin, {QStringLiteral("/var/task"), {}});
    if (!trace)
        return;
    require(trace->imports.size() <= LargestImportCount, "imports are limited");
    keepRecorded(trace->imports, recorded);
    std::chrono::nanoseconds longest{};
    for (const ImportSpan &import : trace->imports) {
        require(import.begin >= 0ns && import.begin + import.duration <= whole,
                "an import lies inside of the record");
        require(import.self <= import.duration, "a module's own time is part of its whole one");
        longest = std::max(longest, import.duration);
    }
    for (std::size_t i = 0; i < trace->imports.size(); ++i)
        require(whatIfLazy(trace->imports, i).time <= longest, "no more is saved than was spent");
}

void checkSpans(QByteArrayView text)
{
    const auto spans = parseHandlerSpans(text, recorded);
    if (!spans)
        return;
    require(spans->size() <= LargestSpanCount, "spans are limited");
    for (const HandlerSpan &span : *spans) {
        require(span.begin >= 0ns && span.duration >= 0ns && span.begin + span.duration <= whole,
                "a span lies inside of the record");
        require(!span.connected || *span.connected <= span.duration, "it stands while it is there");
        require(span.port >= 0 && span.port <= 65'535, "a port is a port");
    }
}

void checkTrace(QByteArrayView text)
{
    const auto trace = readTrace(text);
    if (!trace) {
        require(!trace.error().detail.isEmpty(), "an error tells what is wrong");
        return;
    }
    // Microseconds as floating point numbers, as Chrome's traces have them, are not exact beyond.
    if (trace->isEmpty() || trace->total > 24h * 100)
        return;
    for (const TraceFormat format : {TraceFormat::Chrome, TraceFormat::Speedscope}) {
        const auto again = readTrace(writeTrace(*trace, format));
        require(again.has_value(), "what is written can be read");
        require(again->total == trace->total, "and takes as long");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView text = test::viewOf(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0:
        checkImports(text);
        break;
    case 1:
        checkSpans(text);
        break;
    case 2:
        parseHandlerRun(text, recorded.origin, recorded);
        break;
    default:
        checkTrace(text);
        break;
    }
    return 0;
}
