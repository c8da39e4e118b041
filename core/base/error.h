// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace coldframe {

/// A place in a text, both counted from 1; the column counts Unicode code points.
struct TextPosition
{
    int line = 1;
    int column = 1;

    bool operator==(const TextPosition &) const = default;
};

/// Why Coldframe could not run or read something. A failing function under development is not an
/// Error but an outcome. The sentence that a user reads is made of it in wording/errortext.
struct Error
{
    enum class Code {
        Cancelled, ///< the user or the end of the program stopped it
        InvalidArgument, ///< detail: what and why
        Ambiguous, ///< detail: the names or handlers that fit, "a, b"
        NotFound, ///< detail: the path or name
        Unreadable, ///< detail: path and the system's reason
        Unwritable, ///< detail: path and the system's reason
        InUse, ///< detail: path of a file that another program has open
        Damaged, ///< detail: path of a file of ours and what is wrong with what is in it
        NewerVersion, ///< detail: path of a file that a newer version of Coldframe made
        InvalidJson, ///< detail: what was expected or found; position is set
        InvalidYaml, ///< detail: what was expected or found; position is set
        EventTooLarge, ///< detail: the size in bytes; of an asynchronous event "size/limit"
        InvalidTemplate, ///< detail: which event template and what is wrong with it
        InvalidParameter, ///< detail: which template parameter and what it accepts
        InvalidPriceBook, ///< detail: which key
        MalformedLine, ///< detail: the line, or the missing field
        UnsupportedRuntime, ///< detail: the runtime identifier
        InterpreterNotFound, ///< detail: the program that was looked for
        RuntimeClientNotFound, ///< detail: AWS's runtime interface client that a runtime needs
        IsolationUnavailable, ///< detail: why bubblewrap does not work here
        SpawnFailed, ///< detail: program and the system's reason
        InitFailed, ///< detail: error type and message of an init phase that ran ahead of events
        Throttled, ///< detail: Lambda's name of the reason, see core/lambda/concurrency.h
    };

    Code code = Code::InvalidArgument;
    QString detail;
    std::optional<TextPosition> position = {};

    bool operator==(const Error &) const = default;
};

} // namespace coldframe
