// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/localinvoker.h"
#include "tests/bench/subject.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace coldframe::bench {

/// Another tool that answers invocations of the same handler.
struct Peer
{
    QByteArray name;
    std::uint16_t port = 0;
    QByteArray target;
    bool wrapsEvent = false; ///< its body is {"event": ...}
};

/// Invocations in a second with 1, 2, 8 and 64 in flight: an HTTP server in front of pipe workers
/// as the floor, the engine itself, Coldframe's Lambda API, and the peers where they run the
/// subject's language. Their rounds alternate, and ratios are medians of those of each round.
void measureThroughput(const Subject &subject, const QString &program,
                       const LocalInvoker::Options &options, const std::vector<Peer> &peers);

/// Starts tests/bench/peers.sh for as long as it lives. Installs them first, which takes minutes.
class Peers
{
public:
    Peers();
    ~Peers();

    const std::vector<Peer> &all() const { return m_peers; }

private:
    class Process;
    std::unique_ptr<Process> m_process;
    std::vector<Peer> m_peers;
};

} // namespace coldframe::bench
