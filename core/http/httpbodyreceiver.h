// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QByteArrayView>

namespace coldframe {

/// Takes the body of one request as it arrives, instead of having it collected. One of finish()
/// and abort() is the last call, unless the server itself ends the connection. Each may send the
/// answer, close connections and delete the server.
class HttpBodyReceiver
{
public:
    virtual ~HttpBodyReceiver() = default;

    /// The next bytes, never none; the view is valid during the call.
    virtual void receive(QByteArrayView part) = 0;

    /// The body is complete. Trailers come with a chunked one only.
    virtual void finish(const HttpHeaders &trailers) = 0;

    /// The client left, or broke the rules, before the body's end. An answer that is not sent now
    /// never is.
    virtual void abort() = 0;
};

} // namespace coldframe
