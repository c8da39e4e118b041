// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <span>

namespace coldframe {

/// How much of a value an encoding loses; decides which place in an event a parameter is read from.
enum class Loss {
    None, ///< can be read back exactly
    Some, ///< can be read back, but not every detail
    All, ///< cannot be read back
};

/// What an encoding may ask for besides the value itself.
struct EncodingInput
{
    QString argument; ///< what stands after the colon: "join:; "
    qsizetype index = 0; ///< of the record that is being made, from 0
    std::function<std::optional<OrderedJson>(const QString &)> valueOf; ///< other names
};

/// One step of a placeholder, as in "${key|form-url}". Both directions answer nothing when the
/// value is of the wrong kind. Bytes that are no text (gzip) are a binary value between two steps;
/// the last step of a place makes text or a list of them.
struct Encoding
{
    using Function
        = std::optional<OrderedJson> (*)(const OrderedJson &value, const EncodingInput &input);
    enum class OnEmpty {
        Keep,
        Null, ///< the step makes null of "", {} and []
        Absent, ///< the step leaves out the member with "", {} or []
    };

    const char *name = nullptr;
    Loss loss = Loss::None;
    Function encode = nullptr;
    Function decode = nullptr; ///< null where everything is lost
    OnEmpty onEmpty = OnEmpty::Keep;
    bool argumentIsName = false; ///< of a parameter or derived value
};

/// The encoding with this name, or null.
const Encoding *findEncoding(const QString &name);

QStringList encodingNames();

// The parts of the table, by what they encode.
std::span<const Encoding> textEncodings();
std::span<const Encoding> byteEncodings();
std::span<const Encoding> timeEncodings();
std::span<const Encoding> mapEncodings();
std::span<const Encoding> attributeEncodings();

} // namespace coldframe
