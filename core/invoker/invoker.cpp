// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/invoker.h"

namespace coldframe {

void Invoker::holdResponse(const QString &, bool) { }

} // namespace coldframe

#include "moc_invoker.cpp"
