// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

#include <vector>

namespace coldframe {

struct YamlMember;

/// One value of a YAML document, with what a reader of CloudFormation templates needs to know:
/// its tag, whether it was quoted, and its line. Aliases and merge keys are resolved.
struct YamlNode
{
    enum class Kind { Null, Scalar, Sequence, Mapping };

    Kind kind = Kind::Null;
    QString tag; ///< "!Ref" and the like; empty for an untagged value
    bool isQuoted = false; ///< of an untagged scalar: it is a text, whatever it looks like
    QString text; ///< of a scalar
    int line = 0; ///< counted from 1
    std::vector<YamlNode> items; ///< of a sequence
    std::vector<YamlMember> members; ///< of a mapping, as written

    /// Null when this is no mapping or has no such member.
    const YamlNode *member(QStringView key) const;
};

struct YamlMember
{
    QString key;
    int line = 0;
    YamlNode value;
};

struct YamlDuplicate
{
    QString key;
    int line = 0; ///< of the later one
};

struct YamlDocument
{
    YamlNode root;
    std::vector<YamlDuplicate> duplicates; ///< keys that a mapping has twice; the last one counts
};

/// Reads the first document of a text; an empty text gives a Null root. InvalidYaml with a
/// position for broken YAML, and for documents whose aliases make them grow beyond measure.
Result<YamlDocument> parseYaml(QByteArrayView text);

} // namespace coldframe
