// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/lambda/invocation.h"

#include <QString>

namespace coldframe {

/// Why a run was cold, in one sentence; empty when it was warm.
QString coldStartText(const InvocationRecord &record);

/// How long this computer's own cap of environments held the event back; empty when it did not.
QString localWaitText(const InvocationRecord &record);

} // namespace coldframe
