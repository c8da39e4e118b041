// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/streamsocket.h"

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace coldframe {

namespace {

constexpr int UsualPipeBytes = 64 * 1024;
constexpr int GrownPipeBytes = 256 * 1024;

/// For the end of a pipe that was full: its two processes wake each other less often. All pipes of
/// a user share what the system allows, so only those grow that carry large messages.
void growPipe(int descriptor)
{
    ::fcntl(descriptor, F_SETPIPE_SZ, GrownPipeBytes); // a smaller one works as well
}

void prepareDescriptor(int descriptor)
{
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

} // namespace

StreamSocket::StreamSocket(StreamEnds ends, QObject *parent)
    : QObject(parent)
    , m_ends(ends)
    , m_readable(ends.input, DescriptorWatch::Readiness::Readable, [this] { Q_EMIT readable(); })
    , m_writable(
          ends.output, DescriptorWatch::Readiness::Writable, [this] { writeMore(); }, false)
{
    prepareDescriptor(m_ends.input);
    if (isSocket()) {
        // Without it a second small answer waits for the peer's delayed acknowledgement. Fails on
        // a Unix socket, which needs no such thing.
        const int on = 1;
        ::setsockopt(m_ends.input, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    } else {
        prepareDescriptor(m_ends.output);
    }
}

StreamSocket::~StreamSocket()
{
    close();
}

qint64 StreamSocket::read(char *buffer, qint64 size)
{
    for (;;) {
        const ssize_t got = ::read(m_ends.input, buffer, static_cast<size_t>(size));
        if (got >= UsualPipeBytes && !isSocket() && !std::exchange(m_inputGrown, true))
            growPipe(m_ends.input);
        if (got > 0)
            return got;
        if (got == 0)
            return -1;
        if (errno != EINTR)
            return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -1;
    }
}

void StreamSocket::write(const QByteArray &head, const QByteArray &body)
{
    if (!isOpen())
        return;
    qsizetype sent = 0;
    if (m_unwritten.empty() && !sendNow(head, 0, body, &sent))
        return;
    if (sent < head.size() + body.size() && !isSocket() && !std::exchange(m_outputGrown, true))
        growPipe(m_ends.output);
    keep(head, sent);
    keep(body, std::max<qsizetype>(0, sent - head.size()));
}

void StreamSocket::setReading(bool enabled)
{
    if (isOpen())
        m_readable.setEnabled(enabled);
}

void StreamSocket::shutdownWriting()
{
    if (isOpen() && isSocket())
        ::shutdown(m_ends.output, SHUT_WR);
    else if (isOpen())
        closeOutput();
}

void StreamSocket::close()
{
    if (!isOpen())
        return;
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    if (!isSocket())
        closeOutput();
    ::close(m_ends.input);
    m_ends = {};
    m_unwritten.clear();
    m_unwrittenBytes = 0;
}

/// Of a pipe.
void StreamSocket::closeOutput()
{
    m_writable.setEnabled(false);
    for (int *const end : {&m_ends.output, &m_ends.peersInput}) {
        if (*end >= 0)
            ::close(std::exchange(*end, -1));
    }
}

/// False when the peer takes nothing any more.
bool StreamSocket::sendNow(const QByteArray &first, qsizetype offset, const QByteArray &second,
                           qsizetype *sent)
{
    // The system only reads through these pointers.
    std::array<iovec, 2> parts{
        iovec{const_cast<char *>(first.constData()) + offset,
              static_cast<size_t>(first.size() - offset)},
        iovec{const_cast<char *>(second.constData()), static_cast<size_t>(second.size())}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = second.isEmpty() ? 1 : 2;
    for (;;) {
        const ssize_t taken = isSocket()
            ? ::sendmsg(m_ends.output, &message, MSG_NOSIGNAL)
            : ::writev(m_ends.output, parts.data(), static_cast<int>(message.msg_iovlen));
        if (taken >= 0) {
            *sent = taken;
            return true;
        }
        if (errno == EINTR)
            continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            return true;
        giveUpWriting();
        return false;
    }
}

void StreamSocket::keep(const QByteArray &bytes, qsizetype offset)
{
    if (offset >= bytes.size())
        return;
    if (m_unwritten.empty()) {
        m_frontOffset = offset;
        m_writable.setEnabled(true);
    }
    m_unwritten.push_back(bytes);
    m_unwrittenBytes += bytes.size() - offset;
}

void StreamSocket::writeMore()
{
    while (!m_unwritten.empty()) {
        const QByteArray &front = m_unwritten.front();
        qsizetype sent = 0;
        if (!sendNow(front, m_frontOffset, {}, &sent))
            break;
        m_unwrittenBytes -= sent;
        m_frontOffset += sent;
        if (m_frontOffset < front.size())
            break;
        m_unwritten.pop_front();
        m_frontOffset = 0;
    }
    if (m_unwritten.empty())
        m_writable.setEnabled(false);
    emit written();
}

void StreamSocket::giveUpWriting()
{
    m_unwritten.clear();
    m_unwrittenBytes = 0;
    m_frontOffset = 0;
    m_writable.setEnabled(false);
    if (isSocket())
        ::shutdown(m_ends.output, SHUT_RDWR); // so that the next read says that the peer has left
    setReading(true);
}

} // namespace coldframe

#include "moc_streamsocket.cpp"
