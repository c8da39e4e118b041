// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/functionconfig.h"
#include "core/project/projectnote.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace coldframe {

/// A function of a workspace and where it was defined.
struct WorkspaceFunction
{
    enum class Origin {
        Template, ///< declared in the template
        Handler, ///< found in the code, because there is no template
    };

    FunctionConfig config; ///< its name is unique in the workspace
    Origin origin = Origin::Handler;
    QString definedIn; ///< relative to the workspace: the template, or the handler's file
    int line = 0;

    bool operator==(const WorkspaceFunction &) const = default;
};

/// An event that lies as a file in a folder called "events".
struct WorkspaceEvent
{
    QString name; ///< the file's name without ".json"
    QString file; ///< relative to the workspace

    bool operator==(const WorkspaceEvent &) const = default;
};

/// What a folder contains for Coldframe. A value, read at one moment; reading never writes.
struct Workspace
{
    QString directory; ///< absolute
    std::vector<WorkspaceFunction> functions;
    QStringList files; ///< relative, a folder's files before its folders; without those of tools
    std::vector<WorkspaceEvent> events; ///< events/*.json at any depth, without *.expect.json
    std::vector<ProjectNote> notes;
    std::optional<Error> templateError; ///< the template could not be read: no functions then

    /// Reads a folder: functions from template.yaml or template.yml when it is one, else from the
    /// handlers and the programs called "bootstrap" among its files. At most 10,000 files and 16 levels are looked at.
    /// NotFound when there is no such folder. A broken template is no error but a note.
    static Result<Workspace> read(const QString &directory);

    /// Null when there is none of that name.
    const WorkspaceFunction *function(const QString &name) const;
};

/// A readable function name that Lambda accepts, after the place of a handler's file:
/// "hello-python" for hello/python/app.py, "orders-create" for orders/create.js. folder may have
/// several levels.
QString functionNameOf(const QString &folder, const QString &fileName);

} // namespace coldframe
