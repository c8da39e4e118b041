// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// What a sandbox's host and its supervisor say to each other: one message a packet of a
/// SOCK_SEQPACKET socket, both from the same build.
namespace coldframe::supervisor {

/// The number under which the supervisor finds its end of the socket.
inline constexpr int ControlDescriptor = 3;

/// Received descriptors are moved to here and above, so that a process's own numbers are free.
inline constexpr int FirstSourceDescriptor = 64;

inline constexpr std::size_t MostDescriptors = 8; ///< of one process
inline constexpr std::size_t LargestMessage = 160 * 1024;

enum class OrderKind : std::uint32_t {
    Spawn,
    Signal, ///< to the process group of one process
    KillAll, ///< everything but the supervisor itself
};

/// Behind a Spawn follow, each with a zero byte at its end: the program, the working directory,
/// the arguments (the first one is the program's name) and the variables ("NAME=value"). The
/// descriptors travel as SCM_RIGHTS in the order of their numbers here.
struct Order
{
    OrderKind kind = OrderKind::Spawn;
    std::int32_t process = 0; ///< the host's number for it, never a process id
    std::int32_t signal = 0;
    std::uint32_t argumentCount = 0;
    std::uint32_t variableCount = 0;
    std::uint32_t descriptorCount = 0;
    std::int32_t descriptorNumbers[MostDescriptors] = {}; ///< in the process
    std::uint32_t openFiles = 0; ///< RLIMIT_NOFILE; 0 leaves it
    std::uint32_t processes = 0; ///< RLIMIT_NPROC; 0 leaves it
};

enum class NoticeKind : std::uint32_t {
    Ready, ///< the first one; its SCM_CREDENTIALS tell the host the supervisor's process id
    Spawned,
    SpawnFailed,
    Exited,
    AllKilled,
};

struct Notice
{
    NoticeKind kind = NoticeKind::Ready;
    std::int32_t process = 0;
    std::int32_t code = 0; ///< exit code, or errno with SpawnFailed
    std::int32_t signal = 0; ///< that ended the process; 0 when it exited by itself
    std::int64_t at = 0; ///< nanoseconds of CLOCK_MONOTONIC: when it was ready or called exec
};

} // namespace coldframe::supervisor
