// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/interpreter.h"

#include <QByteArrayView>

namespace coldframe {

/// What starts an interpreter so that it tells what it is; empty for an OS-only runtime.
QStringList interpreterQuestion(RuntimeFamily family);

/// What it answered. Java lists its properties as "name = value"; the others write the JSON array
/// [program, version, prefix, [folders], client], the last one optional. Unreadable (program) for
/// anything else.
Result<Interpreter> parseInterpreterAnswer(RuntimeFamily family, const QString &program,
                                           QByteArrayView answer);

} // namespace coldframe
