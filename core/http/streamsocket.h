// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptorwatch.h"

#include <QByteArray>
#include <QObject>

#include <deque>

namespace coldframe {

/// The descriptors of a stream to a peer.
struct StreamEnds
{
    int input = -1;
    int output = -1; ///< the same as the input for a socket
    /// For pipes: the end from which the peer reads, kept open. Whoever writes to a pipe without a
    /// reader is ended by a signal.
    int peersInput = -1;
};

/// A connected stream socket (TCP or Unix) or a pair of pipes, without buffers between it and its
/// owner: reading is one system call into the owner's memory, writing one call for head and body
/// together. QTcpSocket would copy each byte once more in both directions.
class StreamSocket final : public QObject
{
    Q_OBJECT

public:
    /// Owns the descriptors from here on.
    explicit StreamSocket(StreamEnds ends, QObject *parent = nullptr);
    ~StreamSocket() override;

    /// Bytes read into the buffer; 0 when nothing is there, -1 when the peer has left.
    qint64 read(char *buffer, qint64 size);

    /// Writes what the system takes at once and the rest when it takes more. A peer that has left
    /// is found out by reading.
    void write(const QByteArray &head, const QByteArray &body);

    qsizetype unwrittenBytes() const { return m_unwrittenBytes; }

    /// Whether readable() is emitted; a peer's leaving is not noticed without.
    void setReading(bool enabled);

    /// Tells the peer that nothing more comes.
    void shutdownWriting();

    void close();

signals:
    void readable();
    void written(); ///< something of what had to wait; see unwrittenBytes()

private:
    bool isOpen() const { return m_ends.input >= 0; }
    bool isSocket() const { return m_ends.input == m_ends.output; }
    bool sendNow(const QByteArray &first, qsizetype offset, const QByteArray &second,
                 qsizetype *sent);
    void keep(const QByteArray &bytes, qsizetype offset);
    void writeMore();
    void giveUpWriting();
    void closeOutput();

    StreamEnds m_ends;
    DescriptorWatch m_readable;
    DescriptorWatch m_writable;
    std::deque<QByteArray> m_unwritten;
    qsizetype m_frontOffset = 0; // bytes of the first one that are written
    qsizetype m_unwrittenBytes = 0;
    bool m_inputGrown = false; // the pipe
    bool m_outputGrown = false;
};

} // namespace coldframe
