// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

namespace coldframe {

namespace {

void addTranslator(QCoreApplication &application, const QLocale &locale, const QString &name,
                   const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

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
    addTranslator(application, locale, QStringLiteral("qtbase"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    addTranslator(application, locale, QStringLiteral("coldframe"), translationsFolder);
}

} // namespace coldframe
