// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/languages.h"

#include "wording/translations.h"

#include <QDir>

namespace coldframe {

QStringList availableLanguages(const QString &translationsFolder)
{
    QStringList languages{QStringLiteral("en")};
    const QString prefix = QStringLiteral("coldframe_");
    for (const QString &file :
         QDir(translationsFolder).entryList({prefix + QStringLiteral("*.qm")}, QDir::Files)) {
        const QString code = file.mid(prefix.size()).chopped(3);
        if (!languages.contains(code))
            languages.append(code);
    }
    languages.sort();
    return languages;
}

void installLanguage(QCoreApplication &application, const QString &language,
                     const QString &translationsFolder)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    installTranslations(application, locale, translationsFolder);
}

} // namespace coldframe
