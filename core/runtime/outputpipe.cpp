// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/outputpipe.h"

#include "core/runtime/pipe.h"

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace coldframe {

namespace {

constexpr int outputPipeBytes = 1024 * 1024;

} // namespace

Result<std::unique_ptr<OutputPipe>> OutputPipe::create(Reader reader)
{
    return makePipe().map([&reader](Pipe pipe) {
        // The reading end only: a runtime's writes may block.
        fcntl(pipe.readEnd.value(), F_SETFL, O_NONBLOCK);
        fcntl(pipe.writeEnd.value(), F_SETPIPE_SZ, outputPipeBytes); // a smaller one works as well
        return std::unique_ptr<OutputPipe>(
            new OutputPipe(std::move(pipe.readEnd), std::move(pipe.writeEnd), std::move(reader)));
    });
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
