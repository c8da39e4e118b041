// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

#include <nlohmann/json_fwd.hpp>

namespace coldframe {

/// JSON whose objects keep the order in which their members were written.
using OrderedJson = nlohmann::ordered_json;

/// Reads JSON text. InvalidJson carries line and column of the first offending character. More than
/// 1,000 levels of nesting are refused: whoever walks the tree may recurse.
Result<OrderedJson> parseJson(QByteArrayView text);

/// Whether text is JSON, without building a tree: for event bytes that only travel through.
Result<void> checkJson(QByteArrayView text);

enum class JsonLayout {
    Compact, ///< one line, no blanks
    Indented, ///< two blanks a level
};

/// Writes JSON as UTF-8; bytes that are not UTF-8 become U+FFFD.
QByteArray writeJson(const OrderedJson &json, JsonLayout layout);

/// Line and column of a byte offset; an offset past the end means the end.
TextPosition positionOf(QByteArrayView text, qsizetype byteOffset);

} // namespace coldframe
