// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace coldframe {

/// A value, or why there is none.
template<typename T>
using Result = tl::expected<T, Error>;

/// The error side of a Result, for `return failure(...)`.
inline tl::unexpected<Error> failure(Error::Code code, QString detail = {},
                                     std::optional<TextPosition> position = {})
{
    return tl::make_unexpected(Error{code, std::move(detail), position});
}

} // namespace coldframe
