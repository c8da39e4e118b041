// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the Runtime API that hands a response out as it arrives (runtime-api, section 8).
#include "core/runtime/runtimeapi.h"

#include "core/lambda/limits.h"
#include "core/runtime/apiresponse.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace coldframe {

void RuntimeApi::pauseResponse()
{
    if (!m_stream)
        return;
    m_stream->pausedByCaller = true;
    updatePause();
}

void RuntimeApi::resumeResponse()
{
    if (!m_stream)
        return;
    m_stream->pausedByCaller = false;
    updatePause();
}

void RuntimeApi::updatePause()
{
    if (m_stream->pausedByCaller || m_stream->pausedByBandwidth)
        m_stream->reply.pauseReading();
    else
        m_stream->reply.resumeReading();
}

/// Pauses while nothing may pass; looks again when the time is over.
void RuntimeApi::limitBandwidth()
{
    if (!m_stream || !m_stream->bandwidth)
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_stream->bandwidth->wait());
    const bool paused = wait > std::chrono::milliseconds::zero();
    if (paused)
        m_bandwidthTimer.start(wait);
    if (paused != m_stream->pausedByBandwidth) {
        m_stream->pausedByBandwidth = paused;
        updatePause();
    }
}

void RuntimeApi::appendResponse(QByteArrayView part)
{
    Stream &stream = *m_stream;
    const qint64 room = limits::StreamedResponseBytes - stream.bytes;
    stream.bytes += part.size();
    if (room <= 0)
        return; // is read to its end and thrown away
    const QByteArray passed = part.first(std::min<qint64>(room, part.size())).toByteArray();
    if (stream.bandwidth) {
        stream.bandwidth->take(passed.size());
        limitBandwidth();
    }
    if (!stream.firstByteAt) {
        stream.firstByteAt = m_clock.now();
        const std::weak_ptr<Stream> alive = m_stream;
        Q_EMIT responseStarted(stream.contentType, *stream.firstByteAt);
        if (alive.expired())
            return;
    }
    Q_EMIT responseAppended(passed);
}

void RuntimeApi::finishResponse(const HttpHeaders &trailers)
{
    if (m_stream->bytes > limits::StreamedResponseBytes)
        return endResponse(oversizedAnswer(m_stream->bytes, limits::StreamedResponseBytes),
                           oversizedResponse(limits::StreamedResponseBytes));
    if (std::optional<RuntimeAnswer> error = trailerError(trailers)) {
        HttpResponse response = acceptedResponse();
        response.closesConnection = true;
        return endResponse(*std::move(error), std::move(response));
    }
    if (!m_stream->firstByteAt) { // an empty response begins and ends at once
        const Instant now = m_clock.now();
        const std::weak_ptr<Stream> alive = m_stream;
        Q_EMIT responseStarted(m_stream->contentType, now);
        if (alive.expired())
            return;
    }
    RuntimeAnswer answer;
    answer.contentType = m_stream->contentType;
    endResponse(std::move(answer), acceptedResponse());
}

void RuntimeApi::cutOffResponse()
{
    endResponse(truncatedAnswer(m_invocation->event.requestId, m_stream->bytes),
                truncatedResponse());
}

void RuntimeApi::endResponse(RuntimeAnswer answer, HttpResponse response)
{
    const Instant now = m_clock.now();
    const std::shared_ptr<Stream> stream = std::exchange(m_stream, nullptr);
    m_bandwidthTimer.stop();
    answer.streamed = true;
    answer.responseBytes = stream->bytes;
    answer.firstByteAt = stream->firstByteAt;
    move(RuntimeStep::Finish);
    stream->reply.resumeReading(); // does nothing unless it is paused
    stream->reply.send(std::move(response));
    Q_EMIT answered(answer, now);
}

} // namespace coldframe
