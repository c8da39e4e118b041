// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

/// What libFuzzer calls, and the replay as well.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace coldframe::test {

/// Ends the program, which is what a fuzzer sees, when a property does not hold.
inline void require(bool holds, const char *property)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", property);
    std::abort();
}

inline QByteArrayView viewOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// The same numbers for the same seed on every computer.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed * 2 + 1)
    { }

    /// Below the bound, which is not 0.
    std::size_t below(std::size_t bound)
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(m_state >> 33U) % bound;
    }

private:
    std::uint64_t m_state;
};

/// Cuts bytes at places that follow from their content: mostly short pieces.
inline std::vector<QByteArrayView> cutIntoPieces(QByteArrayView bytes)
{
    std::uint64_t seed = static_cast<std::uint64_t>(bytes.size());
    for (const char byte : bytes)
        seed = seed * 31 + static_cast<unsigned char>(byte);
    Random random(seed);
    const std::size_t longest = random.below(2) == 0 ? 4 : 64;
    std::vector<QByteArrayView> pieces;
    while (!bytes.isEmpty()) {
        const auto size = qMin(static_cast<qsizetype>(1 + random.below(longest)), bytes.size());
        pieces.push_back(bytes.first(size));
        bytes = bytes.sliced(size);
    }
    return pieces;
}

} // namespace coldframe::test
