// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptorwatch.h"
#include "core/base/result.h"
#include "core/runtime/childprocess.h"

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace coldframe {

/// What a process writes to its output, read whenever something is there.
class OutputPipe final
{
public:
    using Reader = std::function<void(QByteArrayView bytes)>;

    /// SpawnFailed when the system has no descriptors left.
    static Result<std::unique_ptr<OutputPipe>> create(Reader reader);

    /// The end for the process; to be closed here once it has started.
    int writeEnd() const { return m_writeEnd.value(); }
    void closeWriteEnd() { m_writeEnd.reset(); }

    /// Hands out what is there now. What a process wrote before it answered is there by then. A
    /// process that writes on and on can't hold the caller longer than the pipe is large.
    void drain();

private:
    OutputPipe(Descriptor readEnd, Descriptor writeEnd, Reader reader);

    Descriptor m_readEnd;
    Descriptor m_writeEnd;
    Reader m_reader;
    DescriptorWatch m_readable;
};

} // namespace coldframe
