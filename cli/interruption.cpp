// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace coldframe::cli {

namespace {

/// All that a signal handler may reach.
volatile std::sig_atomic_t writingEnd = -1;

void tellInterruption(int)
{
    const int error = errno;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(writingEnd, &byte, 1);
    errno = error;
}

/// The end to read from; the other one goes to the signal handler. -1 without descriptors.
int openPipe()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return -1;
    writingEnd = ends[1];
    return ends[0];
}

} // namespace

Interruption::Interruption()
    : m_reading(openPipe())
    , m_notifier(m_reading, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier.setEnabled(false);
        Q_EMIT interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = tellInterruption;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, &m_formerInterrupt);
    ::sigaction(SIGTERM, &action, &m_formerTerminate);
}

Interruption::~Interruption()
{
    ::sigaction(SIGINT, &m_formerInterrupt, nullptr);
    ::sigaction(SIGTERM, &m_formerTerminate, nullptr);
    m_notifier.setEnabled(false);
    ::close(writingEnd);
    ::close(m_reading);
    writingEnd = -1;
}

} // namespace coldframe::cli
