// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "core/base/datalocation.h"
#include "core/runtime/descriptorlimit.h"
#include "wording/translations.h"

#include <QCoreApplication>
#include <QLocale>

#include <iostream>

#include <unistd.h>

int main(int argc, char **argv)
{
    // Qt's own loop makes a warm invocation a tenth faster than GLib's, which nothing here needs.
    qputenv("QT_NO_GLIB", "1");
    coldframe::raiseDescriptorLimit();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("coldframe"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COLDFRAME_VERSION));
    const QString data = coldframe::dataDirectory(QCoreApplication::applicationDirPath());
    coldframe::installTranslations(
        application, QLocale::system(),
        coldframe::translationsDirectory(QCoreApplication::applicationDirPath()));
    const coldframe::cli::Surroundings surroundings{std::cin,
                                                    std::cout,
                                                    std::cerr,
                                                    data,
                                                    coldframe::cacheDirectory(),
                                                    ::isatty(STDERR_FILENO) == 1,
                                                    true,
                                                    coldframe::configDirectory()};
    const auto status = coldframe::cli::run(QCoreApplication::arguments().mid(1), surroundings);
    if (!std::cout.flush()) {
        std::cerr << "coldframe-cli: Standard output could not be written.\n";
        return static_cast<int>(coldframe::cli::ExitStatus::NotRun);
    }
    return static_cast<int>(status);
}
