// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

class QCoreApplication;

namespace coldframe {

/// The codes of the languages that have a coldframe_<code>.qm in a folder, and English.
QStringList availableLanguages(const QString &translationsFolder);

/// Translates everything that is made from now on: a code, or empty for the system's language.
/// Numbers follow the language. English when there is no translation.
void installLanguage(QCoreApplication &application, const QString &language,
                     const QString &translationsFolder);

} // namespace coldframe
