// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/functionconfig.h"
#include "core/project/projectnote.h"
#include "core/project/templatevalues.h"

#include <map>
#include <optional>
#include <vector>

namespace coldframe {

/// The notes of one template, each only once: what Globals say would else come with every function.
class TemplateNotes
{
public:
    explicit TemplateNotes(QString file);

    void add(ProjectNote::Kind kind, const QString &detail, int line);
    std::vector<ProjectNote> take();

private:
    QString m_file;
    std::vector<ProjectNote> m_notes;
};

/// A version of a layer that the template declares.
struct TemplateLayer
{
    QString name; ///< LayerName, else the logical id: versions of one layer share it
    QString path; ///< of a folder or zip file
};

/// What is around a function in its template. References outlive the reading of it.
struct TemplateSurroundings
{
    const TemplateValues &values;
    QString directory; ///< of the template
    std::map<QString, TemplateLayer> layers; ///< layer versions by their logical id
    TemplateNotes &notes;
};

/// Which of the two resource types a function is: they name the place of the code differently.
enum class FunctionResource { Serverless, Lambda };

/// The value as a text; nothing, with a note, when it is no scalar. An intrinsic that stays
/// unresolved is noted and gives nothing too.
std::optional<QString> knownText(const TemplateSurroundings &surroundings, const QString &property,
                                 const YamlNode &node);

/// The folder that a path in the template means; nothing, with a note, for S3 and other places.
std::optional<QString> codeFolder(const TemplateSurroundings &surroundings, const QString &property,
                                  const YamlNode &node);

/// The folder or zip file that a layer's place in the template means; nothing, with a note, for S3
/// and other places.
std::optional<QString> layerPath(const TemplateSurroundings &surroundings, const QString &property,
                                 const YamlNode &node);

/// Reads the properties of a function, Globals already merged in. Nothing, with a note, when the
/// code is no folder on this computer.
std::optional<FunctionConfig> functionOf(const TemplateSurroundings &surroundings,
                                         FunctionResource resource, const QString &logicalId,
                                         const YamlNode &properties);

} // namespace coldframe
