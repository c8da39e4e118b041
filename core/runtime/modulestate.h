// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/stateobservation.h"

#include <QByteArrayView>

namespace coldframe {

/// What one of our bootstraps tells of its handler's module.
struct ToldState
{
    bool isInitial = false; ///< before the first invocation, not behind one
    ModuleState state;
};

/// Reads the body of POST /coldframe/state; InvalidArgument names what is wrong with it.
Result<ToldState> parseModuleState(QByteArrayView body);

} // namespace coldframe
