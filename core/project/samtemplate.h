// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/functionconfig.h"
#include "core/project/projectnote.h"

#include <QByteArrayView>

#include <vector>

namespace coldframe {

/// A function that a template declares.
struct TemplateFunction
{
    QString logicalId;
    FunctionConfig config; ///< its name is FunctionName when that is known, else the logical id
    int line = 0; ///< of the logical id

    bool operator==(const TemplateFunction &) const = default;
};

/// What Coldframe takes from a SAM or CloudFormation template: AWS::Serverless::Function with
/// Globals, AWS::Lambda::Function, and the folders and archives of layer versions. Everything else
/// about functions is in the notes.
struct SamTemplate
{
    std::vector<TemplateFunction> functions; ///< in the template's order
    std::vector<ProjectNote> notes;
    bool hasResources = false; ///< false: some other YAML file that is only called template.yaml
};

/// Reads a template's text; path says where it lies, for relative paths and the notes.
/// InvalidYaml with a position.
Result<SamTemplate> parseSamTemplate(QByteArrayView text, const QString &path);

/// NotFound, Unreadable, or InvalidTemplate for a file above CloudFormation's megabyte, besides
/// what parseSamTemplate() says.
Result<SamTemplate> readSamTemplate(const QString &path);

} // namespace coldframe
