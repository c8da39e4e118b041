// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coldframe {

/// The folder with Coldframe's own data files (templates, runtimes, pricing, examples): the
/// COLDFRAME_DATA variable when set, else share/coldframe beside the program's bin, else the
/// source tree that the program was built from. Empty when none of them exists.
QString dataDirectory(const QString &programDirectory);

/// The folder with the compiled translations (coldframe_<language>.qm):
/// share/coldframe/translations beside the program's bin, else the build tree's. Empty when neither
/// exists.
QString translationsDirectory(const QString &programDirectory);

/// The program that is started inside every sandbox: the COLDFRAME_SUPERVISOR variable when set,
/// else below libexec beside the program's bin, else the build tree's. Empty when none can be run.
QString supervisorProgram(const QString &programDirectory);

/// Where things are kept that can be made again: the user's cache folder, or the temporary one for
/// a user without a home.
QString cacheDirectory();

/// Where the settings and what the user gave for all workspaces lie: COLDFRAME_CONFIG when set,
/// else coldframe in the user's folder for settings. It need not exist.
QString configDirectory();

} // namespace coldframe
