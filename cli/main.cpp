// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "core/base/datalocation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <iostream>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("coldframe"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COLDFRAME_VERSION));
    const QString data = coldframe::dataDirectory(QCoreApplication::applicationDirPath());
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("coldframe"), QStringLiteral("_"),
                        coldframe::translationsDirectory(QCoreApplication::applicationDirPath())))
        QCoreApplication::installTranslator(&translator);
    const coldframe::cli::Surroundings surroundings{std::cin, std::cout, std::cerr, data,
                                                    coldframe::cacheDirectory()};
    return static_cast<int>(
        coldframe::cli::run(QCoreApplication::arguments().mid(1), surroundings));
}
