// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/descriptorlimit.h"

#include <cerrno>
#include <cstring>

#include <sys/resource.h>

namespace coldframe {

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit); // where it is refused, fewer environments fit
}

tl::unexpected<Error> descriptorFailure(const char *call)
{
    const int reason = errno;
    QString detail = QStringLiteral("%1: %2").arg(QLatin1String(call),
                                                  QString::fromLocal8Bit(std::strerror(reason)));
    rlimit limit{};
    if (reason == EMFILE && ::getrlimit(RLIMIT_NOFILE, &limit) == 0)
        detail
            += QStringLiteral(" (the limit is %1, \"ulimit -Hn\" tells how far it can be raised)")
                   .arg(quint64(limit.rlim_cur));
    return failure(Error::Code::SpawnFailed, detail);
}

} // namespace coldframe
