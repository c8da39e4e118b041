// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

class QCoreApplication;

namespace coldframe {

/// Translates everything that is made from now on, by the first of the locale's languages that has
/// a coldframe_<language>.qm in the folder, and Qt's own texts into the same language. Without one,
/// English: its file holds the plural forms alone.
void installTranslations(QCoreApplication &application, const QLocale &locale,
                         const QString &folder);

} // namespace coldframe
