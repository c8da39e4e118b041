// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that a function may write: REPORT lines, levels, and the cutting into lines.
#include "core/base/linereader.h"
#include "core/lambda/logline.h"
#include "core/lambda/report.h"

#include "tests/fuzz/fuzzinput.h"

#include <algorithm>

using namespace coldframe;
using namespace std::chrono_literals;
using coldframe::test::require;

namespace {

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// Rounding to hundredths may take a duration over the day that a line can say.
bool isWellBelowADay(const Report &report)
{
    constexpr auto Longest = 86'000'000ms;
    return report.duration < Longest && report.billedDuration < Longest
        && report.initDuration.value_or(0us) < Longest;
}

void checkReport(QByteArrayView line)
{
    const Result<Report> report = parseReport(line);
    if (!report) {
        require(report.error().code == Error::Code::MalformedLine, "a bad line is malformed");
        return;
    }
    require(report->duration >= 0us && report->billedDuration >= 0ms, "durations are not negative");
    require(report->memorySize.value >= 0 && report->maxMemoryUsed.value >= 0,
            "sizes are not negative");
    if (!isAscii(line) || !isWellBelowADay(*report))
        return;
    const QByteArray written = formatReport(*report);
    const Result<Report> again = parseReport(written);
    require(again.has_value(), "what is written can be read");
    require(formatReport(*again) == written, "and says the same");
}

std::vector<QByteArray> readLines(const std::vector<QByteArrayView> &pieces, qsizetype longest)
{
    LineReader reader(longest);
    std::vector<QByteArray> lines;
    for (const QByteArrayView piece : pieces) {
        for (QByteArray &line : reader.feed(piece))
            lines.push_back(std::move(line));
    }
    lines.push_back(reader.takeRest());
    return lines;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes = test::viewOf(data, size);
    checkReport(bytes);
    for (const qsizetype longest : {8, 1000}) {
        const std::vector<QByteArray> lines = readLines({bytes}, longest);
        require(readLines(test::cutIntoPieces(bytes), longest) == lines,
                "pieces give the same as the whole");
        for (const QByteArray &line : lines) {
            require(line.size() <= longest && !line.contains('\n'), "a line is a line");
            statedLevel(line);
        }
    }
    return 0;
}
