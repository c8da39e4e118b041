// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/yamltree.h"

#include <QString>

#include <optional>

namespace coldframe {

/// A CloudFormation function call, in its short form (!Ref X) or its long one (Ref: X).
struct Intrinsic
{
    QString name; ///< "Ref", "Sub", "GetAtt", ...
    YamlNode argument;
};

/// The call that a node is, if it is one.
std::optional<Intrinsic> intrinsicOf(const YamlNode &node);

/// The node on one line, calls in their short form: "!GetAtt Table.Arn", "!Join ['', [a, b]]".
QString flowText(const YamlNode &node);

/// What a property of a template says.
struct TemplateValue
{
    enum class State {
        Known,
        Unresolved, ///< a call that only a deployed stack can answer; text: the call as written
        Absent, ///< AWS::NoValue: as if the property was not there
        NotAScalar, ///< a list or a mapping; text: what is there
    };

    State state = State::Known;
    QString text;
};

/// Answers what can be known about a template's values without deploying it: !Ref and !Sub of
/// parameters that have a default, and of the pseudo parameters AWS::Region, AWS::AccountId,
/// AWS::Partition, AWS::URLSuffix and AWS::NoValue.
class TemplateValues
{
public:
    /// root outlives this object.
    TemplateValues(const YamlNode &root, QString region, QString accountId);

    TemplateValue valueOf(const YamlNode &node) const;

private:
    std::optional<TemplateValue> reference(const QString &name) const;
    std::optional<TemplateValue> substitution(const YamlNode &argument) const;

    const YamlNode &m_root;
    QString m_region;
    QString m_accountId;
};

} // namespace coldframe
