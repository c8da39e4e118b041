// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/encoding.h"

#include <array>

namespace coldframe {

namespace {

std::array<std::span<const Encoding>, 5> encodingTables()
{
    return {textEncodings(), byteEncodings(), timeEncodings(), mapEncodings(),
            attributeEncodings()};
}

} // namespace

const Encoding *findEncoding(const QString &name)
{
    for (const std::span<const Encoding> &table : encodingTables()) {
        for (const Encoding &encoding : table) {
            if (name == QLatin1String(encoding.name))
                return &encoding;
        }
    }
    return nullptr;
}

QStringList encodingNames()
{
    QStringList names;
    for (const std::span<const Encoding> &table : encodingTables()) {
        for (const Encoding &encoding : table)
            names.append(QLatin1String(encoding.name));
    }
    return names;
}

} // namespace coldframe
