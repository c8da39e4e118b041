// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace coldframe {

namespace {

/// The language that was found, or nothing when there is no file for any of the locale's.
QString addTranslator(QCoreApplication &application, const QLocale &locale, const QString &name,
                      const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (!translator->load(locale, name, QStringLiteral("_"), folder)) {
        delete translator;
        return {};
    }
    QCoreApplication::installTranslator(translator);
    return translator->language();
}

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &locale,
                         const QString &folder)
{
    const QLocale english(QLocale::English);
    const QString name = QStringLiteral("coldframe");
    QString language = addTranslator(application, locale, name, folder);
    if (language.isEmpty())
        language = addTranslator(application, english, name, folder);
    // Buttons in another language than the sentences above them would look like a mistake.
    addTranslator(application, language.isEmpty() ? english : QLocale(language),
                  QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace coldframe
