// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventpaste.h"

#include <memory>

namespace coldframe::eventpaste {

enum class Dialect { Json, JavaScript, Python };

struct Literal
{
    std::shared_ptr<const OrderedJson> value;
    Dialect dialect = Dialect::Json;
    qsizetype end = 0; ///< the offset behind it
    std::vector<PasteNote> notes;
};

struct LiteralError
{
    PasteError::Kind kind = PasteError::Kind::InvalidJson;
    QString detail;
    qsizetype offset = 0;
};

/// Reads an object or list of JSON, JavaScript or Python that begins at the offset. Where the
/// languages differ, the value says which one it is; one value has one language.
tl::expected<Literal, LiteralError> readLiteral(QByteArrayView text, qsizetype begin);

} // namespace coldframe::eventpaste
