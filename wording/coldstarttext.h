// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/lambda/invocation.h"

#include <QString>

namespace coldframe {

/// Why a run was cold, in one sentence; empty when it was warm.
QString coldStartText(const InvocationRecord &record);

} // namespace coldframe
