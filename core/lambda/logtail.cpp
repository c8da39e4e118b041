// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/logtail.h"

#include <algorithm>
#include <iterator>

namespace coldframe {

QByteArray logTail(const std::vector<LogLine> &log, qsizetype bytes)
{
    qsizetype size = 0;
    auto first = log.end();
    while (first != log.begin() && size < bytes) {
        --first;
        if (first->source != LogSource::Coldframe)
            size += first->text.size() + 1;
    }
    QByteArray text;
    text.reserve(size);
    std::for_each(first, log.end(), [&text](const LogLine &line) {
        if (line.source != LogSource::Coldframe)
            text.append(line.text).append('\n');
    });
    return text.right(bytes);
}

} // namespace coldframe
