// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/outputpipe.h"

#include "core/runtime/descriptorlimit.h"

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace coldframe {

namespace {

constexpr int outputPipeBytes = 1024 * 1024;

} // namespace

Result<std::unique_ptr<OutputPipe>> OutputPipe::create(Reader reader)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return descriptorFailure("pipe");
    fcntl(ends[0], F_SETFL, O_NONBLOCK); // the reading end only: a runtime's writes may block
    fcntl(ends[1], F_SETPIPE_SZ, outputPipeBytes); // a smaller one works as well
    return std::unique_ptr<OutputPipe>(
        new OutputPipe(Descriptor(ends[0]), Descriptor(ends[1]), std::move(reader)));
}

OutputPipe::OutputPipe(Descriptor readEnd, Descriptor writeEnd, Reader reader)
    : m_readEnd(std::move(readEnd))
    , m_writeEnd(std::move(writeEnd))
    , m_reader(std::move(reader))
    , m_readable(
          m_readEnd.value(), DescriptorWatch::Readiness::Readable, [this] { drain(); }, true,
          DescriptorWatch::Order::Early)
{ }

void OutputPipe::drain()
{
    static thread_local std::array<char, 65536> buffer;
    for (qsizetype left = outputPipeBytes; left > 0;) {
        const ssize_t count = ::read(m_readEnd.value(), buffer.data(), buffer.size());
        if (count <= 0) {
            if (count == 0)
                m_readable.setEnabled(false); // everybody closed it
            return;
        }
        m_reader({buffer.data(), count});
        left -= count;
    }
}

} // namespace coldframe
