// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace coldframe {

/// A function in a file that looks as if Lambda was meant to call it.
struct FoundHandler
{
    QString function; ///< as it is exported: "lambda_handler"
    int line = 0; ///< counted from 1

    bool operator==(const FoundHandler &) const = default;
};

/// The languages' usual names for the one handler of a file: handler, lambda_handler, ...
bool isUsualHandlerName(const QString &function);

/// "python" or "nodejs", by the file's extension (.py, .js, .mjs, .cjs): a family, which means the
/// nearest version that is installed. Empty for other files, and for names that a handler string
/// cannot say, such as "app.test.js".
QString runtimeFamilyOf(const QString &fileName);

/// Handlers that a file declares at its top level, the usual names first. Looks at the text only:
/// Python functions of an event and a context, and what Node.js files export by name
/// (contract/environment.md, section 5).
std::vector<FoundHandler> findHandlers(const QString &fileName, QByteArrayView source);

/// Whether a file is the program of an OS-only runtime: called "bootstrap", and executable.
bool isBootstrap(const QString &path);

} // namespace coldframe
