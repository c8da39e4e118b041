// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <QByteArray>
#include <QString>

namespace coldframe {

/// What of a run's log can be searched, at most 64 kB: what function and extensions wrote and what
/// went wrong, without the lines that every run has (START, END, REPORT) and without the request
/// id. Words inside of words in camel case are added, so that "Error" finds "ValueError".
/// A later version that changes this has to index all runs again.
QByteArray searchText(const InvocationRecord &record);

/// What a user typed as an expression of SQLite's full text search: all of its words, and the
/// beginnings of longer ones. Empty when there is no word in it.
QString searchExpression(const QString &typed);

} // namespace coldframe
