// SPDX-License-Identifier: GPL-3.0-or-later
// The framed log descriptor: what a function may write to it.
#include "core/runtime/logframes.h"

#include "tests/fuzz/fuzzinput.h"

using namespace coldframe;
using coldframe::test::require;

namespace {

constexpr qsizetype longest = 64;

/// Stray bytes are joined: where they are cut depends on how they arrive.
std::vector<QByteArray> readFrames(const std::vector<QByteArrayView> &pieces)
{
    std::vector<QByteArray> frames;
    bool wasStray = false;
    const auto add = [&](const LogFrame &frame) {
        const bool isStray = frame.kind == LogFrame::Kind::Stray;
        require(isStray || frame.message.size() <= longest, "a message is cut at the cap");
        if (isStray && wasStray)
            frames.back().append(frame.message);
        else
            frames.push_back(char('0' + int(frame.level)) + frame.message.toByteArray());
        wasStray = isStray;
    };
    LogFrameReader reader(longest);
    for (const QByteArrayView piece : pieces)
        reader.read(piece, add);
    reader.finish(add);
    return frames;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes = test::viewOf(data, size);
    const std::vector<QByteArray> frames = readFrames({bytes});
    require(readFrames(test::cutIntoPieces(bytes)) == frames, "pieces give the same as the whole");
    qsizetype handedOut = 0;
    for (const QByteArray &frame : frames)
        handedOut += frame.size() - 1;
    require(handedOut <= bytes.size(), "nothing is made up");
    return 0;
}
