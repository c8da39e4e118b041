// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/lambda/phase.h"

#include <QString>

namespace coldframe {

/// "Interpreter start".
QString phaseText(PhaseKind kind);

/// "Standard library".
QString originText(ImportOrigin origin);

} // namespace coldframe
