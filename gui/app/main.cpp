// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/datalocation.h"
#include "core/runtime/descriptorlimit.h"
#include "gui/app/languages.h"
#include "gui/app/mainwindow.h"
#include "gui/app/workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

namespace {

/// Qt ends a program that finds no display with abort().
bool hasDisplay(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "-platform") == 0)
            return true;
    }
    return !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")
        || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

QString folderFrom(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Main", "Function workbench for AWS Lambda"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("folder"),
                                 QCoreApplication::translate("Main", "The folder to open."),
                                 QStringLiteral("[FOLDER]"));
    parser.process(application);
    return parser.positionalArguments().value(0);
}

} // namespace

int main(int argc, char **argv)
{
    if (!hasDisplay(argc, argv)) {
        std::fputs("coldframe: There is no display for the window. Start it in a desktop session, "
                   "or use coldframe-cli.\n",
                   stderr);
        return 2;
    }
    coldframe::raiseDescriptorLimit();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("coldframe"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COLDFRAME_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Coldframe"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.coldframe.Coldframe"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/coldframe/desktop/coldframe.svg")));

    const QString program = QCoreApplication::applicationDirPath();
    const coldframe::WorkbenchFolders folders{
        coldframe::dataDirectory(program),
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
            + QStringLiteral("/examples"),
        coldframe::translationsDirectory(program), coldframe::configDirectory()};
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("coldframe"),
                       QStringLiteral("coldframe"));
    coldframe::installLanguage(application,
                               coldframe::SettingsStore(settings).settings().appearance.language,
                               folders.translations);
    const QString folder = folderFrom(application);

    coldframe::Workbench workbench(coldframe::Workbench::realServices(folders), folders, settings,
                                   QApplication::palette());
    workbench.window().show();
    // The window is painted before anything is read.
    QTimer::singleShot(0, &workbench, [&workbench, folder] { workbench.start(folder); });
    return QApplication::exec();
}
